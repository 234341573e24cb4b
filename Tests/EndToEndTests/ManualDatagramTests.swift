import Foundation
import TestSupport
import Testing

extension EndToEndTests {
    /// pmtr's manual on what it calls experimental.
    @Suite struct ManualDatagrams {
        @Test func `report to lists the jobs, listen on lets them be switched`() throws {
            let server = try UDPEndpoint()
            let port = try UDPEndpoint.freePort()
            let scratch = try Scratch()
            let text = """
                report to udp://127.0.0.1:\(server.port)
                listen on udp://0.0.0.0:\(port)
                job {
                  name abc
                  cmd probe obey
                }
                job {
                  name other
                  cmd probe obey
                }

                """
            let file = try scratch.write("pmtr.conf", text)
            let container = try Container(swinit: ["-c", file])
            try Deadline.wait(until: "both are ready") {
                container.lines(with: "ready").count == 2
            }
            try server.receive(with: "report ")
            try server.send("disable abc", to: port)
            try Deadline.wait(until: "abc has stopped") {
                !container.lines(with: "abc (pid ").isEmpty
            }
            let report = try server.receive(with: "abc d 0 0 probe\n", within: .seconds(8))
            #expect(report.contains("\nother e "))
            // The file has the last word when it is edited.
            try scratch.write("pmtr.conf", text + "# edited\n")
            try Deadline.wait(until: "abc runs again") {
                container.lines(with: "started abc").count == 2
            }
            try server.receive(with: "abc e ")
            #expect(try container.stop().status == 0)
        }

        @Test func `a report to a group leaves through the interface that is named`() throws {
            // Nobody can be sure to hear it here: what counts is that it can be sent.
            let container = try Container(
                jobs: """
                    report to udp://239.255.0.1:9999@lo
                    job {
                      name a
                      cmd probe obey
                    }
                    """)
            try container.waitForLine("ready")
            #expect(container.lines(with: "cannot report").isEmpty)
            #expect(try container.stop().status == 0)
        }
    }
}
