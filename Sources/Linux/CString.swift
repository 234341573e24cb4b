public import Basics

/// A text with the NUL behind it that system calls want.
///
/// A text with a NUL inside is cut there, as every C program would.
public struct CString {
    private let bytes: [CChar]

    /// Copies `text`.
    public init(_ text: Text) {
        var copy: [CChar] = []
        copy.reserveCapacity(text.count + 1)
        for byte in text.bytes { copy.append(CChar(bitPattern: byte)) }
        copy.append(0)
        bytes = copy
    }

    /// Lends the pointer to `body`.
    public func withPointer<Answer>(_ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else {
                // Never: there is always the NUL.
                var empty: CChar = 0
                return unsafe body(&empty)
            }
            return unsafe body(start)
        }
    }
}
