public import Basics

/// What whoever has a log does with it.
extension LogSink {
    /// Something that was taken in is not written yet, or a place is not open: nothing more is taken in.
    public var isBlocked: Bool {
        for place in places where place.isBusy { return true }
        return false
    }

    /// All that was taken in is in its files.
    public var isWritten: Bool {
        for place in places where !place.queue.isEmpty { return false }
        return true
    }

    /// A place could not be opened, and a program gives up.
    var isFatal: Bool {
        for place in places where place.isFatal { return true }
        return false
    }

    /// When ``advance(_:)`` is due; nil where only something else can help.
    public var deadline: Instant? {
        var first: Instant?
        for place in places where place.isBusy {
            guard let deadline = place.deadline else { continue }
            if first.map({ deadline < $0 }) ?? true { first = deadline }
        }
        return first
    }

    /// Writes, opens and renames what it can.
    @inline(never)
    public func advance(_ now: Instant) {
        for place in places where place.isBusy { place.advance(now) }
    }

    /// Has all that was taken in written at once as far as that is possible, since swinit ends.
    public func hurry(_ now: Instant) {
        for place in places { place.hurry() }
        advance(now)
    }

    /// How many bytes of the last that were taken in are not written anywhere yet.
    public var left: Int {
        var most = head.count
        for place in places { most = max(most, place.queue.count) }
        return most
    }

    /// Begins new files wherever something was written; ``advance(_:)`` does it.
    public func rotate() {
        for place in places { place.isRotationDue = true }
    }

    /// Ends the log when all is written: ``isBlocked`` until then.
    @inline(never)
    public func end() {
        endLine()
        for place in places { place.isEnding = true }
    }

    /// What there is to say since the last call.
    @inline(never)
    public func takeReports() -> [Text] {
        var all: [Text] = []
        for place in places {
            all.append(contentsOf: place.reports)
            place.reports = []
        }
        return all
    }

    /// The lines that the script has for standard error since the last call.
    @inline(never)
    public func takeErrors() -> [UInt8] {
        let taken = errors
        if !taken.isEmpty { errors = [] }
        return taken
    }

    /// A command to run now: one at a time.
    @inline(never)
    public func takeChild() -> LogChild? {
        guard running == nil else { return nil }
        for place in places where place.child == .wanted {
            place.child = .running
            running = place
            let isNumbered = place.kind == .numbered
            let location = place.terms.isInit ? place.location : place.path
            let end = isNumbered ? location.lastIndex(of: 47) ?? 0 : location.count
            return LogChild(
                command: isNumbered ? place.compression : place.processing,
                directory: location.slice(0..<end))
        }
        return nil
    }

    /// The command of the last ``takeChild()`` has ended, or could not be started.
    @inline(never)
    public func childEnded(_ exit: Exit, _ now: Instant) {
        guard let place = running else { return }
        running = nil
        place.childEnded(exit, now)
    }
}
