import Basics

/// The status line of an HTTP answer (RFC 9112, 4): `HTTP/1.1 200 OK`.
public enum HTTPStatus: Equatable, Sendable {
    /// The line has not come whole yet.
    case incomplete
    /// What came is no HTTP/1.
    case malformed
    /// 100 to 599.
    case code(Int)

    private static let version: StaticString = "HTTP/1."
    /// The version, a digit, a blank, three digits, and what ends them.
    private static let length = 13

    /// Reads the beginning of what a server sent.
    @inline(never)
    public init(_ bytes: [UInt8]) {
        let line = Text(bytes)
        let version: Text = "\(Self.version)"
        let shared = min(bytes.count, version.count)
        guard version.hasPrefix(line.slice(0..<shared)) else {
            self = .malformed
            return
        }
        guard bytes.count >= Self.length else {
            self = line.firstIndex(of: 10) == nil ? .incomplete : .malformed
            return
        }
        guard bytes[7] >= 48, bytes[7] <= 57, bytes[8] == 32,
            bytes[12] == 32 || bytes[12] == 13
                || bytes[12] == 10,
            let code = line.slice(9..<12).decimal, code >= 100, code <= 599
        else {
            self = .malformed
            return
        }
        self = .code(Int(code))
    }

    /// Whether a server that answers so is healthy: 200 to 399, as Kubernetes has it.
    public var isGood: Bool {
        if case .code(let code) = self { code >= 200 && code < 400 } else { false }
    }
}
