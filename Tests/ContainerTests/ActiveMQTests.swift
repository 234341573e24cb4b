import Foundation
import TestSupport
import Testing

extension ContainerTests {
    /// An image from scratch with a link for each program of daemontools runs the service directory of "An
    /// introduction to daemontools", unchanged; the server itself is a stand-in.
    @Suite struct ActiveMQ {
        private static let image = "swinit-daemontools"
        private static let names = [
            "svscan", "supervise", "svc", "svstat", "svok", "multilog", "tai64n", "tai64nlocal",
            "readproctitle", "setuidgid", "envuidgid", "envdir", "softlimit", "setlock",
            "pgrphack", "fghack",
        ]

        /// What stands in the image, with the modes of programs and of others.
        private static let programs = [
            "activemq/run": """
            #!/bin/sh
            echo starting
            exec 2>&1 \\
            envdir ./env \\
            sh -c '
            set -e
            cd "$ACTIVEMQ_BASE"
            exec setuidgid "$USER" \\
            softlimit -m 8000000000 \\
            ./bin/activemq
            '

            """,
            "activemq/log/run": """
            #!/bin/sh
            exec setuidgid actmqlog \\
            multilog t s1000000 n30 ./main

            """,
            "bin/activemq": """
            #!/bin/sh
            echo "java $JAVA_HOME, base $PWD, user $(id -un), limit $(ulimit -v)"
            echo "to standard error" >&2
            exec probe obey

            """,
        ]
        private static let others = [
            "activemq/env/ACTIVEMQ_BASE": "/usr/local/apache-activemq-5.2\n",
            "activemq/env/JAVA_HOME": "/usr/java/jdk1.5.0_15\n",
            "activemq/env/USER": "activemq\n",
            "etc/passwd": """
            root:x:0:0::/:/bin/sh
            activemq:x:501:501::/tmp:/bin/sh
            actmqlog:x:502:502::/tmp:/bin/sh

            """,
            "etc/group": "root:x:0:\nactivemq:x:501:\nactmqlog:x:502:\n",
        ]

        private static func build() throws {
            let docker = try Docker.shared()
            if try docker.run(["image", "inspect", image]).status == 0 { return }
            let context = try Scratch()
            let all: [([String: String], mode_t)] = [(programs, 0o755), (others, 0o644)]
            for (files, mode) in all {
                for (name, text) in files {
                    let folder = URL(fileURLWithPath: context.file(name))
                        .deletingLastPathComponent()
                    try FileManager.default.createDirectory(
                        at: folder, withIntermediateDirectories: true)
                    try context.write(name, text, mode: mode)
                }
            }
            let dockerfile = try context.write(
                "Dockerfile",
                """
                FROM \(Docker.image)
                COPY etc /etc
                COPY activemq /etc/activemq
                COPY bin /usr/local/apache-activemq-5.2/bin
                RUN for name in \(names.joined(separator: " ")); do \
                ln -s swinit /usr/bin/$name || exit 1; done
                RUN mkdir -p /etc/service /etc/activemq/log/main && \
                chown actmqlog:actmqlog /etc/activemq/log/main && \
                ln -s /etc/activemq /etc/service/activemq
                """)
            try docker.build(image, dockerfile: dockerfile, context: context)
        }

        private static let line =
            "java /usr/java/jdk1.5.0_15, base /usr/local/apache-activemq-5.2, user activemq, "
            + "limit 7812500"

        @Test func `the run script chain-loads the server`() throws {
            try Self.build()
            let container = try DockerContainer(
                ["--", "sh", "-c", "cd /etc/activemq && exec ./run"], image: Self.image)
            try container.waitForLine("ready")
            #expect(container.count(of: "starting") == 1)
            #expect(container.count(of: Self.line) == 1)
            #expect(container.count(of: "to standard error") == 1)
            // No process of the chain is left: PID 1's one child is the server.
            #expect(try container.processes().map(\.name) == ["probe"])
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(end.took < .seconds(1))
        }

        @Test func `svscan as PID 1 runs the service and its log`() throws {
            try Self.build()
            let container = try DockerContainer(
                ["/etc/service"], options: ["--entrypoint", "svscan"], image: Self.image)
            let log = { (word: String) in
                try? container.execute(
                    ["sh", "-c", "tai64nlocal </etc/activemq/log/main/current | grep -c '\(word)'"])
            }
            try Deadline.wait(until: "the log has the lines\n\(container.text)") {
                log("ready") == "1"
            }
            #expect(log(" starting$") == "1")
            #expect(log(" \(Self.line)$") == "1")
            #expect(log(" to standard error$") == "1")
            try container.execute(["svok", "/etc/service/activemq"])
            let states = try container.execute(
                ["svstat", "/etc/service/activemq", "/etc/service/activemq/log"])
            #expect(states.contains(/^.*activemq: up \(pid [0-9]+\) [0-9]+ seconds\n/))
            #expect(states.contains(/log: up \(pid [0-9]+\) [0-9]+ seconds$/))
            try container.execute(["svc", "-t", "/etc/service/activemq"])
            try Deadline.wait(until: "the service is back") { log("ready") == "2" }
            #expect(log("got TERM") == "1")
            let names = try container.processes().map(\.name).sorted()
            #expect(names == ["multilog", "probe"])
            let end = try container.stop()
            #expect(end.took < .seconds(3))
        }
    }
}
