import Basics
import CLinux
import Linux

/// `svstat DIR...`: says how the services of service directories are.
enum Svstat {
    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let tool = Tool.svstat
        let start = try tool.workingDirectory("unable to open current directory")
        var lines = Text([])
        for index in 1..<max(words.count, 1) {
            lines = "\(lines)\(words[index]): \(line(words[index]))\n"
            if let error = Own.enter(start) { throw tool.fatal("unable to set directory", error) }
        }
        Own.write(lines.bytes, to: 1)
    }

    @inline(never)
    private static func line(_ folder: Text) -> Text {
        if let error = Own.enter(folder) { return failed("chdir", error) }
        var facts = swinit_file_facts()
        let found = unsafe CString("down").withPointer { unsafe swinit_file_facts($0, 1, &facts) }
        if found < 0, !SystemError.last.isMissing { return failed("stat down", .last) }
        do throws(SystemError) {
            _ = try FileDescriptor.writing("supervise/ok")
        } catch {
            if error.isNobody { return "supervise not running" }
            return failed("open supervise/ok", error)
        }
        do throws(SystemError) {
            let file = try FileDescriptor.reading("supervise/status")
            let bytes = try file.read(atMost: ServiceStatus.size) ?? []
            guard let status = ServiceStatus(bytes) else {
                return "unable to read supervise/status: bad format"
            }
            let now = TAI64N(unixNanoseconds: Clock.wallNanoseconds)
            return status.words(at: now, isNormallyUp: found < 0)
        } catch {
            return failed("open supervise/status", error)
        }
    }

    @inline(never)
    private static func failed(_ what: StaticString, _ error: SystemError) -> Text {
        "unable to \(what): \(ErrorWords.of(error))"
    }
}
