/// The statuses that swinit itself ends with, beside those of jobs.
enum ExitStatus {
    /// Bad usage (EX_USAGE of sysexits(3)).
    static let usage: Int32 = 64
    /// Bad usage of the programs of daemontools, and of `swinit tool`.
    static let toolUsage: Int32 = 100
    /// swinit itself failed (EX_SOFTWARE).
    static let software: Int32 = 70
    /// Bad configuration at start (EX_CONFIG).
    static let configuration: Int32 = 78
}
