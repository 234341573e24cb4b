/// The early end of a program, which has said why already.
struct Stop: Error {
    /// The status to exit with.
    let status: Int32

    /// Bad usage.
    static let usage: Int32 = 100
    /// Anything else that failed.
    static let failure: Int32 = 111
}
