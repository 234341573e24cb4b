public import Basics

/// A configuration file, read, checked and with defaults filled in.
public struct Configuration: Equatable, Sendable {
    /// The jobs in file order.
    public var jobs: [JobSpec] = []
    /// How the container ends.
    public var shutdown = ShutdownSettings()
    /// Stay when nothing runs any more (`linger`).
    public var lingers = false
    /// Who gets the signals that swinit itself has no use for.
    public var forwarding = Forwarding()
    /// The files are read again only where that is asked for, not when they change
    /// (`reload on request`).
    public var reloadsOnRequest = false
    /// The settings of `log` outside of jobs, which swinit's own messages follow.
    public var log = LogSettings(spec: JobSpec())
    /// Where pmtr's status datagrams go (`report to`).
    public var reports: [UDPAddress] { reportTexts.compactMap { UDPAddress($0) } }
    /// Where pmtr's `enable` and `disable` datagrams come in (`listen on`).
    public var listens: [UDPAddress] { listenTexts.compactMap { UDPAddress($0) } }
    /// ``reports``, as an address is rendered.
    public var reportTexts: [Text] = []
    /// ``listens``, as an address is rendered.
    public var listenTexts: [Text] = []
    /// The directories of the patterns that `include` was given, absolute where the file's own path
    /// is: a file that appears there is a change.
    public var includeFolders: [Text] = []

    /// The folders of `services in`, each as the path of its list (``ServiceList``).
    public var serviceFolders: [Text] = []

    /// A configuration without jobs.
    public init() {}
}

/// How the container ends.
public struct ShutdownSettings: Equatable, Sendable {
    /// How long to wait before the first stop signal, so that a load balancer can drain.
    public var stopDelay = Milliseconds(0)
    /// The budget of the whole shutdown where one was written; nil for the computed default.
    public var timeout: Milliseconds?
    /// Signals that ask for a shutdown beside TERM, INT, QUIT and RTMIN+3.
    public var signals: [Signal] = []
    /// The container's status after a shutdown by signal is 128 + n instead of 0.
    public var statusIsSignal = false

    /// No delay, and the default budget.
    public init() {}
}

/// Who gets a signal that is neither a shutdown nor a reload.
public struct Forwarding: Equatable, Sendable {
    /// `forward SIGNAL... to JOB...`: these jobs get these signals, whether they catch them or not.
    public struct Rule: Equatable, Sendable {
        public var signals: [Signal]
        public var jobs: [Text]

        public init(signals: [Signal], jobs: [Text]) {
            self.signals = signals
            self.jobs = jobs
        }
    }

    /// A signal that no rule names goes to the main process of every running job that is not
    /// one-time and catches it.
    ///
    /// False after `forward none`.
    public var isAutomatic = true
    public var rules: [Rule] = []

    /// Forwarding without rules.
    public init() {}
}
