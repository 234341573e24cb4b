import Foundation
import TestSupport
import Testing

extension ContainerTests {
    /// `docker run -it`.
    @Suite(.requires(.python)) struct Terminals {
        /// Talks with a container on a terminal; what it said, and its status.
        private func talk(
            _ steps: [String], options: [String] = [], arguments: [String]
        ) throws -> (status: Int32, text: String) {
            let scratch = try Scratch()
            let input = try scratch.write("steps", steps.joined(separator: "\n") + "\n")
            let file = try #require(fopen(input, "re"))
            defer { fclose(file) }
            let docker = try Docker.shared()
            let script = Repository.root.appending(path: "Tests/ContainerTests/terminal.py").path
            let program = try RunningProgram(
                ["python3", script, "docker", "run", "--rm", "-it", "--network", "none"] + options
                    + [Docker.image] + arguments,
                environment: docker.environment, input: .descriptor(fileno(file)))
            let status = try program.waitForExit(within: .seconds(60))
            return (status, program.lines.map(\.text).joined(separator: "\n"))
        }

        /// The shell forgets what is typed while it is busy: each step waits for the program's word.
        private static let shellDialogue = [
            "expect # ", #"send probe pausable\n"#, "expect ready", #"send \x03"#, "expect # ",
            #"send echo status $?\n"#, "expect status 130", "expect # ",
            #"send probe pausable\n"#, "expect ready", #"send \x1a"#, "expect Stopped", "expect # ",
            #"send jobs\n"#, "expect Stopped", "expect # ",
            #"send fg\n"#, "expect resumed", #"send \x03"#, "expect # ",
            #"send exit 3\n"#,
        ]

        @Test func `a shell has job control`() throws {
            let result = try talk(Self.shellDialogue, arguments: ["--", "sh"])
            #expect(result.status == 3, "\(result.text)")
            #expect(!result.text.contains("job control"))
            #expect(!result.text.contains("swinit |"))
        }

        @Test func `a shell beside jobs has job control`() throws {
            let scratch = try Scratch()
            let file = try scratch.write(
                "jobs.conf", "job {\n name web\n cmd probe obey\n out null\n}\n")
            let result = try talk(
                Self.shellDialogue, options: ["-v", "\(file):/etc/jobs.conf:ro"],
                arguments: ["-c", "/etc/jobs.conf", "--", "sh"])
            #expect(result.status == 3, "\(result.text)")
            #expect(!result.text.contains("job control"))
        }

        @Test func `Ctrl-C ends the jobs`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", "job {\n name web\n cmd probe obey\n}\n")
            let result = try talk(
                ["expect ready", #"send \x03"#, "expect got TERM"],
                options: ["-v", "\(file):/etc/jobs.conf:ro"], arguments: ["-c", "/etc/jobs.conf"])
            #expect(result.status == 0, "\(result.text)")
            #expect(result.text.contains("got INT"))
        }

        @Test func `Ctrl-C reaches one command`() throws {
            let result = try talk(
                [
                    "expect ready", #"send \x03"#, "expect signal 2", #"send \x1c"#,
                    "expect signal 3",
                ],
                arguments: ["--", "probe", "signals", "3"])
            #expect(result.status == 0, "\(result.text)")
        }
    }
}
