import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// pmtr's manual on ulimit: every flag, on a line or in a block.
    @Suite struct ManualLimits {
        /// The flag, the name, the kernel's number (asm-generic/resource.h), a value to set.
        private static let limits: [(flag: String, name: String, number: Int, value: Int)] = [
            ("-t", "CPU", 0, 100), ("-f", "FSIZE", 1, 1_048_576), ("-d", "DATA", 2, 1_073_741_824),
            ("-s", "STACK", 3, 4_194_304), ("-c", "CORE", 4, 0), ("-m", "RSS", 5, 1_073_741_824),
            ("-u", "NPROC", 6, 500), ("-n", "NOFILE", 7, 30), ("-l", "MEMLOCK", 8, 10_000),
            ("-v", "AS", 9, 2_147_483_648), ("-i", "SIGPENDING", 11, 100),
            ("-q", "MSGQUEUE", 12, 10_000), ("-e", "NICE", 13, 0), ("-r", "RTPRIO", 14, 0),
        ]

        private func show(_ options: String) throws -> Shown {
            let container = try Container(
                jobs: "job {\n name a\n cmd probe show\n once\n\(options)\n}\n")
            let shown = try Shown(container)
            #expect(try container.waitForExit() == 0)
            return shown
        }

        @Test func `every flag sets the soft and the hard limit`() throws {
            let shown = try show(
                Self.limits.map { " ulimit \($0.flag) \($0.value)" }.joined(separator: "\n"))
            for limit in Self.limits {
                let line = "limit \(limit.number) \(limit.value) \(limit.value)"
                #expect(shown.has(line), "\(limit.flag)")
            }
        }

        @Test func `every name in a block sets them too`() throws {
            let lines = Self.limits.map { "  RLIMIT_\($0.name) \($0.value)" }
            let shown = try show(" ulimit {\n" + lines.joined(separator: "\n") + "\n }")
            for limit in Self.limits {
                let line = "limit \(limit.number) \(limit.value) \(limit.value)"
                #expect(shown.has(line), "\(limit.name)")
            }
        }

        @Test func `infinity is the most that there may be`() throws {
            let shown = try show(" ulimit {\n  -n infinity\n  -l 10000\n }")
            #expect(shown.has("limit 8 10000 10000"))
            var most = rlimit()
            #expect(getrlimit(__rlimit_resource_t(7), &most) == 0)
            #expect(shown.has("limit 7 \(most.rlim_max) \(most.rlim_max)"))
        }

        @Test func `the later of two wins`() throws {
            #expect(try show(" ulimit -n 40\n ulimit {\n  -n 30\n }").has("limit 7 30 30"))
        }

        @Test func `a limit that cannot be set is said, and the job tried again`() throws {
            let container = try Container(
                jobs: """
                    job {
                      name a
                      cmd probe show
                      ulimit -n 4294967295
                      restart-delay 100ms
                    }
                    """)
            try container.waitForLine("error: job a: ")
            try container.waitForLine("restarting in 100ms")
            #expect(container.lines(with: "shown").isEmpty)
            #expect(try container.stop().status == 0)
        }
    }
}
