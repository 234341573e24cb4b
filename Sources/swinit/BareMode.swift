import Basics
import Linux

/// What is left when swinit has failed five times within ten seconds, or lost its state: no configuration, no state
/// machine, nothing that could fail again.
///
/// It reaps, passes a stop on to every process, sends KILL when the shutdown budget is over, and ends
/// with 70 when no child is left.
struct BareMode {
    /// Ends of children taken in a row before signals are looked at again.
    private static let batch = 256
    /// How long KILL may take to work.
    private static let reapTime: Int64 = 500_000_000

    /// How long a shutdown may take.
    let budget: Milliseconds
    /// The groups of the jobs, for where swinit is not PID 1.
    let groups: [Int32]

    /// Runs to the end and answers with the status.
    @inline(never)
    func run() -> Int32 {
        say("swinit itself failed and cannot go on: only reaping and stopping from now on")
        var killTime: Int64?
        var endTime: Int64?
        while reap() {
            var pause: Int64 = -1
            if let due = endTime ?? killTime {
                pause = due - Clock.nanoseconds
                if pause <= 0 {
                    guard endTime == nil else { break }
                    send(.kill)
                    endTime = Clock.nanoseconds + Self.reapTime
                    continue
                }
            }
            let signal = Signals.wait(for: Signals.allButFaults, nanoseconds: pause)?.signal
            if let signal, Self.stops(signal), killTime == nil {
                say("stopping all processes (got \(signal))")
                send(.terminate)
                send(.resume)
                let longest = min(budget, Milliseconds.longest)
                killTime = Clock.nanoseconds + Int64(longest.count) * 1_000_000
            }
        }
        say("ending with status \(ExitStatus.software), because swinit itself failed")
        TerminationLog.write("swinit itself failed\n")
        return ExitStatus.software
    }

    @inline(never)
    private static func stops(_ signal: Signal) -> Bool {
        signal == .terminate || signal == .interrupt || signal == .quit
            || signal.rawValue == Signal.realTimeFirst + 3
    }

    /// Reaps what has ended; false when no child is left.
    @inline(never)
    private func reap() -> Bool {
        for _ in 0..<Self.batch {
            switch Children.wait() {
            case .ended: continue
            case .none: return true
            case .childless: return false
            }
        }
        return true
    }

    @inline(never)
    private func send(_ signal: Signal) {
        if Own.pid == 1 {
            Signals.sendToAll(signal)
        } else {
            for group in groups { Signals.send(signal, toRestOfGroup: group) }
        }
    }

    @inline(never)
    private func say(_ message: Text) {
        MessageLog.say("error: \(message)")
    }
}
