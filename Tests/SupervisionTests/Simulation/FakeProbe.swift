import Supervision

/// A probe that was ordered, and what will come of it.
struct FakeProbe {
    let purpose: ProbePurpose
    /// Its process, or 0.
    let pid: Int32
    /// When it is answered; nil: never.
    let answer: UInt64?
    let isGood: Bool
}
