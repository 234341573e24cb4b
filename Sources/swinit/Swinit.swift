import Basics
import Daemontools
import Linux

/// The program, once its arguments are at hand.
enum Swinit {
    /// `arguments` begin with the name that swinit was executed by, or that of `tool`.
    @inline(never)
    static func run(_ arguments: [Text], as tool: Tool?) -> Int32 {
        if let tool {
            return tool.isSupervisor ? ServiceMode.run(tool, arguments) : tool.run(arguments)
        }
        let surroundings = InvocationSurroundings.own
        let invocation = Invocation.parse(arguments, surroundings)
        let mode = invocation.mode
        switch mode {
        case .single: return SingleCommand.run(consume invocation, process: surroundings.process)
        case .pause: return SingleCommand.pause()
        case .say:
            let printout = invocation.printout
            Own.write(printout.text.bytes, to: printout.descriptor)
            return printout.status
        case .supervise: return ConfigMode(consume invocation).run()
        case .check: return CheckMode.run(invocation)
        case .print: return PrintMode.run(invocation)
        }
    }
}
