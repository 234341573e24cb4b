import Basics

/// The verbs that speak to a running supervisor.
enum ClientVerb {
    /// Known, so that a typing error is told from a verb.
    static let names: [Text] = [
        "status", "logs", "start", "stop", "restart", "reload", "signal", "scale", "wait", "health",
        "events", "config", "shutdown", "reexec", "completion",
    ]

    /// Why `word` cannot stand where a verb should.
    @inline(never)
    static func refusal(of word: Text) -> UsageError {
        if names.contains(word) { return UsageError("'\(word)' is not supported yet") }
        let run: Text = "to run a program: swinit -- \(word)"
        guard let verb = EditDistance.nearest(to: word, among: ["run", "check", "help"] + names)
        else {
            return UsageError("unknown command '\(word)'", hint: run)
        }
        return UsageError("unknown command '\(word)'", hint: "did you mean '\(verb)'? \(run)")
    }
}
