import Basics
import Config

@testable import Config
@testable import Supervision

extension Simulation {
    mutating func write(_ line: String) {
        guard keepsLog else { return }
        log.append("\(now): \(line)")
        if log.count > 4000 { log.removeFirst(2000) }
    }

    mutating func describe(_ configuration: Configuration) {
        guard keepsLog else { return }
        for job in configuration.jobs {
            let said = job.settings.map { setting in
                let words = setting.words.map { word in
                    // Some are lists of numbers.
                    word.bytes.contains { $0 < 0x20 } ? "\(word.bytes)" : Self.string(word)
                }.joined(separator: " ")
                return "\(setting.option) \(setting.number) \(words)"
            }
            write("  \(said.joined(separator: "; "))")
        }
    }

    func describe(_ event: Event) -> String {
        switch event {
        case .reloaded(let configuration): "reloaded \(configuration.jobs.count) jobs"
        case .setUpFailed(let id, _): "setUpFailed \(id.index)"
        case .spawnRefused(let id, _): "spawnRefused \(id.index)"
        case .switched(let name, let isOn): "switched \(Self.string(name)) \(isOn)"
        case .scaled(let name, let count): "scaled \(Self.string(name)) \(count)"
        case .commandSpawned, .commandEnded, .dependencyChanged, .began, .spawned, .executed,
            .ended, .inputLeft, .groupEmptied, .orphanEnded, .childless,
            .received, .notified, .probeStarted, .probeEnded, .ordered, .timePassed:
            "\(event)"
        }
    }

    func describe(_ action: Action) -> String {
        if case .report(let report) = action { return "says: \(Self.string(report.message))" }
        return "\(action)"
    }
}
