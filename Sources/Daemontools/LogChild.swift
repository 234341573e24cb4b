public import Basics

/// A command that works on a file of a log, and that somebody has to run.
public struct LogChild {
    /// The program and its arguments.
    public let command: [Text]
    /// Where it has to run, from the root on or from the working directory on.
    public let directory: Text
}
