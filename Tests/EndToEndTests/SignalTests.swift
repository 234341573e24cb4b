import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Signals to swinit that are no shutdown.
    @Suite struct Signals {
        @Test func `signals go on to the jobs that catch them`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name catches
                      cmd probe signals
                    }
                    job {
                      name does-not
                      cmd sleep 1000
                    }
                    """)
            try container.waitForLine("ready")
            container.program.rewind()
            try container.waitForLine("started does-not")
            for number in [SIGUSR1, SIGUSR2, SIGWINCH, SIGALRM, 34, 39, 64] {
                container.signal(number)
                try container.waitForLine("signal \(number)")
            }
            #expect(container.processes.count == 2)
            #expect(container.lines(with: "exited").isEmpty)
            #expect(try container.stop().status == 0)
        }

        @Test func `forward names receivers`() throws {
            let container = try Container(
                jobs: """
                    forward USR1 to b
                    job {
                      name a
                      cmd probe signals
                      out null
                    }
                    job {
                      name b
                      cmd probe signals
                    }
                    """)
            try container.waitForLine("ready")
            container.signal(SIGUSR1)
            try container.waitForLine("signal \(SIGUSR1)")
            #expect(try container.stop().status == 0)
        }

        @Test func `forward none switches it off`() throws {
            let container = try Container(
                jobs: "forward none\njob {\n name a\n cmd probe signals\n}\n")
            try container.waitForLine("ready")
            container.signal(SIGUSR1)
            container.signal(SIGUSR2)
            #expect(try container.stop().status == 0)
            #expect(container.count(of: "signal \(SIGUSR1)") == 0)
        }

        @Test func `HUP takes the new configuration and leaves equal jobs alone`() throws {
            let scratch = try Scratch()
            let kept = "job {\n name kept\n cmd probe obey 1\n}\n"
            let file = try scratch.write(
                "jobs.conf", kept + "job {\n name old\n cmd probe obey 2\n}\n")
            let container = try Container(swinit: ["-c", file])
            try container.waitForLine("ready")
            try container.waitForLine("ready")
            let before = Set(container.processes.map(\.pid))
            try scratch.write(
                "jobs.conf", "# moved\n\njob {\n name new\n cmd probe obey 3\n}\n" + kept)
            container.signal(SIGHUP)
            try container.waitForLine("ready")
            try container.waitForProcesses(2)
            #expect(Set(container.processes.map(\.pid)).intersection(before).count == 1)
            #expect(container.lines(with: "started kept").count == 1)
            #expect(container.lines(with: "started new").count == 1)
            #expect(try container.stop().status == 0)
        }

        @Test func `HUP with a bad file changes nothing`() throws {
            let scratch = try Scratch()
            let file = try scratch.write("jobs.conf", "job {\n name a\n cmd probe obey\n}\n")
            let container = try Container(swinit: ["-c", file])
            try container.waitForLine("ready")
            let before = container.processes.map(\.pid)
            try scratch.write("jobs.conf", "job {\n name a\n cmnd probe obey\n}\n")
            container.signal(SIGHUP)
            try container.waitForLine("unknown option 'cmnd'")
            #expect(container.processes.map(\.pid) == before)
            #expect(try container.stop().status == 0)
        }

        @Test func `PIPE, TTIN and TTOU are nothing`() throws {
            let container = try Container(jobs: "job {\n name a\n cmd probe signals\n}\n")
            try container.waitForLine("ready")
            for number in [SIGPIPE, SIGTTIN, SIGTTOU] { container.signal(number) }
            container.signal(SIGUSR1)
            try container.waitForLine("signal \(SIGUSR1)")
            #expect(container.count(of: "signal \(SIGTTIN)") == 0)
            #expect(try container.stop().status == 0)
        }
    }
}
