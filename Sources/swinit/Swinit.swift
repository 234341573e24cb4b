import Basics
import Linux

/// The program, once its arguments are at hand.
enum Swinit {
    @inline(never)
    static func run(_ arguments: [Text]) -> Int32 {
        let surroundings = InvocationSurroundings.own
        switch Invocation.parse(arguments, surroundings) {
        case .single(let options):
            return SingleCommand.run(options, process: surroundings.process)
        case .pause: return SingleCommand.pause()
        case .say(let printout): return say(printout)
        case .supervise(let options): return ConfigMode(options).run()
        case .check(let options): return CheckMode(options: options).run()
        }
    }

    @inline(never)
    private static func say(_ printout: Printout) -> Int32 {
        if !printout.output.isEmpty { Own.write(printout.output.bytes, to: 1) }
        if !printout.errors.isEmpty { Own.write(printout.errors.bytes, to: 2) }
        return printout.status
    }
}
