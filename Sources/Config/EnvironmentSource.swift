public import Basics

/// One thing that gives a job variables: a line of ``Launch/sources``.
///
/// They are lines of one text, so that jobs which share thousands of them share one reference. No word
/// of a file has an end of a line in it.
public struct EnvironmentSource {
    /// What it is, in the order of application within one layer, where later ones win.
    public enum Kind: UInt8 {
        /// A directory that has a file for each variable (envdir of daemontools).
        case folder
        /// A file of `VAR=VALUE` lines.
        case file
        /// A file that may be missing.
        case optionalFile
        /// `VAR=VALUE`.
        case variable

        /// The place in a layer: both kinds of files are as they were written.
        fileprivate var rank: UInt8 { (rawValue + 1) / 2 }
    }

    public let kind: Kind
    /// `VAR=VALUE`; else an absolute path, or one that begins with a `${NAME}` as it was written.
    public let text: Text

    /// Reads a line: `=`, the kind's digit and a path, or a variable, whose name is never empty.
    @inline(never)
    public init(_ line: Text) {
        kind = Self.kind(of: line)
        text = line.dropFirst(kind == .variable ? 0 : 2)
    }

    /// Writes a line.
    static func line(_ kind: Kind, _ path: Text) -> Text { "=\(Int(kind.rawValue))\(path)" }

    @inline(never)
    private static func kind(of line: Text) -> Kind {
        // ``Literal`` may have marked it.
        let start = line.bytes.first == 0 ? 1 : 0
        guard line.count > start + 1, line.bytes[start] == 61 else { return .variable }
        return Kind(rawValue: line.bytes[start + 1] &- 48) ?? .variable
    }

    /// The lines of all of `texts`.
    @inline(never)
    static func lines(of texts: [Text]) -> [Text] {
        var lines: [Text] = []
        for text in texts where !text.isEmpty { lines += text.split(at: 10) }
        return lines
    }

    /// The lines of all of `texts` as one layer.
    @inline(never)
    static func layer(_ texts: [Text]) -> Text {
        let lines = lines(of: texts)
        var bytes: [UInt8] = []
        for rank in 0..<3 as Range<UInt8> {
            for line in lines where kind(of: line).rank == rank {
                if !bytes.isEmpty { bytes.append(10) }
                line.render(into: &bytes)
            }
        }
        return Text(bytes)
    }
}
