public import Basics

/// A directive outside of jobs that this version obeys.
enum GlobalOption: UInt8, Sendable {
    case job, defaults, include, environment
    case stopDelay, shutdownTimeout, shutdown, shutdownStatus, linger, forward
}

/// One row of the ``OptionCatalogue``.
public struct OptionEntry: Sendable {
    /// What stands behind an option's name.
    public enum Kind: Equatable, Sendable {
        /// Nothing.
        case flag
        /// One word.
        case text, path, number, duration, signal, choice
        /// One word or more.
        case list
        /// A form of its own.
        case special
        /// Lines between braces.
        case block
    }

    /// The name, and behind a blank what follows it: `stop-timeout D`.
    public let usage: StaticString
    /// What stands behind the name.
    public let kind: Kind
    /// What holds where the option is not written; empty for nothing.
    public let initial: StaticString
    /// One line of help.
    public let help: StaticString
    /// It may stand in a job (and in `defaults`).
    public let isJobOption: Bool
    /// It may stand outside of jobs.
    public let isGlobal: Bool
    let job: JobOption?
    let global: GlobalOption?

    /// An option of jobs; where `job` is nil it is known, but not supported yet.
    @inline(__always)
    init(
        _ usage: StaticString, _ kind: Kind, _ initial: StaticString, _ help: StaticString,
        _ job: JobOption?
    ) {
        self.usage = usage
        self.kind = kind
        self.initial = initial
        self.help = help
        isJobOption = true
        isGlobal = false
        self.job = job
        global = nil
    }

    /// A directive outside of jobs; where `global` is nil it is known, but not supported yet.
    @inline(__always)
    init(
        _ usage: StaticString, _ kind: Kind, _ initial: StaticString, _ help: StaticString,
        global: GlobalOption?
    ) {
        self.usage = usage
        self.kind = kind
        self.initial = initial
        self.help = help
        isJobOption = false
        isGlobal = true
        job = nil
        self.global = global
    }

    /// An option that may stand in jobs and outside of them.
    @inline(__always)
    init(
        _ usage: StaticString, _ kind: Kind, _ initial: StaticString, _ help: StaticString,
        _ job: JobOption?, both global: GlobalOption?
    ) {
        self.usage = usage
        self.kind = kind
        self.initial = initial
        self.help = help
        isJobOption = true
        isGlobal = true
        self.job = job
        self.global = global
    }

    /// The option's name: the usage up to its first blank.
    public var name: Text {
        let text: Text = "\(usage)"
        return text.slice(0..<(text.firstIndex(of: 32) ?? text.count))
    }

    /// Whether word `index` of `line` is this option's name.
    func isNamed(by line: Line, _ index: Int) -> Bool {
        let word = line.words[index]
        let length = word.end - word.start
        guard usage.utf8CodeUnitCount >= length else { return false }
        return usage.withUTF8Buffer { name in
            if name.count > length, unsafe name[length] != 32 { return false }
            for offset in 0..<length where unsafe name[offset] != line.bytes[word.start + offset] {
                return false
            }
            return true
        }
    }
}
