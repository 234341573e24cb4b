import Basics
import Foundation
import Linux
import TestSupport
import Testing

@Suite struct ConnectionTests {
    private let local = NetworkAddress.local

    /// The connections that the kernel knows whose remote port is `port`, in whatever state.
    private func traces(of port: UInt16) throws -> [String] {
        let table = try String(contentsOfFile: "/proc/self/net/tcp", encoding: .utf8)
        let place = ":" + String(format: "%04X", port)
        return table.split(separator: "\n").compactMap {
            let fields = $0.split(separator: " ")
            guard fields.count > 2, fields[2].hasSuffix(place) else { return nil }
            return "\(fields[1]) \(fields[2])"
        }
    }

    @Test func `on this machine a port answers at once`() throws {
        let listener = try Listener()
        var connection = Connection()
        #expect(connection.advance(to: local, port: listener.port, hides: false) == .connected)
        #expect(connection.descriptor >= 0)
        let accepted = try #require(listener.accept())
        try connection.send(Array("ping".utf8))
        var bytes = [UInt8](repeating: 0, count: 10)
        #expect(read(accepted, &bytes, 10) == 4)
        #expect(try connection.receive(atMost: 10) == nil)
        #expect(write(accepted, "pong", 4) == 4)
        #expect(try connection.receive(atMost: 2) == Array("po".utf8))
        close(accepted)
        #expect(try connection.receive(atMost: 10) == Array("ng".utf8))
        #expect(try connection.receive(atMost: 10) == [])
        connection.close()
        #expect(connection.descriptor == -1)
    }

    @Test func `nobody listens: refused at once`() throws {
        let port = try Listener().port
        var connection = Connection()
        let progress = connection.advance(to: local, port: port, hides: true)
        #expect(progress == .failed(SystemError(number: ECONNREFUSED)))
        connection.close()
    }

    @Test func `a server does not hear of a hidden connection, and nothing is left of it`() throws {
        let listener = try Listener()
        // Another program's client may have had this port a while ago.
        let before = try traces(of: listener.port)
        for _ in 0..<100 {
            var connection = Connection()
            #expect(connection.advance(to: local, port: listener.port, hides: true) == .connected)
            connection.close()
        }
        #expect(listener.accept() == nil)
        #expect(try traces(of: listener.port).allSatisfy(before.contains))
    }

    @Test func `a queue that is full leaves a connection pending`() throws {
        let listener = try Listener()
        var held: [Connection] = []
        var last = Connection.Progress.connected
        for _ in 0..<100 where last == .connected {
            var connection = Connection()
            last = connection.advance(to: local, port: listener.port, hides: false)
            held.append(connection)
        }
        #expect(last == .pending)
        var hidden = Connection()
        #expect(hidden.advance(to: local, port: listener.port, hides: true) == .pending)
        #expect(hidden.advance(to: local, port: listener.port, hides: true) == .pending)
        hidden.close()
        for var connection in held { connection.close() }
    }

    @Test func `a unix socket is found whatever its type`() throws {
        let scratch = try Scratch()
        let kinds: [(String, Int32)] = [
            (scratch.file("stream"), Listener.stream), (scratch.file("log"), Listener.datagram),
            ("@swinit-test-\(getpid())", Listener.stream),
        ]
        for (path, kind) in kinds {
            let listener = try Listener(path: path, kind: kind)
            var connection = Connection()
            #expect(connection.connect(toLocal: Text(Array(path.utf8))) == .connected, "\(path)")
            connection.close()
            withExtendedLifetime(listener) {}
        }
    }

    @Test(arguments: [
        ("/nowhere/socket", ENOENT), ("", ECONNREFUSED), ("/etc/passwd", ECONNREFUSED),
        ("/" + String(repeating: "x", count: 107), ENAMETOOLONG),
    ]) func `no unix socket there: why not`(path: String, error: Int32) {
        var connection = Connection()
        let progress = connection.connect(toLocal: Text(Array(path.utf8)))
        #expect(progress == .failed(SystemError(number: error)))
        connection.close()
    }

    @Test func `a unix socket whose queue is full is no success`() throws {
        let scratch = try Scratch()
        let path = Text(Array(scratch.file("socket").utf8))
        let listener = try Listener(path: scratch.file("socket"))
        var held: [Connection] = []
        var last = Connection.Progress.connected
        for _ in 0..<100 where last == .connected {
            var connection = Connection()
            last = connection.connect(toLocal: path)
            held.append(connection)
        }
        #expect(last == .failed(SystemError(number: EAGAIN)))
        for var connection in held { connection.close() }
        withExtendedLifetime(listener) {}
    }
}
