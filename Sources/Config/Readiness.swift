public import Basics

/// When a job is ready: `ready FORM [within D]`.
public struct Readiness: Equatable, Sendable {
    /// How that is found out.
    public var form: ProbeForm
    /// The command of ``ProbeForm/exec``, nothing for ``ProbeForm/notify``, else one word: an address,
    /// a URL, a path, the number of a descriptor, a text.
    ///
    /// Where the job has `expand` a word may have `${NAME}`, even an address, which is then only known
    /// at a start to be one.
    public var words: [Text]
    /// How long it may take from the start on; nil for as long as it likes.
    public var within: Milliseconds?

    public init(_ form: ProbeForm, _ words: [Text], within: Milliseconds? = nil) {
        self.form = form
        self.words = words
        self.within = within
    }

    /// How many bits ``form`` takes in the number of the setting.
    static let formBits: Int64 = 3

    /// What `spec` was given; nil where the job is ready as soon as it runs.
    @inline(never)
    init?(_ spec: JobSpec) {
        guard let number = spec.number(.ready),
            let form = ProbeForm(rawValue: number & (1 << Self.formBits - 1))
        else { return nil }
        self.form = form
        words = spec.words(.ready)
        let pause = UInt64(clamping: number >> Self.formBits)
        within = pause == 0 ? nil : Milliseconds(pause)
    }
}

extension JobSpec {
    /// When the job is ready; nil for as soon as it runs.
    public var readiness: Readiness? {
        get { Readiness(self) }
        set {
            guard let newValue else { return set(.ready, nil) }
            let pause = Int64(clamping: newValue.within?.count ?? 0)
            set(.ready, pause << Readiness.formBits | newValue.form.rawValue, newValue.words)
        }
    }

    /// What the process is told of how to say that it is ready: 0 for nothing.
    @inline(never)
    func toldReadiness() -> UInt64 {
        guard let readiness else { return 0 }
        switch readiness.form {
        case .notify: return 1
        case .descriptor: return 2 + (readiness.words.first?.decimal ?? 0)
        case .tcp, .http, .exec, .unix, .file, .log: return 0
        }
    }
}
