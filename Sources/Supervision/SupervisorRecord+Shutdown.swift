import Basics

extension SupervisorRecord {
    static let hasBegun: UInt16 = 1
    static let isBootComplete: UInt16 = 2
    static let hasShutdown: UInt16 = 4
    static let hasStageEnd: UInt16 = 8
    static let isShort: UInt16 = 16
    static let hasCutShort: UInt16 = 32
    static let hasFirstFailure: UInt16 = 64
    static let hasMainStatus: UInt16 = 128
    static let hasFirstInterrupt: UInt16 = 256

    @inline(never)
    mutating func write(_ shutdown: Shutdown) {
        flags |= Self.hasShutdown
        stage = shutdown.stage.rawValue
        budgetEnd = shutdown.budgetEnd.milliseconds
        if shutdown.isShort { flags |= Self.isShort }
        guard let end = shutdown.stageEnd else { return }
        flags |= Self.hasStageEnd
        stageEnd = end.milliseconds
    }

    @inline(never)
    mutating func write(_ why: EndReason) {
        switch why {
        case .signal(let signal):
            reason = 1
            reasonSubject = signal.rawValue
        case .nothingLeft(let status):
            reason = 2
            reasonStatus = status
        case .job(let row, let status):
            reason = 3
            reasonSubject = row
            reasonStatus = status
        }
    }

    var endReason: EndReason? {
        switch reason {
        case 1: .signal(Signal(rawValue: reasonSubject))
        case 2: .nothingLeft(status: reasonStatus)
        case 3: .job(row: reasonSubject, status: reasonStatus)
        case _: nil
        }
    }
}
