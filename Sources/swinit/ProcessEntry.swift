import Basics

/// What the executor keeps of one instance's process: numbers that the supervisor has no use for.
struct ProcessEntry {
    /// The process that was started last, which is also its group's number; 0 for none.
    var pid: Int32 = 0
    /// The end of the status pipe that is polled, or -1.
    var status: Int32 = -1
}
