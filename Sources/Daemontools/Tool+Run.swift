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
            case .multilog, .tai64n, .tai64nlocal, .readproctitle, .svscan, .supervise, .svc,
                .svstat, .svok, .setuidgid, .envuidgid, .envdir, .softlimit, .setlock, .pgrphack,
                .fghack:
                throw fatal("this program is not supported yet")
            }
        } catch {
            return error.status
        }
    }
}
