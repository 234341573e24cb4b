import Basics
import CLinux
import Foundation
import Linux
import TestSupport
import Testing

extension SpawnTests {
    @Suite struct NotifySockets {
        /// How many descriptors this process has open.
        private var openCount: Int {
            get throws {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            }
        }

        private func address(_ name: Text) -> (sockaddr_un, socklen_t) {
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { path in
                path.copyBytes(from: name.bytes)
                if name.bytes.first == 64 { path[0] = 0 }
            }
            return (address, socklen_t(2 + name.count))
        }

        /// Sends `bytes`, with descriptors, as a program would that knows nothing of swinit.
        private func send(_ bytes: [UInt8], with files: [Int32] = [], to name: Text) throws {
            let sender = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            defer { close(sender) }
            var (address, length) = address(name)
            var bytes = bytes
            let size = files.count * 4
            var control = [UInt8](repeating: 0, count: (16 + size + 7) & ~7)
            control.withUnsafeMutableBytes { room in
                room.storeBytes(of: 16 + size, as: Int.self)
                room.storeBytes(of: SOL_SOCKET, toByteOffset: 8, as: Int32.self)
                room.storeBytes(of: Int32(1), toByteOffset: 12, as: Int32.self)
                for (index, file) in files.enumerated() {
                    room.storeBytes(of: file, toByteOffset: 16 + 4 * index, as: Int32.self)
                }
            }
            let sent = bytes.withUnsafeMutableBytes { data in
                control.withUnsafeMutableBytes { control in
                    withUnsafeMutablePointer(to: &address) { place in
                        var part = iovec(iov_base: data.baseAddress, iov_len: data.count)
                        return withUnsafeMutablePointer(to: &part) { part in
                            var message = msghdr(
                                msg_name: place, msg_namelen: length, msg_iov: part, msg_iovlen: 1,
                                msg_control: files.isEmpty ? nil : control.baseAddress,
                                msg_controllen: files.isEmpty ? 0 : control.count, msg_flags: 0)
                            return sendmsg(sender, &message, 0)
                        }
                    }
                }
            }
            length = 0
            try #require(sent == bytes.count, "\(String(cString: strerror(errno)))")
        }

        private func drop(_ socket: NotifySocket) { close(socket.descriptor) }

        @Test func `each has an address of its own, which NOTIFY_SOCKET can say`() throws {
            let first = try NotifySocket()
            let second = try NotifySocket()
            defer {
                drop(first)
                drop(second)
            }
            let name = try #require(first.name)
            #expect(name.hasPrefix("@swinit-"))
            #expect(name.count == 24)
            #expect(name != second.name)
            #expect(fcntl(first.descriptor, F_GETFD) == FD_CLOEXEC)
            #expect(NotifySocket(adopting: first.descriptor).name == name)
        }

        @Test func `another descriptor has no such address`() throws {
            let pipe = try StreamPipe()
            defer { pipe.close() }
            #expect(NotifySocket(adopting: pipe.reading).name == nil)
            #expect(NotifySocket(adopting: -1).name == nil)
            var pair: [Int32] = [0, 0]
            try #require(socketpair(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0, &pair) == 0)
            defer { for end in pair { close(end) } }
            #expect(NotifySocket(adopting: pair[0]).name == nil)
        }

        @Test func `a datagram says who sent it`() throws {
            let socket = try NotifySocket()
            defer { drop(socket) }
            #expect(socket.receive(atMost: 10) == nil)
            try send(Array("READY=1".utf8), to: #require(socket.name))
            try send([], to: #require(socket.name))
            let message = try #require(socket.receive(atMost: 100))
            #expect(message.bytes == Array("READY=1".utf8))
            #expect(message.pid == getpid())
            #expect(message.user == geteuid())
            #expect(!message.isCut)
            #expect(socket.receive(atMost: 100)?.bytes == [])
            #expect(socket.receive(atMost: 100) == nil)
        }

        @Test func `a datagram that is too long is cut, and says so`() throws {
            let socket = try NotifySocket()
            defer { drop(socket) }
            for count in [9, 10, 11] {
                try send([UInt8](repeating: 65, count: count), to: #require(socket.name))
            }
            #expect(socket.receive(atMost: 10)?.isCut == false)
            #expect(socket.receive(atMost: 10)?.isCut == false)
            let last = try #require(socket.receive(atMost: 10))
            #expect(last.isCut && last.bytes.count == 10)
            try send([1, 2], to: #require(socket.name))
            #expect(socket.receive(atMost: 0)?.bytes == [])
            #expect(socket.receive(atMost: 0) == nil)
        }

        @Test(arguments: [1, 3, 253])
        func `descriptors that come along are closed at once`(count: Int) throws {
            let socket = try NotifySocket()
            defer { drop(socket) }
            let barrier = try StreamPipe()
            try send(
                Array("BARRIER=1".utf8), with: .init(repeating: barrier.writing, count: count),
                to: #require(socket.name))
            close(barrier.writing)
            defer { close(barrier.reading) }
            // While the message waits the pipe has a writer.
            var byte: UInt8 = 0
            #expect(read(barrier.reading, &byte, 1) == -1 && errno == EAGAIN)
            let message = try #require(socket.receive(atMost: 100))
            #expect(message.pid == getpid())
            #expect(message.bytes == Array("BARRIER=1".utf8))
            #expect(read(barrier.reading, &byte, 1) == 0)
        }

        @Test func `the address is free when the socket has gone`() throws {
            let socket = try NotifySocket()
            let name = try #require(socket.name)
            drop(socket)
            #expect(throws: SystemError(number: ECONNREFUSED)) {
                try NotifySocket.send("READY=1", to: name)
            }
        }

        @Test func `swinit sends to an abstract address and to a path`() throws {
            let socket = try NotifySocket()
            defer { drop(socket) }
            try NotifySocket.send("READY=1", to: #require(socket.name))
            #expect(socket.receive(atMost: 100)?.bytes == Array("READY=1".utf8))

            let path = "/tmp/swinit-notify-\(UUID().uuidString)"
            let listener = Foundation.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            defer {
                close(listener)
                unlink(path)
            }
            var (place, length) = address(Text(Array(path.utf8)))
            let bound = withUnsafePointer(to: &place) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(listener, $0, length + 1)
                }
            }
            try #require(bound == 0)
            length = 0
            try NotifySocket.send("STOPPING=1", to: Text(Array(path.utf8)))
            var bytes = [UInt8](repeating: 0, count: 100)
            let count = recv(listener, &bytes, 100, Int32(MSG_DONTWAIT))
            #expect(Array(bytes.prefix(max(count, 0))) == Array("STOPPING=1".utf8))
        }

        @Test func `a receiver that does not read is told of, not waited for`() throws {
            let socket = try NotifySocket()
            defer { drop(socket) }
            let name = try #require(socket.name)
            var error: SystemError?
            for _ in 0..<5000 where error == nil {
                do throws(SystemError) {
                    try NotifySocket.send("READY=1", to: name)
                } catch let failure {
                    error = failure
                }
            }
            #expect(error?.isFull == true)
        }

        @Test(arguments: ["", "@", "/no/such/place"])
        func `there is nobody at a place that is none`(place: String) throws {
            let before = try openCount
            for _ in 0..<300 {
                #expect(throws: SystemError.self) {
                    try NotifySocket.send("READY=1", to: Text(Array(place.utf8)))
                }
            }
            #expect(throws: SystemError(number: ENAMETOOLONG)) {
                try NotifySocket.send("", to: Text([UInt8](repeating: 47, count: 108)))
            }
            // Tests beside this one open and close some too.
            #expect(try openCount < before + 250)
        }

        @Test func `sessions are known without proc`() throws {
            #expect(Own.session(of: getpid()) == getsid(0))
            var plan = ChildPlan(arguments: ["sleep", "1000"])
            plan.leadsSession = true
            let spawn = Spawn(over: InheritedEnvironment())
            guard case .started(let pid, let status) = spawn.start(plan) else {
                throw Missed("no child")
            }
            defer { StatusPipe.closeReading(status) }
            try Deadline.wait(until: "the child leads") { Own.session(of: pid) == pid }
            kill(pid, SIGKILL)
            try Deadline.wait(until: "it has ended") {
                Children.wait(for: pid, keeping: true) != .none
            }
            #expect(Own.session(of: pid) == pid)
            #expect(Children.wait(for: pid) != .none)
            #expect(Own.session(of: pid) == nil)
        }
    }
}
