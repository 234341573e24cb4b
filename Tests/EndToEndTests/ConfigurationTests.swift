import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// The configuration file as the binary reads it.
    @Suite struct Configurations {
        private static let good = "job {\n name a\n cmd /bin/true\n once\n}\n"
        private static let bad = "job {\n name a\n cmd /bin/true\n restrat on-failure\n}\n"

        private func check(_ text: String, flags: [String] = []) throws -> Command.Result {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", text)
            return try Command.run([SwinitBinary.path(), "check"] + flags + [file])
        }

        @Test func `check accepts a good file and starts nothing`() throws {
            let scratch = try Scratch()
            let text = "job {\n name a\n cmd /usr/bin/touch \(scratch.file("touched"))\n once\n}\n"
            #expect(try check(text).status == 0)
            #expect(!scratch.exists("touched"))
        }

        @Test func `check shows every error with its place and a hint`() throws {
            let result = try check(Self.bad + "job {\n name b\n}\n")
            #expect(result.status == 78)
            #expect(result.text.contains("jobs.conf:4:2: error: unknown option 'restrat'"))
            #expect(result.text.contains("did you mean 'restart'?"))
            #expect(result.text.contains("2 errors"))
        }

        @Test
        func `check warns of what this machine lacks, strict refuses it, allow leaves it out`()
            throws
        {
            let text = "job {\n name a\n cmd /no/such\n user nobody-here\n}\n"
            let loose = try check(text)
            #expect(loose.status == 0)
            #expect(loose.text.contains("jobs.conf:3:6: warning: there is no program '/no/such'"))
            #expect(loose.text.contains("jobs.conf:4:7: warning: there is no user 'nobody-here'"))
            #expect(try check(text, flags: ["--strict"]).status == 78)
            let allowed = ["--strict", "--allow", "missing-program", "--allow=unknown-user"]
            #expect(try check(text, flags: allowed).status == 0)
            #expect(try check(text, flags: ["--strict", "--allow", "unknown-user"]).status == 78)
            let json = try check(text, flags: ["--json"])
            #expect(json.status == 0)
            #expect(json.text.contains("\"code\":\"missing-program\""))
        }

        @Test func `many warnings of an allowed kind are no reason to refuse`() throws {
            let jobs = (0..<300).map { "job {\n name j\($0)\n cmd /no/such/\($0)\n}\n" }.joined()
            #expect(try check(jobs, flags: ["--strict", "--allow", "missing-program"]).status == 0)
        }

        @Test func `thousands of global variables cost each job next to nothing`() throws {
            let globals = (0..<4000).map { "env G\($0)=xxxxxxxxxx\n" }.joined()
            let jobs = (0..<10_000).map { "job {\n name j\($0)\n cmd /bin/true\n env A=1\n}\n" }
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", globals + jobs.joined())
            let result = try Command.run([
                "sh", "-c", "ulimit -v 40960; exec \"$0\" check \"$1\"", SwinitBinary.path(), file,
            ])
            #expect(result.status == 0, "\(result.text)")
        }

        @Test func `a job without end and without a name is refused in little time`() throws {
            let lines = String(repeating: " cmd x\n foo 1\n", count: 640_000)
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", "job {\n\(lines)}\n")
            let result = try Command.run(
                [
                    "sh", "-c", "ulimit -t 10; exec \"$0\" check \"$1\"", SwinitBinary.path(), file,
                ], within: .seconds(120))
            #expect(result.status == 78)
        }

        @Test func `check waits for the writer of a pipe`() throws {
            let result = try Command.run([
                "sh", "-c", "{ sleep 0.2; echo 'garbage {'; } | \"$0\" check /dev/stdin",
                SwinitBinary.path(),
            ])
            #expect(result.status == 78)
            #expect(result.text.contains("garbage"))
        }

        @Test func `-t is check`() throws {
            let scratch = try Scratch()
            let good = try scratch.write("good.conf", Self.good)
            let bad = try scratch.write("bad.conf", Self.bad)
            let swinit = try SwinitBinary.path()
            #expect(try Command.run([swinit, "-t", "-c", good]).status == 0)
            #expect(try Command.run([swinit, "-t", "-c", bad]).status == 78)
        }

        @Test func `a bad file starts nothing`() throws {
            let container = try Container(jobs: Self.good + Self.bad)
            #expect(try container.waitForExit() == 78)
            #expect(container.lines(with: "started").isEmpty)
            #expect(container.text.contains("restrat"))
        }

        @Test func `a missing file is named`() throws {
            let container = try Container(swinit: ["-c", "/no/such/jobs.conf"])
            #expect(try container.waitForExit() == 78)
            #expect(container.text.contains("/no/such/jobs.conf"))
            #expect(container.text.contains("No such file or directory"))
        }

        @Test func `SWINIT_CONFIG names the file and -c beats it`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", Self.good)
            let named = try Container(swinit: [], environment: ["SWINIT_CONFIG": file])
            #expect(try named.waitForExit() == 0)
            let beaten = try Container(
                swinit: ["run", "-F", "-c", file], environment: ["SWINIT_CONFIG": "/no/such/file"])
            #expect(try beaten.waitForExit() == 0)
        }

        @Test func `files are included`() throws {
            let scratch = try Scratch()
            try scratch.write("b.job", "job {\n name b\n cmd /bin/echo from b\n once\n}\n")
            let file = try scratch.write("jobs.conf", "include b.job\n" + Self.good)
            let container = try Container(swinit: ["-c", file])
            #expect(try container.waitForExit() == 0)
            #expect(container.lines(with: "from b").count == 1)
        }

        @Test func `no bytes in a file make swinit fail but as a bad file`() throws {
            let pieces: [[UInt8]] = [
                [], Array("job {".utf8), [0], Array("job {\n name ".utf8) + [0xff, 0xfe],
                Array("}}}}\n".utf8), Array(String(repeating: "job {\n", count: 5000).utf8),
                Array("job {\n name a\n cmd \"unclosed\n}".utf8), [0xef, 0xbb, 0xbf],
                Array("include jobs.conf\n".utf8), [UInt8](repeating: 0x5c, count: 100_000),
                Array(String(repeating: "x", count: 1_000_000).utf8), Array("job\r\n{\r\n".utf8),
                Array("ulimit {\n".utf8), Array("job {\n name a\n ulimit { -n 1 }\n".utf8),
                Array("shutdown-timeout 99999999999999999999s\n".utf8),
            ]
            let scratch = try Scratch()
            for piece in pieces {
                let file = scratch.file("jobs.conf")
                try Data(piece).write(to: URL(fileURLWithPath: file))
                let result = try Command.run([SwinitBinary.path(), "check", file])
                #expect([0, 78].contains(result.status), "\(piece.prefix(30)): \(result.status)")
            }
        }

        @Test func `a directory and a FIFO are no configuration`() throws {
            let scratch = try Scratch()
            let fifo = try scratch.makeFIFO("fifo")
            for path in [scratch.path, fifo] {
                let result = try Command.run([SwinitBinary.path(), "check", path])
                #expect([0, 78].contains(result.status))
                #expect(result.text.contains(path) || result.status == 0)
            }
        }
    }
}
