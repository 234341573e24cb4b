import Basics

/// The program, once its arguments are at hand.
enum Swinit {
    static func run(_ arguments: [Text]) -> Int32 {
        arguments.isEmpty ? 64 : 0
    }
}
