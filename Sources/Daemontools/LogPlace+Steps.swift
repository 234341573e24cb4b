import Basics
import CLinux
import Linux

/// The steps of a place. Each answers the one that follows, or nil where there is nothing to do now.
extension LogPlace {
    // MARK: - Opening

    @inline(never)
    func open() throws(SystemError) -> Step? {
        release()
        switch kind {
        case .overwritten:
            attempt = "unable to create %"
            try openFolder()
            let own = terms.isInit ? name : path
            close(try open(own, O_APPEND | O_CREAT, mode: 0o600))
            attempt = "unable to write %"
            file = try open(own, 0, mode: 0)
            return .writing
        case .numbered:
            attempt = "unable to write to %"
            try openFolder()
            file = try open(name, O_APPEND | O_CREAT, mode: 0o644)
            written = Int(clamping: try facts(name)?.size ?? 0)
            isAtLineStart = true
            if child != .running { wantCompression() }
            return .writing
        case .directory: return try openDirectory()
        }
    }

    private func openDirectory() throws(SystemError) -> Step? {
        attempt = "unable to open directory %"
        try openFolder()
        attempt = "unable to lock directory %"
        lock = try open("lock", O_APPEND | O_CREAT, mode: 0o600)
        try check(flock(lock, LOCK_EX | LOCK_NB))
        attempt = "unable to stat %/current"
        let current = try facts("current")
        let goesOn = terms.resumes && isFirst
        if goesOn || current?.isFinished == true {
            attempt = "unable to append to %/current"
            try openCurrent()
            written = Int(clamping: current?.size ?? 0)
            isFirst = false
            return goesOn ? try resume() : .writing
        }
        isFirst = false
        try unlink("state")
        try unlink("newstate")
        attempt = "unable to stat %/processed"
        let isProcessed = try facts("processed")?.isFinished == true
        try unlink(isProcessed ? "previous" : "processed")
        return save(
            isProcessed ? "processed" : "previous", as: isProcessed ? 115 : 117, then: .saving)
    }

    /// Goes on with a rotation that a fault of swinit's interrupted.
    private func resume() throws(SystemError) -> Step {
        if try facts("processed")?.isFinished == true { return .processed }
        if try facts("previous") == nil { return .writing }
        return processor.isEmpty ? save("previous", as: 115, then: .writing) : .processing
    }

    private func openCurrent() throws(SystemError) {
        file = try open("current", O_APPEND | O_CREAT, mode: 0o600)
        attempt = "unable to set mode of %/current"
        try check(fchmod(file, 0o644))
        isAtLineStart = true
    }

    /// What a crash left of older files is saved; now the one that was written.
    @inline(never)
    func saveCurrent() throws(SystemError) -> Step {
        // The second time there is none.
        if try facts("current") != nil { return save("current", as: 117, then: .saving) }
        attempt = "unable to write to %/state"
        close(try open("state", O_TRUNC | O_CREAT, mode: 0o644))
        attempt = "unable to write to %/current"
        try openCurrent()
        written = 0
        return .writing
    }

    // MARK: - Rotation

    @inline(never)
    func sync() throws(SystemError) -> Step {
        isRotationDue = false
        attempt = "unable to write %/current to disk"
        try save(file)
        if kind == .numbered { try shift() }
        return .renaming
    }

    @inline(never)
    func rename() throws(SystemError) -> Step {
        attempt = "unable to rename current to previous in directory %"
        if kind == .numbered { attempt = "unable to rename %" }
        try rename(name, to: kind == .numbered ? "\(name).1" : "previous")
        return .creating
    }

    @inline(never)
    func create() throws(SystemError) -> Step {
        attempt = kind == .numbered ? "unable to create %" : "unable to create %/current"
        let new = try open(name, O_APPEND | O_CREAT, mode: kind == .numbered ? 0o644 : 0o600)
        if kind == .directory { fchmod(new, 0o644) }
        close(old)
        old = file
        file = new
        written = 0
        isAtLineStart = true
        return .marking
    }

    @inline(never)
    func mark() throws(SystemError) -> Step {
        if kind == .directory {
            attempt = "unable to set mode of %/previous"
            try check(fchmod(old, 0o744))
        }
        close(old)
        old = -1
        if kind == .numbered {
            if child != .running { wantCompression() }
            return .writing
        }
        return processor.isEmpty ? save("previous", as: 115, then: .writing) : .processing
    }

    /// The command for a file that is full: a shell opens what it works on.
    var processing: [Text] {
        [
            "/bin/sh", "-c", "exec /bin/sh -c \"$0\" <previous >processed 4<state 5>newstate",
            processor,
        ]
    }

    /// The command has ended.
    @inline(never)
    func childEnded(_ exit: Exit, _ now: Instant) {
        child = .none
        if kind == .numbered {
            takeCompressed(exit == .code(0))
            return
        }
        guard step == .processing else { return }
        switch exit {
        case .code(0): step = .processed
        case .code: complain(filled("processor failed in %, pausing"), now)
        case .signal, .unknown: complain(filled("processor crashed in %, pausing"), now)
        }
    }

    /// The command has taken in what there was.
    @inline(never)
    func takeProcessed() throws(SystemError) -> Step {
        for name in ["processed", "newstate"] as [Text] {
            source = name
            attempt = "unable to create %/#"
            let made = try open(name, O_APPEND | O_CREAT, mode: 0o600)
            defer { close(made) }
            attempt = "unable to write %/# to disk"
            try save(made)
            if name.isEqual(to: "processed") {
                attempt = "unable to set mode of %/#"
                try check(fchmod(made, 0o744))
            }
        }
        source = "previous"
        attempt = "unable to remove %/#"
        try unlink(source)
        attempt = "unable to rename newstate to state in directory %"
        try rename("newstate", to: "state")
        return save("processed", as: 115, then: .writing)
    }

    @inline(never)
    private func save(_ name: Text, as code: UInt8, then after: Step) -> Step {
        source = name
        self.code = code
        self.after = after
        return .linking
    }

    /// Gives the file that is saved the name of its label, where it has none yet.
    @inline(never)
    func link() throws(SystemError) -> Step {
        attempt = "unable to stat %/#"
        guard let facts = try facts(source) else { return after }
        if facts.links == 1 {
            attempt = "unable to link to a label from %/#"
            try link(source, as: label(code))
        }
        return .unlinking
    }

    // MARK: - The end

    @inline(never)
    func finish() throws(SystemError) -> Step {
        // Where an older file waits, the next start has to see to both.
        let isAlone = isHurried ? try facts("previous") == nil : true
        if kind == .directory, file >= 0, isAlone {
            attempt = "unable to write %/current to disk"
            try save(file)
            attempt = "unable to set mode of %/current"
            try check(fchmod(file, 0o744))
        }
        release()
        queue.release()
        return .closed
    }
}
