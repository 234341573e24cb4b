import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// What swinit captures: the lines of jobs on its own standard output and error.
    @Suite struct Output {
        private static let both = """
            job {
              name web
              cmd sh -c "echo one; echo two >&2; printf 'no end'"
              once
            }
            job {
              name longest
              cmd true
              once
              after web
            }

            """

        private func lines(
            _ container: Container, _ stream: RunningProgram.Stream
        ) -> [String] {
            container.program.readAvailable().filter { $0.stream == stream }.map(\.text)
        }

        @Test func `each line has its job's name, and goes where the job wrote it`() throws {
            let container = try Container(jobs: Self.both, isRaw: false)
            #expect(try container.waitForExit() == 0)
            #expect(lines(container, .output) == ["web     | one", "web     | no end"])
            let errors = lines(container, .errors)
            #expect(errors.filter { $0.hasPrefix("web") } == ["web     | two"])
            #expect(errors.first?.hasPrefix("swinit  | started web (pid ") == true)
            // Everything that a run has written comes before what is said of its end.
            let order = container.text.components(separatedBy: "\n")
            let end = try #require(order.firstIndex { $0.contains("web (pid 2) exited") })
            #expect(try #require(order.firstIndex(of: "web     | two")) < end)
        }

        @Test func `one process alone is passed on as it is`() throws {
            let container = try Container(
                jobs: "job {\n name a\n cmd sh -c \"echo ' {x'; printf y\"\n once\n}\n",
                isRaw: false)
            #expect(try container.waitForExit() == 0)
            #expect(lines(container, .output) == [" {x", "y"])
            #expect(container.lines(with: "swinit | started a").count == 1)
        }

        @Test func `JSON has the line as a message, or as data where it is an object`() throws {
            let container = try Container(
                jobs: """
                    log format json
                    job {
                      name web
                      cmd sh -c "printf 'a \\"q\\" \\\\t\\\\377\\\\n{\\"k\\": [1, null]}\\\\n{bad\\\\n'; echo e >&2"
                      instances 1
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            let objects = try (lines(container, .output) + lines(container, .errors)).map {
                try #require(
                    JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
            }
            let own = objects.filter { $0["job"] as? String == "web" }
            #expect(own.count == 4)
            #expect(
                own.map { $0["message"] as? String } == ["a \"q\" \t\u{fffd}", nil, "{bad", "e"])
            #expect(own[1]["data"] is [String: Any])
            #expect(
                own.map { $0["stream"] as? String } == ["stdout", "stdout", "stdout", "stderr"])
            #expect(own.allSatisfy { $0["instance"] as? Int == 1 && $0["pid"] as? Int == 2 })
            let stamp = /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{6}Z/
            #expect(objects.allSatisfy { ($0["time"] as? String)?.wholeMatch(of: stamp) != nil })
            #expect(objects.contains { $0["job"] as? String == "swinit" })
        }

        @Test(arguments: [
            ("rfc3339", "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{6}Z"),
            ("tai64n", "@40000000[0-9a-f]{16}"),
        ])
        func `lines are stamped`(form: String, stamp: String) throws {
            let container = try Container(
                jobs: "log timestamps \(form)\n" + Self.both, isRaw: false)
            #expect(try container.waitForExit() == 0)
            for line in ["web     \\| one", "web     \\| two", "swinit  \\| started web .*"] {
                let regex = try Regex("\(stamp) \(line)")
                #expect(
                    container.text.split(separator: "\n").count { $0.wholeMatch(of: regex) != nil }
                        == 1, "\(container.text)")
            }
        }

        @Test func `a long line is cut at 16 KiB, and what follows is marked`() throws {
            let container = try Container(
                jobs: """
                    log format text
                    job {
                      name web
                      cmd sh -c "printf '%040000d\\\\nend' 0; printf '%016384d' 0 >&2"
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0)
            let output = lines(container, .output)
            #expect(output.map(\.count) == [16_393, 16_393, 9 + 7232, 12])
            #expect(
                output.map { String($0.prefix(9)) } == [
                    "web    | ", "web    + ", "web    + ", "web    | ",
                ])
            #expect(
                lines(container, .errors).filter { $0.hasPrefix("web") }.map(\.count) == [16_393])
        }

        @Test func `instances are told apart, and a reload changes how lines are written`() throws {
            let scratch = try Scratch()
            let jobs = """
                job {
                  name web
                  cmd sh -c "while sleep 0.01; do echo $SWINIT_INSTANCE; done"
                  instances 2
                }

                """
            let path = try scratch.write("jobs.conf", jobs)
            let container = try Container(swinit: ["-c", path])
            try container.waitForLine("web.2  | 2")
            container.program.rewind()
            try container.waitForLine("web.1  | 1")
            try scratch.write("jobs.conf", "log format raw\n" + jobs)
            container.signal(SIGHUP)
            try container.waitForLine("configuration reloaded")
            try Deadline.wait(until: "a raw line") { container.count(of: "2") > 0 }
            #expect(container.lines(with: "started web").count == 2)
            _ = try container.stop()
        }

        @Test func `a first line that looks like JSON is worth one hint`() throws {
            let job = "cmd sh -c \"echo '{}'; echo '{}'\"\n once\n}\n"
            let container = try Container(
                jobs: "job {\n name a\n \(job)job {\n name b\n \(job)", isRaw: false)
            #expect(try container.waitForExit() == 0)
            #expect(container.lines(with: "writes JSON: 'log format raw'").count == 1)
        }

        @Test func `a hundred jobs at once: no line is torn, mixed or lost`() throws {
            let jobs = (1...100).map { number in
                """
                job {
                  name job\(number)
                  cmd sh -c "i=0; while [ $i -lt 200 ]; do i=$((i+1)); echo $i of \(number); done"
                  once
                }

                """
            }
            let container = try Container(jobs: jobs.joined(), isRaw: false)
            #expect(try container.waitForExit(within: .seconds(60)) == 0)
            let output = lines(container, .output)
            #expect(output.count == 20_000)
            for number in 1...100 {
                let prefix =
                    "job\(number)".padding(toLength: 6, withPad: " ", startingAt: 0) + " | "
                #expect(
                    output.filter { $0.hasPrefix(prefix) }
                        == (1...200).map { "\(prefix)\($0) of \(number)" })
            }
        }

        @Test func `/dev/stdout and /dev/stderr open, as another user too`() throws {
            let container = try Container(
                jobs: """
                    log format text
                    job {
                      name web
                      cmd sh -c "echo out >/dev/stdout; echo err >/dev/stderr; echo more"
                      user nobody
                      once
                    }
                    """)
            #expect(try container.waitForExit() == 0, "\(container.text)")
            #expect(lines(container, .output) == ["web    | out", "web    | more"])
            #expect(lines(container, .errors).contains("web    | err"))
        }

        @Test func `ready log: a line with the text means that the job is ready`() throws {
            let scratch = try Scratch()
            let path = try scratch.makeFIFO("go")
            let container = try Container(
                jobs: """
                    job {
                      name web
                      cmd sh -c "echo starting; read line <\(path); echo 'UP and up' >&2; exec sleep 60"
                      ready log "UP and"
                    }
                    job {
                      name behind
                      cmd sleep 60
                      after web
                    }
                    """)
            try container.waitForLine("starting")
            #expect(container.lines(with: "started behind").isEmpty)
            try "go\n".write(toFile: path, atomically: false, encoding: .utf8)
            try container.waitForLine("is ready after")
            try container.waitForLine("started behind")
            _ = try container.stop()
        }
    }
}
