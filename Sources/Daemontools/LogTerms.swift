public import Basics
import CLinux
public import Linux

/// For whom a log is written, and with how much patience.
public final class LogTerms {
    /// It is swinit itself that writes, and not the program multilog: it never waits for a disk, goes
    /// through no symbolic link, and tells of a trouble once.
    let isInit: Bool
    /// What was written before a fault of swinit's goes on as if it had not ended.
    let resumes: Bool
    /// Where relative paths begin; without links itself, or nothing is written.
    let base: Text
    /// Who opens files; nil for swinit itself.
    private let identity: ChildPlan.Identity?

    /// The terms of swinit: files are opened as that user, in these groups or, with nil, in swinit's own.
    public init(base: Text, identity: ChildPlan.Identity?, resumes: Bool) {
        isInit = true
        self.resumes = resumes
        self.base = base
        self.identity = identity
    }

    /// The terms of a program that does nothing else.
    init() {
        isInit = false
        resumes = false
        base = Text([])
        identity = nil
    }

    /// Has the kernel take us for the user at whatever is opened, renamed or removed (setfsuid(2)).
    @inline(never)
    func assume() {
        guard let identity else { return }
        let groups = identity.supplementary
        unsafe (groups ?? PackedArray()).withUnsafeBufferPointer {
            unsafe swinit_file_identity(
                identity.user, identity.group, $0.baseAddress,
                groups == nil ? -1 : Int32($0.count))
        }
    }

    /// The end of that.
    @inline(never)
    func drop() {
        if identity != nil { swinit_own_file_identity() }
    }
}
