public import Basics

/// The service directories of one folder, as text: what swinit found there, and what the next image of it
/// goes on with.
///
/// A line is a service: its name, or `NAME/log` for its logger, and behind blanks `d` for one that is not
/// started by itself, `l` for one with a logger, and letters with a number: `s` the stop signal, `t` the
/// milliseconds until KILL, `n` the descriptor that tells that it is ready, `i` which directory it is. A
/// line `!NAME WORDS` says what
/// is wrong with one.
public enum ServiceList {
    /// What stands behind the folder in the path of its list.
    private static let suffix: StaticString = "/*"
    /// What stands behind a service directory in the path of a list of that alone.
    private static let ownSuffix: StaticString = "/**"

    /// The path of the list of the service directories in `folder`; with `isAlone` of `folder` itself.
    public static func path(of folder: Text, isAlone: Bool = false) -> Text {
        isAlone ? "\(folder)\(ownSuffix)" : "\(folder)\(suffix)"
    }

    /// Whether this is the path of a list, not of a file.
    public static func isPath(_ path: Text) -> Bool { path.hasSuffix("/*") || isAlone(path) }

    /// Whether the list at `path` has only the service directory whose path it begins with.
    public static func isAlone(_ path: Text) -> Bool { path.hasSuffix("/**") }

    /// The folder that the list at `path` is about.
    @inline(never)
    public static func folder(of path: Text) -> Text {
        path.slice(0..<(path.lastIndex(of: 47) ?? 0))
    }

    /// The line of `entry` in `list`; nil where it has none.
    @inline(never)
    public static func line(of entry: Text, in list: Text) -> Text? {
        let start: Text = "\(entry) "
        for line in list.split(at: 10) where line.hasPrefix(start) { return line }
        return nil
    }

    /// What is wrong with the name of a service; nil for a good one.
    @inline(never)
    public static func fault(of name: Text) -> Text? {
        if name.isEqual(to: MainJob.name) { return "that is the command behind '--'" }
        return JobName.fault(of: name).map { Text(stringLiteral: $0) }
    }
}

extension JobSpec {
    /// It is a service directory, with the manners of daemontools.
    public var isService: Bool { has(.service) }

    /// Somebody who wants it down waits for as long as it takes (svc -d).
    public var isNeverKilled: Bool { (number(.service) ?? 0) & 3 == 1 }

    /// Which directory it is: another one in its place is another service.
    public var serviceIdentity: Int64 { (number(.service) ?? 0) >> 2 }

    /// The service of a line of the list at `path`, whose job is called `name`.
    ///
    /// With `sharesStreams` it has swinit's own, as under svscan(8) and supervise(8).
    @inline(never)
    public init(service name: Text, _ fields: [Text], in path: Text, sharesStreams: Bool) {
        self.init(name: name, command: ["./run"])
        let folder = ServiceList.folder(of: path)
        let isAlone = ServiceList.isAlone(path)
        set(.directory, isAlone ? folder : "\(folder)/\(fields[0])")
        var service: Int64 = 1
        set(.status33IsPlain, true)
        if sharesStreams {
            let stream = Launch.Stream.inherit.rawValue
            if isAlone { set(.input, stream) }
            if !fields.contains("l") { set(.output, stream) }
            set(.errors, stream)
        }
        for field in fields.dropFirst() where !field.isEmpty {
            let number = Int64(clamping: field.dropFirst(1).decimal ?? 0)
            switch field.bytes[0] {
            case 100: set(.disable, true)
            case 108: set(.logTo, "\(name).log" as Text)
            case 115: set(.stopSignal, number, unless: 15)
            case 116:
                service ^= 3
                set(.stopTimeout, number, unless: 8000)
            case 110: set(.ready, ProbeForm.descriptor.rawValue, [field.dropFirst(1)])
            case 105: service |= number << 2
            default: break
            }
        }
        set(.service, service)
    }
}
