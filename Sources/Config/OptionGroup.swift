import Basics

/// The options that are explained together.
enum OptionGroup: UInt8 {
    case job, launch, placement, restart, stop, others, globals, future

    /// The group of the option in row `entry`.
    @inline(never)
    init(of entry: OptionEntry) {
        guard let option = entry.option else {
            self = .future
            return
        }
        let bit = option.bit
        if option == .name || option == .command {
            self = .job
        } else if option == .log {
            self = .others
        } else if !entry.isJobOption {
            self = .globals
        } else if bit & Option.launch != 0 {
            self = .launch
        } else if bit & Option.placement != 0 {
            self = .placement
        } else if bit & Option.restartPolicy != 0 {
            self = .restart
        } else {
            self = bit & Option.stopPolicy != 0 ? .stop : .others
        }
    }

    /// What its options have in common.
    var title: StaticString {
        switch self {
        case .job: "Every job"
        case .launch: "What a job's process is started with"
        case .placement: "When a job starts"
        case .restart: "What the end of a run means"
        case .stop: "How a job is asked to end"
        case .others: "More for a job"
        case .globals: "Outside of jobs"
        case .future: "Not supported yet"
        }
    }
}
