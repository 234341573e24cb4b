import Foundation
import TestSupport
import Testing

extension ContainerTests {
    /// redis and nginx of Debian, as the example runs them.
    @Suite(.requires(.debian)) struct Servers {
        private static let image = "swinit-debian"

        /// The image; the Debian root is kept in the build folder of the release binary.
        private static func build() throws {
            let docker = try Docker.shared()
            if try docker.run(["image", "inspect", image]).status == 0 { return }
            let root = Repository.root.path
            let archive = "\(root)/.build-release/debian.tar"
            if !FileManager.default.fileExists(atPath: archive) {
                try Command.output(
                    [
                        "mmdebstrap", "--variant=minbase", "--include=redis-server,nginx-light",
                        "bookworm", "\(archive).new.tar",
                    ], within: .seconds(600))
                try #require(rename("\(archive).new.tar", archive) == 0)
            }
            try docker.output(["import", archive, "debian-root"], within: .seconds(120))
            let context = try Scratch()
            let files = try [
                ("swinit", SwinitBinary.path()), ("busybox", Command.find("busybox") ?? ""),
                ("jobs.conf", "\(root)/examples/nginx-redis/jobs.conf"),
            ]
            for (name, source) in files {
                try FileManager.default.copyItem(atPath: source, toPath: context.file(name))
            }
            let dockerfile = try context.write(
                "Dockerfile",
                """
                FROM debian-root
                ENV PATH=/usr/sbin:/usr/bin:/sbin:/bin
                COPY swinit busybox /usr/bin/
                COPY jobs.conf /etc/jobs.conf
                RUN ["swinit", "check"]
                ENTRYPOINT ["swinit"]
                """)
            try docker.build(image, dockerfile: dockerfile, context: context)
        }

        private func ping(_ container: DockerContainer) throws {
            try Deadline.wait(until: "redis answers\n\(container.text)") {
                let answer = try? container.execute(["redis-cli", "ping"])
                return answer == "PONG"
            }
        }

        private func get(_ container: DockerContainer) throws {
            let wget = ["busybox", "wget", "-qO-", "http://127.0.0.1/"]
            try Deadline.wait(until: "nginx answers\n\(container.text)") {
                let answer = try? container.execute(wget)
                return answer?.contains("Welcome to nginx") == true
            }
        }

        /// The processes of a program, as pids inside.
        private func pids(_ program: String, _ container: DockerContainer) throws -> Set<String> {
            let words = try container.execute(["busybox", "pidof", program])
            return Set(words.split(separator: " ").map(String.init))
        }

        /// The main process of a job, as swinit names it.
        private func main(_ job: String, _ container: DockerContainer) throws -> String {
            let lines = container.text.split(separator: "\n")
            let line = try #require(lines.last { $0.contains("started \(job) (pid ") })
            return String(line.split(separator: " ").last?.dropLast() ?? "")
        }

        @Test func `both serve, survive kill -9 and stop in time`() throws {
            try Self.build()
            let container = try DockerContainer(["-c", "/etc/jobs.conf"], image: Self.image)
            try container.waitForLine("started")
            try ping(container)
            try get(container)

            let redis = try main("redis", container)
            #expect(try pids("redis-server", container) == [redis])
            try container.execute(["busybox", "kill", "-9", redis])
            try ping(container)
            #expect(try main("redis", container) != redis)

            // nginx replaces its own worker; swinit has no part in it.
            let nginx = try main("nginx", container)
            let workers = try pids("nginx", container).subtracting([nginx])
            try container.execute(["busybox", "kill", "-9"] + workers.prefix(1))
            try Deadline.wait(until: "nginx has another worker") {
                let now = try pids("nginx", container).subtracting([nginx])
                return !now.isEmpty && now != workers
            }
            try get(container)
            #expect(try main("nginx", container) == nginx)

            let end = try container.stop()
            #expect(end.status == 0, "\(container.text)")
            #expect(end.took < .seconds(3))
            #expect(!container.text.contains("sending KILL"))
        }

        @Test func `the end of nginx ends the container`() throws {
            try Self.build()
            let container = try DockerContainer(["-c", "/etc/jobs.conf"], image: Self.image)
            try get(container)
            try container.execute(["busybox", "kill", "-9", main("nginx", container)])
            #expect(try container.waitForExit() == 137)
        }
    }
}
