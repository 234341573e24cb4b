/// What single-command mode can tell of; ``SingleWords`` has the words, in this order.
enum SingleFact: UInt8, CaseIterable {
    case notExecuted, notSetUp, notForked, noPidFile
    case noSubreaper, warnedOrphan
    case began, notDetached, detached, detachedFollower
    case started, notAttached
    case received, receivedChild, ignoredHandOver
    case rewrote, dropped, forwarded, suspending
    case reaped, reapedKilled, orphan
    case ended, endedKilled
}
