import Basics
import Linux

/// Watches the files of the configuration and those that jobs depend on.
///
/// What counts is a file that is whole: closed after writing, moved into place, linked, or at the end of
/// a link that was swapped; never a mere write. Nothing is read before it has been quiet for a while, and
/// only a new content is a change.
final class Watcher {
    /// More files than this are not watched.
    static let largest = 8192
    /// Links on the way to one file that are followed, as the kernel does (path_resolution(7)).
    private static let mostLinks = 40
    /// Steps on the way to one file, against folders that change as fast as we look.
    private static let mostSteps = 1024
    /// Events taken in one turn, and what was read with them, so that a flood does not starve the rest.
    private static let eventsPerTurn = 256
    /// How often stat(2) is asked where nothing tells.
    private static let pollPause = Milliseconds(2000)

    private var inotify: Inotify?
    /// When to ask stat(2) next; nil while inotify works, or nothing is watched.
    private var pollDue: Instant?
    /// Why inotify does not work; nil where it does.
    private var failure: SystemError?
    private var hasToldFailure = false
    private var table = WatchTable()
    private var paths: [Text] = []
    private var files = PackedArray<WatchedFile>()
    private var debounce = Debounce()

    /// When ``look(at:)`` has something to do; nil: never.
    var deadline: Instant? {
        guard let due = pollDue else { return debounce.deadline }
        return debounce.deadline.map { min($0, due) } ?? due
    }

    // MARK: - What is watched

    /// Says that `path` is to be watched when ``follow(_:at:)`` is called; `signature` is what stat(2)
    /// said before it was read, so that a change since then is seen.
    @inline(never)
    func want(_ path: Text, _ role: WatchedFile.Role, signature: UInt64?) {
        var hash = ContentHash()
        hash.add(path.bytes)
        var vacant = files.count
        for index in files.indices {
            if files[index].roles | files[index].nextRoles == 0 {
                vacant = index
            } else if files[index].key == hash.value, paths[index] == path {
                files[index].nextRoles |= role.rawValue
                if let signature { files[index].signature = signature }
                return
            }
        }
        guard vacant < Self.largest else { return }
        var file = WatchedFile(nextRoles: role.rawValue, key: hash.value)
        file.signature = signature ?? 0
        if vacant == files.count {
            files.append(file)
            paths.append(path)
        } else {
            files[vacant] = file
            paths[vacant] = path
        }
    }

    /// Watches what is wanted since the last call, and nothing else.
    @inline(never)
    func follow(_ epoll: borrowing Epoll, at now: Instant) {
        var isNeeded = false
        for index in files.indices where files[index].nextRoles != 0 { isNeeded = true }
        if isNeeded, inotify == nil, failure == nil { open(epoll) }
        for index in files.indices {
            let old = files[index].roles
            let new = files[index].nextRoles
            files[index].roles = new
            files[index].nextRoles = 0
            if new == 0 {
                if old != 0 { release(table.remove(file: index)) }
                paths[index] = Text([])
                files[index].isDirty = false
            } else {
                if old == 0 { resolve(index) }
                begin(index, had: old, at: now)
            }
        }
        if !isNeeded { pollDue = nil }
    }

    /// Why files can only be looked at every two seconds from now on; nil where that is not new, or not
    /// so.
    @inline(never)
    func takeFailure(at now: Instant) -> SystemError? {
        guard failure != nil else { return nil }
        if pollDue == nil, files.contains(where: { $0.roles != 0 }) {
            pollDue = now + Self.pollPause
        }
        if hasToldFailure { return nil }
        hasToldFailure = true
        return failure
    }

    private func open(_ epoll: borrowing Epoll) {
        do throws(SystemError) {
            let made = try Inotify()
            try epoll.add(made.rawValue, token: EventSources.watchToken)
            inotify = consume made
        } catch {
            failure = error
        }
    }

    /// Takes up what a file is like now, where it has a new role.
    @inline(never)
    private func begin(_ index: Int, had old: UInt8, at now: Instant) {
        if files[index].has(.source) {
            // It has changed since it was read.
            let signature = FileFacts(of: paths[index], follows: true).signature
            if signature != files[index].signature { soil(index, at: now) }
            files[index].signature = signature
        }
        if files[index].has(.dependency), old & WatchedFile.Role.dependency.rawValue == 0 {
            files[index].content = Files.contentHash(of: paths[index]) ?? 0
            files[index].signature = FileFacts(of: paths[index], follows: true).signature
        }
        files[index].previous = files[index].signature
    }

    // MARK: - What happens

    @inline(never)
    private func soil(_ index: Int, at now: Instant) {
        files[index].isDirty = true
        debounce.note(at: now)
    }

    /// Takes in what the kernel tells.
    @inline(never)
    func hear(at now: Instant) {
        var count = 0
        while count < Self.eventsPerTurn || inotify?.hasMore ?? false {
            count += 1
            guard let event = inotify?.next() else { return }
            if event.isOverflow {
                for index in files.indices where files[index].roles != 0 { soil(index, at: now) }
                continue
            }
            for row in table.rows(of: event.watch, event.name) {
                // Whoever makes a file may still write: closing it will be heard as well.
                if event.isCreation,
                    FileFacts(of: table.place(ofRow: row, event.name), follows: false).isFresh
                {
                    continue
                }
                soil(table.file(ofRow: row), at: now)
            }
        }
    }

    /// Looks at what has happened, once it is over; appends the files on which jobs depend and whose
    /// content is new, and answers whether the configuration is to be read.
    @inline(never)
    func look(at now: Instant, changed: inout [Text]) -> Bool {
        if let due = pollDue, due <= now {
            pollDue = now + Self.pollPause
            poll(at: now)
        }
        guard debounce.isOver(at: now) else { return false }
        debounce.clear()
        var isSourceDirty = false
        for index in files.indices where files[index].isDirty {
            files[index].isDirty = false
            let old = table.remove(file: index)
            resolve(index)
            release(old)
            if files[index].has(.source) { isSourceDirty = true }
            // What is gone will be looked at again when it is back.
            if files[index].has(.dependency), let content = Files.contentHash(of: paths[index]),
                content != files[index].content
            {
                files[index].content = content
                changed.append(paths[index])
            }
        }
        return isSourceDirty
    }

    /// Asks stat(2): a file is looked at when it is the same twice, and not what it was.
    private func poll(at now: Instant) {
        for index in files.indices where files[index].roles != 0 {
            let signature = FileFacts(of: paths[index], follows: true).signature
            if signature == files[index].previous, signature != files[index].signature {
                files[index].signature = signature
                soil(index, at: now)
            }
            files[index].previous = signature
        }
    }

    // MARK: - The kernel's watches

    /// Ends those of `watches` that nobody needs any more.
    @inline(never)
    private func release(_ watches: PackedArray<Int32>) {
        for watch in watches where !table.uses(watch) { inotify?.remove(watch) }
    }

    /// Watches the way to a file as it is now.
    ///
    /// Each folder is watched before a look into it, so that whatever changes after the look is heard.
    @inline(never)
    private func resolve(_ index: Int) {
        var folder = Text([])
        var rest = Self.parts(of: paths[index])
        var links = 0
        var steps = 0
        while steps < Self.mostSteps, let name = rest.popLast() {
            steps += 1
            if name.isEqual(to: "..") {
                folder = folder.slice(0..<(folder.lastIndex(of: 47) ?? 0))
                continue
            }
            let place: Text = "\(folder)/\(name)"
            let isFolder = FileFacts(of: place, follows: false).kind == .folder
            if isFolder, !rest.isEmpty, add(place, .way, .itself, index) {
                folder = place
                continue
            }
            _ = add(folder.isEmpty ? "/" : folder, .folder, .name, index, place)
            switch FileFacts(of: place, follows: false).kind {
            case .missing: return
            case .regular, .other:
                _ = add(place, .file, .itself, index)
                return
            case .folder:
                _ = add(place, rest.isEmpty ? .folder : .way, .itself, index)
                if rest.isEmpty { _ = add(place, .folder, .anyName, index) }
                folder = place
            case .link:
                links += 1
                guard links <= Self.mostLinks, let target = Files.linkTarget(of: place) else {
                    return
                }
                if target.hasPrefix("/") { folder = Text([]) }
                rest += Self.parts(of: target)
            }
        }
    }

    /// The names of a path, the last first, without empty ones and `.`.
    @inline(never)
    private static func parts(of path: Text) -> [Text] {
        var parts: [Text] = []
        for part in path.split(at: 47).reversed() where !part.isEmpty && !part.isEqual(to: ".") {
            parts.append(part)
        }
        return parts
    }

    /// Adds one watch for a file; false where what is to be watched is gone.
    @inline(never)
    private func add(
        _ path: Text, _ target: Inotify.Target, _ hearing: WatchTable.Hearing, _ index: Int,
        _ place: Text? = nil
    ) -> Bool {
        do throws(SystemError) {
            guard let watch = try inotify?.add(path, target) else { return true }
            table.add(watch, hearing, place ?? path, file: index)
            return true
        } catch {
            if error.isShortage {
                // Half of the watches are no good: all files are asked for from now on.
                failure = error
                inotify = nil
                table = WatchTable()
            }
            // A folder that may not be read can still be passed.
            return !error.isMissing && !error.isNoDirectory
        }
    }
}
