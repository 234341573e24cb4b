import Basics
import CLinux
import Linux

/// `softlimit [-acdflmoprst LIMIT]... PROGRAM...`: runs a program with other soft limits.
enum Softlimit {
    /// Each letter, and behind it the kernel's numbers of its resources (setrlimit(2)).
    private static let resources: StaticString = "a9 c4 d2 f1 l8 m2389 o7 p6 r5 s3 t0"

    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let operand = try walk(words, setting: false)
        keepRoom()
        throw Tool.softlimit.execute(words, from: operand, ChainLoad()) {
            // They have been read before.
            do throws(Stop) { _ = try walk(words, setting: true) } catch { Own.exit(error.status) }
        }
    }

    /// Reads the options, and sets them or only looks for mistakes; answers where the program stands.
    ///
    /// What the program is executed with must have its memory before there may be no more.
    @inline(never)
    private static func walk(_ words: [Text], setting: Bool) throws(Stop) -> Int {
        var options = ToolOptions(.softlimit, words, "a:c:d:f:l:m:o:p:r:s:t:")
        while let letter = options.next() {
            guard letter != ToolOptions.problem else { throw usage() }
            let number = try number(options.value)
            if setting { try set(letter, number) }
        }
        guard options.index < words.count else { throw usage() }
        return options.index
    }

    /// Allocates and frees what the rest takes.
    @inline(never)
    private static func keepRoom() {
        var room = [UInt8](repeating: 0, count: 4096)
        room.append(0)
    }

    /// Sets each resource of an option, to the hard limit where `soft` is beyond it.
    @inline(never)
    private static func set(_ letter: UInt8, _ soft: UInt64) throws(Stop) {
        let resources = Text(stringLiteral: Self.resources)
        var index = (resources.firstIndex(of: letter) ?? resources.count) + 1
        while index < resources.count, resources.bytes[index] != 32 {
            var old: UInt64 = 0
            var hard: UInt64 = 0
            let resource = Int32(resources.bytes[index] &- 48)
            index += 1
            if unsafe swinit_limit_get(resource, &old, &hard) < 0 {
                throw Tool.softlimit.fatal("getrlimit failed", .last)
            }
            if swinit_limit_set(resource, min(soft, hard), hard) < 0 {
                throw Tool.softlimit.fatal("setrlimit failed", .last)
            }
        }
    }

    /// Digits alone; what is too large begins anew from 0, and no digit at all is 0, as it always was.
    ///
    /// `=` is the hard limit.
    @inline(never)
    private static func number(_ text: Text) throws(Stop) -> UInt64 {
        if text.isEqual(to: "=") { return .max }
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
