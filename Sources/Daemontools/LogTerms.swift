public import Basics
import CLinux

/// For whom a log is written, and with how much patience.
public final class LogTerms {
    /// It is swinit itself that writes, and not the program multilog: it never waits for a disk, goes
    /// through no symbolic link, and tells of a trouble once.
    let isInit: Bool
    /// What was written before a fault of swinit's goes on as if it had not ended.
    let resumes: Bool
    /// Where relative paths begin; without links itself, or nothing is written.
    let base: Text
    private let user: UInt32
    private let group: UInt32
    private let groups: PackedArray<UInt32>?

    /// The terms of swinit: files are opened as that user, in these groups or, with nil, in swinit's own.
    public init(
        base: Text, user: UInt32, group: UInt32, groups: PackedArray<UInt32>?, resumes: Bool
    ) {
        isInit = true
        self.resumes = resumes
        self.base = base
        self.user = user
        self.group = group
        self.groups = groups
    }

    /// The terms of a program that does nothing else.
    init() {
        isInit = false
        resumes = false
        base = Text([])
        user = 0
        group = 0
        groups = nil
    }

    /// Has the kernel take us for the user at whatever is opened, renamed or removed (setfsuid(2)).
    @inline(never)
    func assume() {
        guard isInit else { return }
        guard let groups else { return swinit_file_identity(user, group, nil, -1) }
        unsafe groups.withUnsafeBufferPointer {
            unsafe swinit_file_identity(user, group, $0.baseAddress, Int32($0.count))
        }
    }

    /// The end of that.
    @inline(never)
    func drop() {
        if isInit { swinit_own_file_identity() }
    }
}
