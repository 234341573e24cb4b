/// How a process ended.
public enum Exit: Hashable, Sendable {
    /// It exited with this status, 0 to 255.
    case code(Int32)
    /// This signal killed it.
    case signal(Int32)
    /// It ended unseen, while swinit recovered from a fault, and its status is lost.
    case unknown

    /// The status that a shell and a container runtime would give: the code, or 128 + n.
    public var status: Int32 {
        switch self {
        case .code(let code): code
        case .signal(let number): 128 &+ number
        case .unknown: 1
        }
    }
}

extension Exit: Renderable {
    public func render(into bytes: inout [UInt8]) {
        let text: Text =
            switch self {
            case .code(let code): "exit status \(code)"
            case .signal(let number): "signal \(Signal(rawValue: number))"
            case .unknown: "exit status unknown"
            }
        text.render(into: &bytes)
    }
}
