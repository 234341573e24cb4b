public import Basics

/// What a configuration takes for granted about the machine on which it will run.
///
/// The files are only parsed here: `check` looks whether it is so, and gives back what is not
/// (``ConfigurationLoader/Outcome/refute(_:)``).
public struct Claim: Equatable, Sendable {
    /// What there should be; in the order of the faults.
    public enum Kind: UInt8, BitwiseCopyable, Equatable, Sendable {
        /// A user of this name.
        case user
        /// A group of this name.
        case group
        /// A program at this path, or, without a slash, in ``Claim/search``.
        case program
        /// A file at this path.
        case file
        /// A directory at this path.
        case folder
        /// A variable in swinit's own environment.
        case variable
    }

    public var kind: Kind
    /// The name or the path; a relative path begins where swinit is started.
    public var text: Text
    /// Where a program is searched; empty for swinit's own PATH.
    public var search = Text([])
    /// Where it is written.
    var span: Span
}

extension ConfigurationLoader.Outcome {
    /// Warns of a claim that does not hold; ``DiagnosticList/sort()`` must follow the last.
    public mutating func refute(_ claim: Claim) {
        guard let fault = Fault(rawValue: Fault.unknownUser.rawValue + claim.kind.rawValue) else {
            return
        }
        diagnostics.add(fault, at: claim.span, claim.text)
    }
}
