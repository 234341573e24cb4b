import Basics
import Foundation
import Linux
import TestSupport
import Testing

@Suite struct NetworkAddressTests {
    @Test func `an address has 4 or 16 bytes`() {
        #expect(NetworkAddress([127, 0, 0, 1]) == .local)
        #expect(NetworkAddress([UInt8](repeating: 0, count: 15) + [1]) == .local6)
        for count in [0, 1, 3, 5, 15, 17] {
            #expect(NetworkAddress([UInt8](repeating: 1, count: count)) == nil)
        }
    }

    @Test func `addresses differ by kind and bytes`() {
        #expect(NetworkAddress([127, 0, 0, 2]) != .local)
        #expect(NetworkAddress([127, 0, 0, 1] + [UInt8](repeating: 0, count: 12)) != .local)
    }

    /// What a child says of `name`, and its status.
    private func resolve(_ name: Text) throws -> (PackedArray<NetworkAddress>, Exit) {
        let pipe = try StreamPipe()
        defer { pipe.close() }
        let pid = try NetworkAddress.resolve(name, to: pipe.writing)
        var exit = Exit.unknown
        try Deadline.wait(until: "the child has ended") {
            guard case .ended(let child) = Children.wait(for: pid) else { return false }
            exit = child.exit
            return true
        }
        return (NetworkAddress.list(in: pipe.read(atMost: 1000)), exit)
    }

    @Test func `a name that /etc/hosts has is found by a child, whatever its case`() throws {
        for name in ["localhost", "LocalHost"] as [Text] {
            let (addresses, exit) = try resolve(name)
            #expect(exit == .code(0))
            #expect(addresses.first == .local)
        }
    }

    @Test(arguments: ["", ".", "a..b", "a..", Text([UInt8](repeating: 120, count: 300))])
    func `a name that cannot be has no address`(name: Text) throws {
        let (addresses, exit) = try resolve(name)
        #expect(exit == .code(1))
        #expect(addresses.isEmpty)
    }

    @Test func `what a child wrote in part is not taken`() {
        #expect(NetworkAddress.list(in: []).isEmpty)
        #expect(NetworkAddress.list(in: [UInt8](repeating: 4, count: 16)).isEmpty)
        #expect(NetworkAddress.list(in: [UInt8](repeating: 4, count: 33)).count == 1)
        let most = NetworkAddress.mostOfName
        #expect(NetworkAddress.list(in: [UInt8](repeating: 4, count: 1000)).count == most)
    }
}
