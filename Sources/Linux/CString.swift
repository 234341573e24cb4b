public import Basics

/// A text with the NUL behind it that system calls want.
///
/// A text with a NUL inside is cut there, as every C program would.
public struct CString {
    private static let empty: StaticString = ""

    private let bytes: [UInt8]

    /// Copies `text`.
    public init(_ text: Text) {
        bytes = text.bytes + [0]
    }

    /// Lends the pointer to `body`.
    public func withPointer<Answer>(_ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
        unsafe bytes.withUnsafeBytes { buffer in
            // Never missing: there is always the NUL.
            let start = unsafe buffer.baseAddress ?? UnsafeRawPointer(Self.empty.utf8Start)
            return unsafe body(start.assumingMemoryBound(to: CChar.self))
        }
    }
}
