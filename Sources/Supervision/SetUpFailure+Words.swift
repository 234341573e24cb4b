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
    /// What could not be done, in the order of the steps.
    private static var all: Text {
        """
        cannot fork
        cannot create a pipe
        cannot create a process group
        cannot become the terminal's foreground group
        cannot change to directory
        cannot set ulimit
        cannot set nice
        cannot set oom-score-adjust
        cannot set cpu
        cannot open in
        cannot open out
        cannot open err
        cannot set groups
        cannot change to group
        cannot change to user
        cannot find user or group
        cannot execute
        cannot read env-file
        cannot read env-dir
        cannot expand
        cannot set capabilities
        cannot set no-new-privileges
        cannot give it descriptor
        cannot acquire
        """
    }

    fileprivate var words: Text {
        let lines = Self.all.split(at: 10)
        let index = Int(rawValue) - 1
        return lines.indices.contains(index) ? lines[index] : Text([])
    }
}
