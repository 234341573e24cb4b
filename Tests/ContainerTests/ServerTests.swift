import Foundation
import TestSupport
import Testing

extension ContainerTests {
    /// redis, nginx and PostgreSQL of Debian, as the examples run them.
    @Suite(.requires(.debian)) struct Servers {
        private static let image = "swinit-debian"

        /// The image; the Debian root is kept in the build folder of the release binary.
        private static func build() throws {
            let docker = try Docker.shared()
            if try docker.run(["image", "inspect", image]).status == 0 { return }
            let root = Repository.root.path
            let archive = "\(root)/.build-release/servers.tar"
            if !FileManager.default.fileExists(atPath: archive) {
                try Command.output(
                    [
                        "mmdebstrap", "--variant=minbase",
                        "--include=redis-server,nginx-light,postgresql", "bookworm",
                        "\(archive).new.tar",
                    ], within: .seconds(600))
                try #require(rename("\(archive).new.tar", archive) == 0)
            }
            try docker.output(["import", archive, "debian-root"], within: .seconds(120))
            let context = try Scratch()
            let files = try [
                ("swinit", SwinitBinary.path()), ("busybox", Command.find("busybox") ?? ""),
                ("jobs.conf", "\(root)/examples/nginx-redis/jobs.conf"),
                ("postgres.conf", "\(root)/examples/postgres/jobs.conf"),
            ]
            for (name, source) in files {
                try FileManager.default.copyItem(atPath: source, toPath: context.file(name))
            }
            let dockerfile = try context.write(
                "Dockerfile",
                """
                FROM debian-root
                ENV PATH=/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/15/bin
                COPY swinit busybox /usr/bin/
                COPY jobs.conf postgres.conf /etc/
                RUN ["swinit", "check"]
                RUN ["swinit", "check", "/etc/postgres.conf"]
                RUN ["ln", "-sf", "/dev/stdout", "/var/log/nginx/access.log"]
                RUN ["install", "-d", "-o", "postgres", "/var/lib/postgresql/data", "/run/postgresql"]
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

            // Each line says whose it is.
            let logs = try Docker.shared().run(["logs", container.name]).text
            let lines = logs.split(separator: "\n")
            #expect(lines.contains { $0.hasPrefix("redis  | ") && $0.contains("Ready to accept") })
            let access = "\"GET / HTTP/1.1\" 200"
            #expect(lines.contains { $0.hasPrefix("nginx  | ") && $0.contains(access) })
            let names = ["redis  | ", "nginx  | ", "swinit | "]
            #expect(lines.allSatisfy { line in names.contains { line.hasPrefix($0) } }, "\(logs)")
        }

        @Test func `nginx as www-data opens /dev/stdout and /dev/stderr`() throws {
            try Self.build()
            let scratch = try Scratch()
            let file = try scratch.write(
                "nginx.conf",
                """
                daemon off;
                pid /tmp/nginx.pid;
                error_log /dev/stderr notice;
                events {}
                http {
                    access_log /dev/stdout;
                    client_body_temp_path /tmp/body;
                    proxy_temp_path /tmp/proxy;
                    fastcgi_temp_path /tmp/fastcgi;
                    uwsgi_temp_path /tmp/uwsgi;
                    scgi_temp_path /tmp/scgi;
                    server { listen 8080; return 200 "hello"; }
                }
                """)
            let container = try DockerContainer(
                jobs: """
                    log format text
                    job {
                      name nginx
                      cmd nginx -e /dev/stderr -c /etc/own.conf
                      user www-data
                      ready tcp 127.0.0.1:8080
                    }
                    """,
                options: ["-v", "\(file):/etc/own.conf:ro"], image: Self.image)
            try container.waitForLine("is ready after")
            let answer = try container.execute(
                ["busybox", "wget", "-qO-", "http://127.0.0.1:8080/hello"])
            #expect(answer == "hello")
            let access = try container.waitForLine("GET /hello HTTP/1.1")
            #expect(access.hasPrefix("nginx  | 127.0.0.1 "))
            let notices = container.lines(with: "start worker process")
            #expect(notices.first?.hasPrefix("nginx  | ") == true)
            #expect(try container.stop().status == 0)
        }

        @Test func `nginx that takes connections and does not answer is restarted`() throws {
            try Self.build()
            let container = try DockerContainer(
                jobs: """
                    job {
                      name nginx
                      cmd nginx -g "daemon off; error_log stderr;"
                      health http http://127.0.0.1/ every 200ms timeout 500ms failures 2
                      stop-timeout 1s
                      restart-delay 100ms
                    }
                    """, image: Self.image)
            try get(container)
            let nginx = try main("nginx", container)
            let all = try pids("nginx", container)
            try container.execute(["busybox", "kill", "-STOP"] + all)
            try container.waitForLine(") failed a check: no answer within 500ms")
            try container.waitForLine(") is unhealthy (2 failed checks), stopping it")
            try Deadline.wait(until: "another nginx is there") {
                try main("nginx", container) != nginx
            }
            try get(container)
            #expect(container.lines(with: "unhealthy").count == 1)
        }

        @Test func `PostgreSQL is ready before what needs it starts`() throws {
            try Self.build()
            let container = try DockerContainer(["-c", "/etc/postgres.conf"], image: Self.image)
            try container.waitForLine(") is ready after", within: .seconds(60))
            try container.waitForLine("started schema")
            let schema = try container.waitForLine(") exited after")
            #expect(schema.contains("exit status 0"), "\(container.text)")
            let words = ["psql", "-U", "postgres", "-Atc", "select count(*) from visits"]
            #expect(try container.execute(words) == "0")
            let end = try container.stop()
            #expect(end.status == 0)
            #expect(container.text.contains("database system is shut down"))
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
