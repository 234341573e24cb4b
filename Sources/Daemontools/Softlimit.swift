import Basics
import CLinux
import Linux

/// `softlimit [-acdflmoprst LIMIT]... PROGRAM...`: runs a program with other soft limits.
enum Softlimit {
    /// Each letter, and behind it the kernel's numbers of its resources (setrlimit(2)).
    private static let resources: StaticString = "a9 c4 d2 f1 l8 m2389 o7 p6 r5 s3 t0"

    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let tool = Tool.softlimit
        var options = ToolOptions(tool, words, "a:c:d:f:l:m:o:p:r:s:t:")
        let chain = ChainLoad()
        keepRoom()
        while let letter = options.next() {
            guard letter != ToolOptions.problem else { throw usage() }
            try set(letter, options.value)
        }
        guard options.index < words.count else { throw usage() }
        throw tool.execute(words, from: options.index, chain)
    }

    /// Allocates and frees what the rest takes: behind a limit on memory there may be no more.
    @inline(never)
    private static func keepRoom() {
        var room = [UInt8](repeating: 0, count: 4096)
        room.append(0)
    }

    @inline(never)
    private static func set(_ letter: UInt8, _ value: Text) throws(Stop) {
        let resources = Text(stringLiteral: Self.resources)
        var index = (resources.firstIndex(of: letter) ?? resources.count) + 1
        while index < resources.count, resources.bytes[index] != 32 {
            var soft: UInt64 = 0
            var hard: UInt64 = 0
            let resource = Int32(resources.bytes[index] &- 48)
            index += 1
            if unsafe swinit_limit_get(resource, &soft, &hard) < 0 {
                throw Tool.softlimit.fatal("getrlimit failed", .last)
            }
            soft = value.isEqual(to: "=") ? hard : min(try number(value), hard)
            if swinit_limit_set(resource, soft, hard) < 0 {
                throw Tool.softlimit.fatal("setrlimit failed", .last)
            }
        }
    }

    /// Digits alone; what is too large begins anew from 0, and no digit at all is 0, as it always was.
    @inline(never)
    private static func number(_ text: Text) throws(Stop) -> UInt64 {
        var value: UInt64 = 0
        for byte in text.bytes {
            guard byte >= 48, byte <= 57 else { throw usage() }
            value = value &* 10 &+ UInt64(byte - 48)
        }
        return value
    }

    @inline(never)
    private static func usage() -> Stop {
        Tool.softlimit.usage(
            """
            [-a allbytes] [-c corebytes] [-d databytes] [-f filebytes] [-l lockbytes] \
            [-m membytes] [-o openfiles] [-p processes] [-r residentbytes] [-s stackbytes] \
            [-t cpusecs] child
            """)
    }
}
