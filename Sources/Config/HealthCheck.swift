public import Basics

/// How a job that is ready is probed: `health FORM every D timeout D failures N start-period D`.
public struct HealthCheck: Equatable, Sendable {
    /// ``ProbeForm/tcp``, ``ProbeForm/http`` or ``ProbeForm/exec``.
    public var form: ProbeForm
    /// As ``Readiness/words``.
    public var words: [Text]
    /// From one probe to the next; at least 100 ms.
    public var interval: Milliseconds
    /// How long a probe may take; at least 100 ms.
    public var timeout: Milliseconds
    /// So many failures in a row make a job unhealthy; 1 to 1000.
    public var failures: Int
    /// Failures do not count so long after the job has become ready.
    public var startPeriod: Milliseconds

    /// A probe with the numbers that hold where none are written.
    public init(_ form: ProbeForm, _ words: [Text]) {
        self.form = form
        self.words = words
        interval = Milliseconds(10_000)
        timeout = Milliseconds(1000)
        failures = 3
        startPeriod = Milliseconds(0)
    }

    /// The numbers, in milliseconds but for the third, as a setting has them.
    var numbers: Text {
        "\(interval.count) \(timeout.count) \(failures) \(startPeriod.count)"
    }

    /// What `spec` was given; nil where the job is not probed.
    ///
    /// The first of the setting's words has the numbers, as ``numbers`` gives them.
    @inline(never)
    init?(_ spec: JobSpec) {
        guard let form = spec.number(.health).flatMap({ ProbeForm(rawValue: $0) }) else {
            return nil
        }
        self.form = form
        words = spec.words(.health)
        let numbers = words.isEmpty ? Text([]) : words.remove(at: 0)
        interval = Milliseconds(numbers.word(0).decimal ?? 0)
        timeout = Milliseconds(numbers.word(1).decimal ?? 0)
        failures = Int(clamping: numbers.word(2).decimal ?? 1)
        startPeriod = Milliseconds(numbers.word(3).decimal ?? 0)
    }
}

extension JobSpec {
    /// How the job is probed while it runs; nil for not at all.
    public var health: HealthCheck? {
        get { HealthCheck(self) }
        set {
            guard let newValue else { return set(.health, nil) }
            var words: [Text] = [newValue.numbers]
            words += newValue.words
            set(.health, newValue.form.rawValue, words)
        }
    }

    /// What happens when it is unhealthy, by ``health`` or by the watchdog of sd_notify(3).
    public var healthAction: HealthAction {
        get { HealthAction(rawValue: number(.healthAction) ?? 0) ?? .restart }
        set { set(.healthAction, newValue.rawValue, unless: 0) }
    }
}
