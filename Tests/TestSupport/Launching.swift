import Foundation

extension RunningProgram {
    /// Starts a program with pipes at its two output streams.
    static func launch(
        _ arguments: [String], environment: [String: String]?, input: Input
    ) throws -> (pid: pid_t, pipes: [OutputPipe]) {
        guard let first = arguments.first, let path = Command.find(first) else {
            throw Missed("no such program: \(arguments.first ?? "")")
        }
        // One launch at a time: a pipe is for an instant not yet close-on-exec.
        launching.lock()
        defer { launching.unlock() }
        let output = try pipe()
        let errors = try pipe()
        defer {
            close(output.write)
            close(errors.write)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        switch input {
        case .null: posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        case .closed: posix_spawn_file_actions_addclose(&actions, 0)
        case .descriptor(let number): posix_spawn_file_actions_adddup2(&actions, number, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output.write, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
        // Whatever the test runner and other tests have open is not this program's.
        for number in openDescriptors() { posix_spawn_file_actions_addclose(&actions, number) }

        var pid: pid_t = 0
        var attributes = ordinarySignals()
        defer { posix_spawnattr_destroy(&attributes) }
        let words = (environment ?? ProcessInfo.processInfo.environment).map { "\($0)=\($1)" }
        let failure = withStrings(arguments) { argv in
            withStrings(words) { envp in
                posix_spawn(&pid, path, &actions, &attributes, argv, envp)
            }
        }
        guard failure == 0 else {
            throw Missed("cannot start \(path): \(String(cString: strerror(failure)))")
        }
        return (
            pid,
            [
                OutputPipe(reading: output.read, as: .output),
                OutputPipe(reading: errors.read, as: .errors),
            ]
        )
    }

    private static func openDescriptors() -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }.filter { $0 > 2 }
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else { throw Missed("pipe: \(lastError())") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // Only our own end: the writer's must block as ever.
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        return (ends[0], ends[1])
    }

    /// Default dispositions and an empty mask, whatever the test runner has.
    private static func ordinarySignals() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        return attributes
    }
}

private let launching = NSLock()

private func withStrings<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
) -> Value {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
}
