import Basics
import Linux

#if DEBUG
    /// A fault on purpose, for the tests of a debug build.
    ///
    /// With `SWINIT_FAULT=write`, `trap` or `overflow` in the environment, USR2 makes swinit fail so.
    enum FaultHook {
        /// Fails if `signal` is the one and a fault is asked for.
        static func fire(on signal: Signal) {
            guard signal == .user2 else { return }
            switch InheritedEnvironment()["SWINIT_FAULT"] ?? "" {
            case "write": FaultRecovery.faultOnPurpose(1)
            case "trap": FaultRecovery.faultOnPurpose(2)
            case "overflow": FaultRecovery.faultOnPurpose(3)
            default: break
            }
        }
    }
#endif
