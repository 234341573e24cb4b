/// The early end of a program, which has said why already.
public struct Stop: Error {
    /// The status to exit with.
    public let status: Int32

    /// Bad usage.
    public static let usage: Int32 = 100
    /// Anything else that failed.
    public static let failure: Int32 = 111
}
