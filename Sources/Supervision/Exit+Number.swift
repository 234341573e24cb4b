import Basics

extension Exit {
    /// As a number in a record; below 0 for what no status says.
    var number: Int32 {
        switch self {
        case .code(let code): code
        case .signal(let signal): 256 &+ signal
        case .unknown: JobMachine.endedUnseen
        }
    }

    /// Reads ``number`` back; nil for ``JobMachine/neverEnded``.
    init?(number: Int32) {
        if number >= 256 {
            self = .signal(number &- 256)
        } else if number >= 0 {
            self = .code(number)
        } else if number == JobMachine.endedUnseen {
            self = .unknown
        } else {
            return nil
        }
    }
}
