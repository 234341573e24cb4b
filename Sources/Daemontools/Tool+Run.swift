public import Basics

extension Tool {
    /// Runs the program to its end and answers the status to exit with; what it chain-loads takes the
    /// process over instead.
    ///
    /// `words` begin with the program's own name. The supervisors are swinit's to run.
    @inline(never)
    public func run(_ words: [Text]) -> Int32 {
        do throws(Stop) {
            switch self {
            case .svc: try Svc.run(words)
            case .svstat: try Svstat.run(words)
            case .svok: try Svok.run(words)
            case .setuidgid, .envuidgid: try Setuidgid.run(words, as: self)
            case .envdir: try Envdir.run(words)
            case .softlimit: try Softlimit.run(words)
            case .setlock: try Setlock.run(words)
            case .pgrphack: try Pgrphack.run(words)
            case .fghack: try Fghack.run(words)
            case .multilog: try Multilog.run(words)
            case .tai64n: try TAI64NStamper.run()
            case .tai64nlocal: try TAI64NLocal.run()
            case .readproctitle: try ReadProcessTitle.run(words)
            case .svscan, .supervise:
                throw fatal("this program is not supported yet")
            }
            return 0
        } catch {
            return error.status
        }
    }
}
