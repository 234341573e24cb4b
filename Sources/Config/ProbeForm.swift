public import Basics

/// A way to learn whether a job is ready, or still works; in the order of the words of `ready`.
public enum ProbeForm: Int64, Equatable, Sendable {
    /// The process says so by sd_notify(3): `notify`.
    case notify
    /// The process writes a newline to a descriptor of its own (s6): `fd N`.
    case descriptor
    /// A connection succeeds: `tcp ADDR:PORT`.
    case tcp
    /// A request is answered well: `http URL`.
    case http
    /// A command succeeds: `exec CMD...`.
    case exec
    /// A connection to a socket in the file system succeeds: `unix PATH`.
    case unix
    /// A file is created or changed: `file PATH`.
    case file
    /// A line of output has a text: `log TEXT`.
    case log
}

extension ProbeForm {
    /// How it is written.
    public var name: Text { Text(stringLiteral: ProbeLine.forms).word(Int(rawValue)) }
}
