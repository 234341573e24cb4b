import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// Changes are found without inotify too, where the kernel grants none of it, or too little.
    @Suite struct Polling {
        /// Shell that takes the rest of the way as root of a user namespace with this limit.
        private static func limit(_ name: String, to number: Int) -> String {
            """
            exec unshare --user --map-root-user sh -c '
                echo \(number) >/proc/sys/user/\(name) && exec "$@"' sh "$@"
            """
        }

        @Test(arguments: [("max_inotify_instances", 0), ("max_inotify_watches", 2)])
        func `files are asked for where they cannot be watched`(name: String, number: Int) throws {
            let scratch = try Scratch()
            let depended = try scratch.write("depended", "1")
            func job(_ name: String) -> String {
                "job {\n name \(name)\n cmd probe obey\n depends {\n \(depended)\n }\n}\n"
            }
            let file = try scratch.write("jobs.conf", job("a"))
            let container = try Container(
                swinit: ["-c", file], setUp: Self.limit(name, to: number))
            try container.waitForLine("started a ")
            #expect(container.lines(with: "looking at files every 2s").count == 1)

            try scratch.write("jobs.conf", job("a") + job("b"))
            try container.waitForLine("started b ", within: .seconds(20))
            #expect(container.lines(with: "started a ").count == 1)

            try scratch.write("depended", "2")
            try Deadline.wait(until: "a runs anew", within: .seconds(20)) {
                container.lines(with: "started a ").count == 2
            }
            #expect(try container.stop().status == 0)
        }
    }
}
