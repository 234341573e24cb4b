import Basics
import Linux

/// `svok DIR`: ends with 0 where a supervisor runs in a service directory, else with 100.
enum Svok {
    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let tool = Tool.svok
        guard words.count > 1 else { throw tool.usage("dir") }
        let folder = words[1]
        if let error = Own.enter(folder) { throw tool.fatal("unable to chdir to", folder, error) }
        do throws(SystemError) {
            _ = try FileDescriptor.writing("supervise/ok")
        } catch {
            if error.isMissing || error.isNobody { throw Stop(status: Stop.usage) }
            throw tool.fatal("unable to open \(folder)/supervise/ok", error)
        }
    }
}
