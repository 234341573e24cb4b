import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// A signal in the instant after a fork.
    @Suite(.serialized, .requires(.root)) struct Birth {
        static let turns = ProcessInfo.processInfo.environment["SWINIT_BIRTHS"] ?? "1000"

        @Test(arguments: [["--"], ["-g", "--"]])
        func `TERM right after the fork reaches the command`(flags: [String]) throws {
            let race = try Command.run(
                [TestProgram.race.path(), Self.turns, SwinitBinary.path()] + flags
                    + [TestProgram.probe.path(), "obey"], within: .seconds(300))
            #expect(race.output.contains("lost 0 of \(Self.turns)"), "\(race.output)")
        }

        @Test func `TERM right after the fork reaches a job`() throws {
            let scratch = try Scratch()
            let file = try scratch.write(
                "jobs.conf", "job {\n name web\n cmd \(TestProgram.probe.path()) obey\n}\n")
            let race = try Command.run(
                [TestProgram.race.path(), Self.turns, SwinitBinary.path(), "-c", file],
                within: .seconds(300))
            #expect(race.output.contains("lost 0 of \(Self.turns)"), "\(race.output)")
            #expect(race.output.contains("status 0: \(Self.turns)"), "\(race.output)")
        }
    }
}
