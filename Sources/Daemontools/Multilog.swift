import Basics
import CLinux
import Linux

/// `multilog ACTION...`: puts lines of standard input where a script says.
enum Multilog {
    private static let tool = Tool.multilog
    private static let part = 65_536
    /// ALRM begins new files, TERM ends the program behind the line that is being read.
    private static let signals = SignalSet(bits: 1 << 13 | 1 << 14)

    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        umask(0o022)
        Own.fillDescriptors()
        var mask: UInt64 = 0
        _ = unsafe swinit_set_mask(0, &mask)
        _ = swinit_set_mask(mask | signals.bits, nil)
        let descriptor = swinit_signal_descriptor(signals.bits)
        if descriptor < 0 { throw tool.fatal("unable to wait for signals", .last) }
        var actions = words
        actions.cutFirst()
        let sink = LogSink(LogScript(actions), LogTerms())
        try settle(sink, isOpening: true)
        try copy(to: sink, signals: descriptor)
        sink.end()
        try settle(sink, isOpening: false)
    }

    private static func copy(to sink: LogSink, signals: Int32) throws(Stop) {
        guard let buffer = unsafe malloc(part)?.assumingMemoryBound(to: UInt8.self) else {
            throw tool.fatal("out of memory")
        }
        var isEnding = false
        var isAtLineStart = true
        while true {
            let ready = isEnding ? 1 : swinit_wait_inputs(0, signals)
            if ready & 2 != 0 {
                isEnding = takeSignals(signals, sink)
                try settle(sink, isOpening: false)
            }
            if isEnding, isAtLineStart { return }
            guard ready & 1 != 0 else { continue }
            let count = unsafe read(0, buffer, isEnding ? 1 : part)
            if count < 0, SystemError.last.number == EINTR { continue }
            if count <= 0 { return }
            isAtLineStart = unsafe buffer[count - 1] == 10
            var start = 0
            let wall = Clock.wallNanoseconds
            while start < count {
                start += unsafe sink.append(
                    UnsafeBufferPointer(start: buffer + start, count: count - start), wall: wall)
                try settle(sink, isOpening: false)
            }
        }
    }

    /// Answers whether one of them was TERM.
    private static func takeSignals(_ descriptor: Int32, _ sink: LogSink) -> Bool {
        var isEnding = false
        var signal = swinit_signal()
        while unsafe swinit_read_signals(descriptor, &signal, 1) > 0 {
            if signal.number == SIGTERM { isEnding = true } else { sink.rotate() }
        }
        return isEnding
    }

    /// Waits until all is written, whatever is in the way.
    @inline(never)
    private static func settle(_ sink: LogSink, isOpening: Bool) throws(Stop) {
        while true {
            sink.advance(Clock.now)
            let errors = sink.takeErrors()
            if !errors.isEmpty { Own.write(errors, to: 2) }
            for words in sink.takeReports() {
                if isOpening, sink.isFatal { throw tool.fatal(words) }
                tool.warn(words)
            }
            if let child = sink.takeChild() {
                sink.childEnded(run(child), Clock.now)
            } else if let deadline = sink.deadline {
                let rest = deadline - Clock.now
                _ = Signals.wait(
                    for: .empty, nanoseconds: Int64(clamping: rest.count) * 1_000_000)
            } else {
                return
            }
        }
    }

    private static func run(_ child: LogChild) -> Exit {
        let outcome = CommandSpawn.start(
            child.command, at: .shared, ignoring: .empty, in: child.directory)
        guard case .started(let pid, _, _) = outcome else { return .code(127) }
        return Children.end(of: pid)
    }
}

extension [Text] {
    @inline(never)
    fileprivate mutating func cutFirst() { if !isEmpty { removeFirst() } }
}
