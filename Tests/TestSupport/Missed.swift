/// Something that a test waited for and that did not happen in time.
public struct Missed: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
