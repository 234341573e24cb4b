public import Basics

/// One job as its user wants it, checked: what each option was given.
///
/// It is one reference to a short list, so that a copy costs next to nothing and an option costs
/// memory only where it was written. The options are read by ``launch`` (all that a new process is
/// told, so that a change of it needs a restart), ``placement``, ``restart`` and ``stop``, which
/// also know what holds where an option was not written.
public struct JobSpec: Equatable, Sendable {
    /// What one option was given.
    struct Setting: Sendable {
        var option: Option
        /// A number, milliseconds, a signal, the place of a choice; by the option's kind.
        var number: Int64
        var words: [Text]
    }

    /// In the order of the options, each at most once; what an option has by default is left out, so
    /// that equal jobs have equal lists.
    private(set) var settings: [Setting] = []

    /// A job with every option at its default.
    @inline(never)
    public init(name: Text, command: [Text]) {
        set(.name, name)
        set(.command, command)
    }

    /// A job that has nothing, for comparison.
    init() {}

    /// The options that `self` and `other` do not have in common, as ``Option/bit``.
    @inline(never)
    func differences(from other: JobSpec) -> UInt64 {
        surplus(over: other) | other.surplus(over: self)
    }

    /// The options that were given something that `other` does not have.
    @inline(never)
    private func surplus(over other: JobSpec) -> UInt64 {
        var bits: UInt64 = 0
        for setting in settings {
            let words = other.words(setting.option)
            if other.number(setting.option) == setting.number, words == setting.words { continue }
            // Whether a variable comes from the defaults or from the job itself makes no difference.
            if setting.option == .environment, launch.sources == other.launch.sources { continue }
            bits |= setting.option.bit
        }
        return bits
    }

    public static func == (left: JobSpec, right: JobSpec) -> Bool {
        left.differences(from: right) == 0
    }

    /// Whether it is found out otherwise than for `other` whether a run is ready and healthy, or what
    /// follows from that differs.
    public func isProbed(unlike other: JobSpec) -> Bool {
        let options = Option.ready.bit | Option.health.bit | Option.healthAction.bit
        return differences(from: other) & options != 0
    }

    /// Whether a process that was started by `other` must be replaced by one of this job.
    public func needsRestart(from other: JobSpec) -> Bool {
        let differences = differences(from: other)
        return differences & Option.restarting != 0 || has(.isLogger) != other.has(.isLogger)
            || serviceIdentity != other.serviceIdentity
            || differences & Option.ready.bit != 0 && toldReadiness() != other.toldReadiness()
    }
}

/// Reading and writing by option; nil, or no words, where an option was not written.
extension JobSpec {
    @inline(never)
    func number(_ option: Option) -> Int64? {
        for setting in settings where setting.option == option { return setting.number }
        return nil
    }

    @inline(never)
    func milliseconds(_ option: Option) -> Milliseconds? {
        number(option).map { Milliseconds(UInt64(clamping: $0)) }
    }

    @inline(never)
    func words(_ option: Option) -> [Text] {
        for setting in settings where setting.option == option { return setting.words }
        return []
    }

    @inline(never)
    func text(_ option: Option) -> Text? {
        words(option).first
    }

    /// Whether `option` is not at its default.
    @inline(never)
    func has(_ option: Option) -> Bool {
        number(option) != nil
    }

    /// Gives `option` a number and words; nil puts it back to its default.
    @inline(never)
    mutating func set(_ option: Option, _ number: Int64?, _ words: [Text]) {
        var settings: [Setting] = []
        var added = number.map { Setting(option: option, number: $0, words: words) }
        for setting in self.settings where setting.option != option {
            if let next = added, next.option.rawValue < setting.option.rawValue {
                settings.append(next)
                added = nil
            }
            settings.append(setting)
        }
        if let added { settings.append(added) }
        self.settings = settings
    }

    /// Gives `option` a number; its default, nil for most, is not kept.
    @inline(never)
    mutating func set(_ option: Option, _ number: Int64?, unless initial: Int64? = nil) {
        set(option, number == initial ? nil : number, [])
    }

    /// Sets or clears an option that is on or off.
    @inline(never)
    mutating func set(_ option: Option, _ isOn: Bool) {
        set(option, isOn ? 1 : nil, [])
    }

    /// Gives `option` one word.
    @inline(never)
    mutating func set(_ option: Option, _ text: Text) {
        set(option, 0, [text])
    }

    /// Gives `option` words; none puts it back to its default.
    @inline(never)
    mutating func set(_ option: Option, _ words: [Text]) {
        set(option, words.isEmpty ? nil : 0, words)
    }

    /// Takes the words of `option` out, so that they can grow without a copy.
    @inline(never)
    mutating func takeWords(_ option: Option) -> [Text] {
        let words = words(option)
        set(option, nil, [])
        return words
    }

    /// Takes over what `other` says of these options.
    @inline(never)
    mutating func take(_ options: UInt64, from other: JobSpec) {
        for setting in settings where setting.option.bit & options != 0 {
            set(setting.option, nil, [])
        }
        for setting in other.settings where setting.option.bit & options != 0 {
            set(setting.option, setting.number, setting.words)
        }
    }
}

extension JobSpec {
    /// The unique name; at most 64 bytes.
    public var name: Text {
        @inline(never) get { text(.name) ?? Text([]) }
        set { set(.name, newValue) }
    }

    /// This is the command behind `--`: it starts last, stops first, keeps swinit's own stdin, stdout,
    /// stderr and terminal, and its status is always the container's.
    public var isMain: Bool {
        get { has(.isMain) }
        set { set(.isMain, newValue) }
    }

    /// The longest that a run may take, after which it is stopped and counts as failed; nil for none.
    public var runTimeout: Milliseconds? {
        get { milliseconds(.runTimeout) }
        set { set(.runTimeout, newValue.map { Int64(clamping: $0.count) }) }
    }

    /// What asks a process to read its own configuration again.
    public var reloadSignal: Signal {
        get { Signal(rawValue: Int32(clamping: number(.reloadSignal) ?? 1)) }
        set { set(.reloadSignal, Int64(newValue.rawValue), unless: 1) }
    }

    /// A process that has run so long is restarted; at least a second, nil for never.
    public var bounce: Milliseconds? {
        get { milliseconds(.bounce) }
        set { set(.bounce, newValue.map { Int64(clamping: $0.count) }) }
    }

    /// The files whose change restarts the job, as written; relative to its directory.
    public var depends: [Text] {
        get { words(.depends) }
        set { set(.depends, newValue) }
    }

    /// A change of ``depends`` sends ``reloadSignal`` instead of restarting (`depends-action reload`).
    public var dependsReloads: Bool {
        get { has(.dependsAction) }
        set { set(.dependsAction, newValue) }
    }

    /// How many processes; 0 to 1000.
    public var instances: Int {
        get { Int(clamping: number(.instances) ?? 1) }
        set { set(.instances, Int64(clamping: newValue)) }
    }

    /// `instances` was written: the processes are called `name.1` to `name.N`.
    public var hasInstances: Bool { has(.instances) }

    /// What a process of this job is started with.
    public var launch: Launch {
        get { Launch(spec: self) }
        set { take(Option.launch, from: newValue.spec) }
    }

    /// When the job starts, compared with the others.
    public var placement: Placement {
        get { Placement(spec: self) }
        set { take(Option.placement, from: newValue.spec) }
    }

    /// What its end means.
    public var restart: RestartPolicy {
        get { RestartPolicy(spec: self) }
        set { take(Option.restartPolicy, from: newValue.spec) }
    }

    /// How it is asked to end.
    public var stop: StopPolicy {
        get { StopPolicy(spec: self) }
        set { take(Option.stopPolicy, from: newValue.spec) }
    }
}
