import Basics
import Config
import Daemontools
import Linux

/// svscan(8) and supervise(8): the service directories of a folder, or a single one, without a
/// configuration file.
enum ServiceMode {
    /// Runs to the end and answers with the status; `words` begin with the program's name.
    @inline(never)
    static func run(_ tool: Tool, _ words: [Text]) -> Int32 {
        var invocation = Invocation.parse(["swinit"], InvocationSurroundings.own)
        // Their run scripts speak for themselves.
        if invocation.verbosity == 0 { invocation.verbosity = -1 }
        // The image before has left what it was.
        if FaultRecovery.findTable() == nil {
            if tool == .supervise, words.count != 2 { return tool.usage("dir").status }
            let folder = words.count > 1 ? words[1] : "."
            if let error = Own.enter(folder) {
                return tool.fatal("unable to chdir to \(folder)", error).status
            }
            let path = Own.directory ?? "/"
            if tool == .supervise, SuperviseFolder.isHeld(path) {
                return tool.fatal("unable to acquire \(folder)/supervise/lock: temporary failure")
                    .status
            }
            invocation.file = ServiceList.path(of: path, isAlone: tool == .supervise)
        }
        return ConfigMode(invocation).run()
    }
}
