import Basics
import Config
import Linux
import Supervision

/// The variables of one start, as they are collected, and what is expanded from them.
///
/// The first thing that is missing is kept: the start fails with it.
struct LaunchEnvironment {
    private let inherited: InheritedEnvironment
    private let expands: Bool
    /// `VAR=VALUE`, or `VAR` for one that is taken away, over the inherited ones; later wins.
    private(set) var entries: [Text] = []
    /// The first thing that is missing; nil for nothing.
    private(set) var failure: SetUpFailure?

    /// swinit's own variables, and what instance `number` of every job gets.
    @inline(never)
    init(over inherited: InheritedEnvironment, for spec: JobSpec, _ number: Int) {
        self.inherited = inherited
        expands = spec.launch.expands
        entries.append("SWINIT_JOB=\(spec.name)")
        entries.append("SWINIT_INSTANCE=\(number)")
    }

    /// Adds the variables that the job itself writes, as far as they can be had before any file is
    /// read: names of users and files are expanded from those.
    @inline(never)
    mutating func foresee(_ sources: [Text]) {
        for line in sources where expands {
            let source = EnvironmentSource(line)
            guard source.kind == .variable else { continue }
            let text = expand(source.text)
            if failure == nil { entries.append(text) }
            failure = nil
        }
    }

    /// Adds `VAR=VALUE` as it is.
    @inline(never)
    mutating func add(_ entry: Text) { entries.append(entry) }

    /// The value of `name`; nil where it is not set.
    @inline(never)
    private func value(of name: Text) -> Text? {
        var index = entries.count
        while index > 0 {
            index -= 1
            let entry = entries[index]
            guard entry.hasPrefix(name) else { continue }
            if entry.count == name.count { return nil }
            if entry.bytes[name.count] == 61 { return entry.slice(name.count + 1..<entry.count) }
        }
        return inherited[name]
    }

    /// `text` with its variables replaced, where the job wants that; as it is where one is missing.
    @inline(never)
    mutating func expand(_ text: Text) -> Text {
        guard expands else { return text }
        do throws(Expansion.Fault) {
            return try Expansion.expand(text) { value(of: $0) }
        } catch {
            fail(.expansion, error.subject, error.reason)
            return text
        }
    }

    /// ``expand(_:)`` for each of `words`.
    @inline(never)
    mutating func expand(_ words: [Text]) -> [Text] {
        guard expands else { return words }
        var result: [Text] = []
        for word in words { result.append(expand(word)) }
        return result
    }

    /// Keeps that something is missing, unless something was before.
    @inline(never)
    mutating func fail(_ step: SetUpFailure.Step, _ subject: Text, _ reason: Text) {
        guard failure == nil else { return }
        failure = SetUpFailure(step: step, subject: subject, errorNumber: 0, reason: reason)
    }

    // MARK: - Files

    /// Adds the variables of an env-file.
    @inline(never)
    mutating func addFile(_ path: Text, isOptional: Bool) {
        if isOptional, !Files.exists(path) { return }
        guard let bytes = read(path, atMost: EnvironmentFile.largest, for: .environmentFile) else {
            return
        }
        let file = EnvironmentFile(bytes) { inherited[$0] }
        if let fault = file.fault { fail(.environmentFile, path, fault) }
        entries.append(contentsOf: file.entries)
    }

    @inline(never)
    private mutating func read(
        _ path: Text, atMost limit: Int, for step: SetUpFailure.Step
    ) -> [UInt8]? {
        do throws(Files.ReadFailure) {
            return try Files.read(path, atMost: limit, isRegular: true)
        } catch {
            fail(step, path, error.reason)
            return nil
        }
    }

    /// Adds the variables of an env-dir.
    @inline(never)
    mutating func addFolder(_ path: Text) {
        do throws(SystemError) {
            // One name more than there may be, and the two that every folder has.
            let limit = EnvironmentFolder.fileLimit
            let names = try Folder.names(in: path, atMost: limit + 3)
            if names.count > limit + 2 { fail(.environmentFolder, path, "it has too many files") }
            var room = EnvironmentFolder.largest
            for name in names where EnvironmentFolder.counts(name) && failure == nil {
                addVariable(name, "\(path)/\(name)", &room)
            }
        } catch {
            fail(.environmentFolder, path, error.reason)
        }
    }

    /// Adds the variable `name` of the file at `path`, which may have `room` bytes.
    private mutating func addVariable(_ name: Text, _ path: Text, _ room: inout Int) {
        guard let bytes = read(path, atMost: room, for: .environmentFolder) else { return }
        room -= bytes.count
        if let entry = EnvironmentFolder.entry(name, bytes) {
            entries.append(entry)
        } else {
            fail(.environmentFolder, path, "no variable can have this name")
        }
    }
}
