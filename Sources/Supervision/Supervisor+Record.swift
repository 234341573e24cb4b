import Basics
import Config

extension Supervisor {
    /// The record of one row.
    public func record(of index: Int) -> InstanceRecord {
        guard isJob(index) else { return InstanceRecord() }
        var record = InstanceRecord(machines[index])
        record.nameHash = specs[index].name.nameHash
        record.pid = pids[index]
        return record
    }

    /// The record of all that belongs to no row.
    public var ownRecord: SupervisorRecord {
        var record = SupervisorRecord()
        record.jitter = jitter.state
        if hasBegun { record.flags |= SupervisorRecord.hasBegun }
        if isBootComplete { record.flags |= SupervisorRecord.isBootComplete }
        if let shutdown { record.write(shutdown) }
        if let endReason { record.write(endReason) }
        if let cutShortStatus {
            record.flags |= SupervisorRecord.hasCutShort
            record.cutShortStatus = cutShortStatus
        }
        if let firstFailure {
            record.flags |= SupervisorRecord.hasFirstFailure
            record.firstFailure = firstFailure
        }
        if let mainStatus {
            record.flags |= SupervisorRecord.hasMainStatus
            record.mainStatus = mainStatus
        }
        if let firstInterrupt {
            record.flags |= SupervisorRecord.hasFirstInterrupt
            record.firstInterrupt = firstInterrupt.milliseconds
        }
        return record
    }
}

extension Supervisor {
    @inline(never)
    mutating func restore(_ own: SupervisorRecord) {
        jitter.state = own.jitter
        hasBegun = own.flags & SupervisorRecord.hasBegun != 0
        isBootComplete = own.flags & SupervisorRecord.isBootComplete != 0
        endReason = own.endReason
        if own.flags & SupervisorRecord.hasCutShort != 0 { cutShortStatus = own.cutShortStatus }
        if own.flags & SupervisorRecord.hasFirstFailure != 0 { firstFailure = own.firstFailure }
        if own.flags & SupervisorRecord.hasMainStatus != 0 { mainStatus = own.mainStatus }
        if own.flags & SupervisorRecord.hasFirstInterrupt != 0 {
            firstInterrupt = Instant(milliseconds: own.firstInterrupt)
        }
        guard own.flags & SupervisorRecord.hasShutdown != 0 else { return }
        shutdown = Shutdown(
            stage: Shutdown.Stage(rawValue: own.stage) ?? .delaying,
            budgetEnd: Instant(milliseconds: own.budgetEnd),
            stageEnd: own.flags & SupervisorRecord.hasStageEnd != 0
                ? Instant(milliseconds: own.stageEnd) : nil,
            isShort: own.flags & SupervisorRecord.isShort != 0)
    }
}
