import Basics
import Linux

/// Which program we are called as: a link of another init's name makes us that init.
enum Personality: Equatable, Sendable {
    case swinit
    /// tini 0.19.0, which Docker calls `docker-init`.
    case tini
    /// dumb-init 1.2.5.
    case dumbInit
    /// catatonit 0.1.7, which Podman uses.
    case catatonit

    /// Goes by the last part of the name that we were executed by.
    init(name: Text) {
        switch Self.lastPart(of: name) {
        case "tini", "tini-static", "docker-init": self = .tini
        case "dumb-init": self = .dumbInit
        // Podman calls what stands at its init path so.
        case "catatonit", "podman-init": self = .catatonit
        default: self = .swinit
        }
    }

    /// The letter by which its lines in ``SingleWords`` are known.
    var initial: UInt8 {
        switch self {
        case .swinit: UInt8(ascii: "s")
        case .tini: UInt8(ascii: "t")
        case .dumbInit: UInt8(ascii: "d")
        case .catatonit: UInt8(ascii: "c")
        }
    }

    /// The signals that it does not pass on unless told to.
    var withheld: SignalSet {
        switch self {
        // PIPE, TTIN, TTOU.
        case .swinit: SignalSet(bits: 1 << 12 | 1 << 20 | 1 << 21)
        // TTIN, TTOU.
        case .tini: SignalSet(bits: 1 << 20 | 1 << 21)
        case .dumbInit: .empty
        // TSTP, TTIN, TTOU.
        case .catatonit: SignalSet(bits: 1 << 19 | 1 << 20 | 1 << 21)
        }
    }

    /// Whether orphans become its children without being asked for.
    var isSubreaper: Bool {
        switch self {
        case .swinit, .catatonit: true
        case .tini, .dumbInit: false
        }
    }

    /// What stands behind the last slash.
    @inline(never)
    static func lastPart(of path: Text) -> Text {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return path.slice((slash + 1)..<path.count)
    }

    /// The options, separated by blanks.
    ///
    /// Each is its letter (`-` for none), what it asks for (see ``InvocationParser/apply(_:_:)``),
    /// `:` where it takes a value or else `.`, and its long name.
    var options: StaticString {
        switch self {
        case .swinit:
            """
            cc:config pp:pid-file vv.verbose qq.quiet FF. tt. hh.help VV.version -j.json -x.strict \
            -a:allow -k.show-secrets ss. gg. ww. ll. ee: rr: -1.single-child -d:parent-death-signal
            """
        case .tini: "hh. vv. ww. gg. ll. ss. ee: pd:"
        case .dumbInit: "hh.help vv.verbose VV.version c1.single-child rr:rewrite"
        case .catatonit: "gg. hh. Ll. PP. VV.version"
        }
    }
}
