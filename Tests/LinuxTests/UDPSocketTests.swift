import Basics
import Foundation
import Linux
import TestSupport
import Testing

@Suite struct UDPSocketTests {
    private static let local: UInt32 = 0x7F00_0001

    /// A listening socket on a free port.
    private func listener() throws -> (socket: UDPSocket, port: UInt16) {
        var error = SystemError(number: 0)
        for port in UInt16.random(in: 20_000...50_000)..<UInt16.max {
            do throws(SystemError) {
                let socket = try UDPSocket(
                    host: Self.local, port: port, interface: "", listens: true)
                return (socket, port)
            } catch let failure {
                error = failure
            }
        }
        throw error
    }

    @Test func `a datagram arrives, whole or cut`() throws {
        let (socket, port) = try listener()
        let sender = try UDPSocket(host: Self.local, port: port, interface: "", listens: false)
        #expect(try socket.receive(atMost: 10) == nil)
        try sender.send(Array("enable a".utf8), to: Self.local, port: port)
        try sender.send(Array("disable a".utf8), to: Self.local, port: port)
        try sender.send([], to: Self.local, port: port)
        #expect(try socket.receive(atMost: 100) == Array("enable a".utf8))
        #expect(try socket.receive(atMost: 3) == Array("dis".utf8))
        #expect(try socket.receive(atMost: 3) == [])
        #expect(try socket.receive(atMost: 3) == nil)
    }

    @Test func `an address that is taken is refused, and free when its socket has gone`() throws {
        var holder: UDPSocket?
        let port: UInt16
        (holder, port) = try listener()
        #expect(holder?.interfaceAddress == 0)
        #expect(throws: SystemError(number: EADDRINUSE)) {
            try UDPSocket(host: Self.local, port: port, interface: "", listens: true)
        }
        holder = nil
        let again = try UDPSocket(host: Self.local, port: port, interface: "", listens: true)
        #expect(again.interfaceAddress == 0)
    }

    @Test func `an interface has an address, or is refused`() throws {
        let group: UInt32 = 0xEF00_0001
        let socket = try UDPSocket(host: group, port: 9, interface: "lo", listens: false)
        #expect(socket.interfaceAddress == Self.local)
        for name in ["no-such-if", "a-name-that-is-longer-than-any"] as [Text] {
            #expect(throws: SystemError(number: ENODEV)) {
                try UDPSocket(host: group, port: 9, interface: name, listens: false)
            }
        }
    }

    @Test func `a member of a group receives what is sent to it`() throws {
        let group: UInt32 = 0xEFFF_0000 | UInt32.random(in: 1...0xFFFF)
        let port = UInt16.random(in: 20_000...50_000)
        let first = try UDPSocket(host: group, port: port, interface: "lo", listens: true)
        let second = try UDPSocket(host: group, port: port, interface: "lo", listens: true)
        let sender = try UDPSocket(host: group, port: port, interface: "lo", listens: false)
        try sender.send([1, 2, 3], to: group, port: port)
        #expect(try first.receive(atMost: 10) == [1, 2, 3])
        #expect(try second.receive(atMost: 10) == [1, 2, 3])
    }

    @Test func `nobody listens: an error at most, and no wait`() throws {
        let (_, port) = try listener()
        let sender = try UDPSocket(host: Self.local, port: port, interface: "", listens: false)
        for _ in 0..<3 { try sender.send([1], to: Self.local, port: port) }
    }

    @Test func `the machine has a name`() {
        var name = [CChar](repeating: 0, count: 65)
        #expect(gethostname(&name, 64) == 0)
        let text = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        #expect(Own.hostName.bytes == text)
    }
}
