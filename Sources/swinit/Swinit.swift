import Basics
import Linux

/// The program, once its arguments are at hand.
enum Swinit {
    @inline(never)
    static func run(_ arguments: [Text]) -> Int32 {
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
