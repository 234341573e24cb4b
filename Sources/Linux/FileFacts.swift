public import Basics
import CLinux

/// What the kernel says of a file without a look into it (stat(2)).
public struct FileFacts: Sendable {
    /// What stands at a path.
    public enum Kind: Sendable {
        case missing, regular, folder, link, other
    }

    public let kind: Kind
    /// Changes with everything that the kernel knows of the file; 0 for a missing one.
    public let signature: UInt64
    /// Tells the file from every other; 0 for a missing one.
    public let identity: UInt64
    /// It may still be empty or half written: it has one name and was never touched but by writing.
    public let isFresh: Bool

    /// Asks for what stands at `path`, or with `follows` where links at its end lead.
    @inline(never)
    public init(of path: Text, follows: Bool) {
        var facts = swinit_file_facts()
        let answer = unsafe CString(path).withPointer {
            unsafe swinit_file_facts($0, follows ? 1 : 0, &facts)
        }
        guard answer == 0 else {
            kind = .missing
            signature = 0
            identity = 0
            isFresh = false
            return
        }
        switch UInt32(bitPattern: facts.kind) {
        case SWINIT_FILE_REGULAR.rawValue: kind = .regular
        case SWINIT_FILE_FOLDER.rawValue: kind = .folder
        case SWINIT_FILE_LINK.rawValue: kind = .link
        case _: kind = .other
        }
        var hash = ContentHash()
        hash.add(facts.device)
        hash.add(facts.inode)
        identity = hash.value
        hash.add(facts.size)
        hash.add(UInt64(bitPattern: facts.modified))
        hash.add(UInt64(bitPattern: facts.changed))
        signature = hash.value
        isFresh =
            kind == .regular && facts.links == 1
            && (facts.size == 0 || facts.modified == facts.changed)
    }
}
