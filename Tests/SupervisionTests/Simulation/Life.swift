/// One definition of one instance, from its appearance to its change or removal.
struct Life {
    var epoch: Int
    /// It came by a reload, so that what the reload removed goes first.
    var isNew: Bool
    var hasStarted = false
    var hasBeenReady = false
    /// A run was ready, but was to end already.
    var mayHaveBeenReady = false
    var hasEnded = false
    /// A run has ended, but because it was not wanted.
    var mayHaveEnded = false
    var hasSucceeded = false
    /// Its policy has given it up, or ended it with a failure.
    var hasFailedForGood = false
    /// That was so once: the jobs behind it may have gone on.
    var hasGivenUp = false
    /// As a barrier it was open once: the start order may have passed it.
    var wasOpen = false
    /// Everything before it was out of the way once: what comes back later holds it no more.
    var isReleased = false
    /// Its policy has ended it with a success.
    var isDone = false
    /// It may be one of these.
    var mayRest = false
    /// When runs failed, as far back as `restart-limit` looks.
    var failures: [UInt64] = []
    /// A crash has made swinit take some of them for later ones: it may give up too early.
    var areFailuresBlurred = false
    /// Failed starts in a row.
    var failedStarts = 0
    /// Runs in a row after which the growing delay went on growing.
    var shortRuns: UInt64 = 0
    /// What is counted above began under other rules: nobody says what they are then.
    var isPolicyOld = false
    /// Processes that could not be made, in a row.
    var refusals: UInt64 = 0
    /// An operator has started it past its order.
    var isOverridden = false
    /// An operator has had a hand in it: it is not the start order that has started it.
    var isHandled = false

    /// An operator has started it although nothing else would.
    var isUpByHand = false
    /// It is that of the configuration at the start.
    var isFirst = false
    /// An operator wants one run, or no run after the present one.
    var isOnce = false
    /// The limit that it has reached; true: it ends the container.
    var givenUpBy: Bool?

    init(epoch: Int, isNew: Bool) {
        self.epoch = epoch
        self.isNew = isNew
    }

    /// The run of another definition is that of this one too: it need not wait, and others may have
    /// waited for it.
    mutating func goesOn() {
        hasStarted = true
        mayHaveBeenReady = true
        mayHaveEnded = true
    }

    /// What is started by hand begins anew.
    mutating func forgetFailures() {
        failures = []
        areFailuresBlurred = false
        failedStarts = 0
        shortRuns = 0
        isPolicyOld = false
    }
}
