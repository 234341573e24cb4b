public import Basics

extension SetUpFailure: Renderable {
    /// `cannot change to directory /srv: No such file or directory`.
    @inline(never)
    public func render(into bytes: inout [UInt8]) {
        step.words.render(into: &bytes)
        if !subject.isEmpty { (" \(subject)" as Text).render(into: &bytes) }
        (": \(reason)" as Text).render(into: &bytes)
    }
}

extension SetUpFailure.Step {
    fileprivate var words: StaticString {
        switch self {
        case .fork: "cannot fork"
        case .pipe: "cannot create a pipe"
        case .group: "cannot create a process group"
        case .terminal: "cannot become the terminal's foreground group"
        case .directory: "cannot change to directory"
        case .limit: "cannot set ulimit"
        case .niceness: "cannot set nice"
        case .oomScore: "cannot set oom-score-adjust"
        case .affinity: "cannot set cpu"
        case .openInput: "cannot open in"
        case .openOutput: "cannot open out"
        case .openErrors: "cannot open err"
        case .supplementaryGroups: "cannot set groups"
        case .groupID: "cannot change to group"
        case .userID: "cannot change to user"
        case .account: "cannot find user or group"
        case .execute: "cannot execute"
        }
    }
}
