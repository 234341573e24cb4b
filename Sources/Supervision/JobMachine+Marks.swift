import Basics

extension JobMachine {
    /// One bit of ``marks``: together they go into a record as they are.
    private subscript(mark: UInt32) -> Bool {
        get { marks & mark != 0 }
        set { marks = newValue ? marks | mark : marks & ~mark }
    }

    /// It executes its program.
    var isExecuted: Bool {
        get { self[1] }
        set { self[1] = newValue }
    }

    /// It could not be set up.
    var isSetUpFailed: Bool {
        get { self[2] }
        set { self[2] = newValue }
    }

    /// The run has been asked to end.
    var isStopping: Bool {
        get { self[4] }
        set { self[4] = newValue }
    }

    /// KILL has been sent.
    var isKilled: Bool {
        get { self[8] }
        set { self[8] = newValue }
    }

    /// Must wait until what a reload removed is gone.
    var isNew: Bool {
        get { self[16] }
        set { self[16] = newValue }
    }

    /// Part of the first start order, so that a failed `wait once` may end the container.
    var isOfBoot: Bool {
        get { self[32] }
        set { self[32] = newValue }
    }

    /// A run of this definition has been ready: what `wait ready` waits for.
    var hasBeenReady: Bool {
        get { self[64] }
        set { self[64] = newValue }
    }

    /// A run of this definition has ended.
    var hasEnded: Bool {
        get { self[128] }
        set { self[128] = newValue }
    }

    /// A run of this definition has ended well.
    var hasSucceeded: Bool {
        get { self[256] }
        set { self[256] = newValue }
    }

    /// A user has switched it on or off against its definition, until the next reload.
    var isSwitched: Bool {
        get { self[512] }
        set { self[512] = newValue }
    }

    /// Its `stop-cmd` was asked for and has not ended.
    var runsCommand: Bool {
        get { self[1024] }
        set { self[1024] = newValue }
    }

    /// It drains only for the `stop-cmd` that undoes what its last run has done; what that run left
    /// behind is left alone.
    var isUndoing: Bool {
        get { self[2048] }
        set { self[2048] = newValue }
    }

    /// A probe is under way.
    var isProbing: Bool {
        get { self[4096] }
        set { self[4096] = newValue }
    }

    /// The run is ready: from the moment on where it executes, or where its `ready` holds.
    var isReadyNow: Bool {
        get { self[8192] }
        set { self[8192] = newValue }
    }

    /// So many checks in a row have failed as `health` allows.
    var isUnhealthy: Bool {
        get { self[16384] }
        set { self[16384] = newValue }
    }

    /// It has not said in time that it is alive.
    var isSilent: Bool {
        get { self[32768] }
        set { self[32768] = newValue }
    }

    /// It has said that it ends: nobody checks any more whether it is healthy.
    var isEnding: Bool {
        get { self[65536] }
        set { self[65536] = newValue }
    }

    /// An operator wants no run after this one.
    var isLastRun: Bool {
        get { self[131072] }
        set { self[131072] = newValue }
    }

    /// It has failed only since one has that it waits for.
    var lacksDependency: Bool {
        get { self[262144] }
        set { self[262144] = newValue }
    }

    /// It has not read all that it was given.
    var leavesInput: Bool {
        get { self[524288] }
        set { self[524288] = newValue }
    }

    /// Forgets what was true of a run, before the next one.
    mutating func clearRun() {
        marks &= ~0xDFC0F
        commandPid = 0
        probePid = 0
        cause = nil
        signalled = 0
        failedChecks = 0
        watchdogPeriod = 0
        stopDue = .never
        probeDue = .never
        gate = .never
        watchdogDue = .never
        pausedAt = .never
        suspended = Milliseconds(0)
    }

    /// Goes on in another image of swinit, which has read this from a record.
    ///
    /// A status pipe does not outlive the program, so a process counts as executing; a spawn whose
    /// answer was lost is asked for again unless ``Supervisor/adopt(_:pid:at:)`` finds its process.
    @inline(never)
    mutating func recover(at now: Instant) {
        guard phase == .alive else {
            pid = 0
            return
        }
        if pid == 0 {
            phase = .backingOff
            time = now
        } else {
            isExecuted = !isSetUpFailed
        }
    }

    /// Forgets what the runs of one definition have shown.
    mutating func clearDefinition() {
        marks &= 0x1FC1F
        forgetFailures()
    }

    /// Forgets how runs have failed.
    mutating func forgetFailures() {
        shortRuns = 0
        failedStarts = 0
    }
}
