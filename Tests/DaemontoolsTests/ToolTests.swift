import Basics
import Testing

@testable import Daemontools

@Suite struct ToolTests {
    private static let names = """
        svscan supervise svc svstat svok multilog tai64n tai64nlocal readproctitle setuidgid \
        envuidgid envdir softlimit setlock pgrphack fghack
        """.split(separator: " ").map(String.init)

    @Test(arguments: names.indices, ["", "./", "/usr/bin/", "/a/envdir/"])
    func `goes by the last part of a path`(index: Int, folder: String) {
        let tool = unsafe Tool(path: folder + Self.names[index])
        #expect(tool?.rawValue == UInt8(index))
        #expect(tool.map { String(decoding: $0.name.bytes, as: UTF8.self) } == Self.names[index])
    }

    @Test(arguments: [
        "", "/", "sv", "svcx", "svc ", "envdir/", "svscan/x", "swinit", "fghac", "fghackk", "tai64",
        "svscan supervise", "supervise svc", "SVC", "x/svsca",
    ])
    func `is no other name`(path: String) {
        #expect(unsafe Tool(path: path) == nil)
    }

    @Test func `two of them are supervisors`() {
        let supervisors = (0..<16 as Range<UInt8>).filter {
            Tool(rawValue: $0)?.isSupervisor == true
        }
        #expect(supervisors == [Tool.svscan.rawValue, Tool.supervise.rawValue])
        #expect(Tool(rawValue: 16) == nil)
    }
}
