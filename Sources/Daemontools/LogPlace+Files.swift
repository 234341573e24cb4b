import Basics
import CLinux
import Linux

/// The system calls of a place, all relative to its directory.
extension LogPlace {
    /// The answer of a system call, or why it failed.
    @discardableResult
    @inline(never)
    func check(_ answer: Int32) throws(SystemError) -> Int32 {
        if answer < 0 { throw .last }
        return answer
    }

    /// Opens `name` for writing; swinit goes through no link, and takes regular files only.
    @inline(never)
    func open(_ name: Text, _ flags: Int32, mode: UInt32) throws(SystemError) -> Int32 {
        let all = O_WRONLY | flags | (terms.isInit ? O_NOFOLLOW : 0)
        let opened = try check(
            unsafe CString(name).withPointer { unsafe swinit_log_open(folder, $0, all, mode) })
        if terms.isInit, swinit_is_regular(opened) == 0 {
            close(opened)
            throw SystemError(number: EINVAL)
        }
        return opened
    }

    /// Removes `name`, where it is there.
    @inline(never)
    func unlink(_ name: Text) throws(SystemError) {
        let answer = unsafe CString(name).withPointer { unsafe unlinkat(folder, $0, 0) }
        if answer < 0, SystemError.last.number != ENOENT { throw .last }
    }

    /// Renames `name`, over what has the other name.
    @inline(never)
    func rename(_ name: Text, to other: Text) throws(SystemError) {
        let new = CString(other)
        try check(
            unsafe CString(name).withPointer { old in
                unsafe new.withPointer { unsafe renameat(folder, old, folder, $0) }
            })
    }

    /// Gives `name` a second name.
    @inline(never)
    func link(_ name: Text, as other: Text) throws(SystemError) {
        let new = CString(other)
        try check(
            unsafe CString(name).withPointer { old in
                unsafe new.withPointer { unsafe linkat(folder, old, folder, $0, 0) }
            })
    }

    /// What stands at `name`; nil for nothing.
    @inline(never)
    func facts(_ name: Text) throws(SystemError) -> swinit_entry_facts? {
        var facts = swinit_entry_facts()
        let answer = unsafe CString(name).withPointer {
            unsafe swinit_entry_facts(folder, $0, terms.isInit ? 0 : 1, &facts)
        }
        if answer == 0 { return facts }
        if SystemError.last.number == ENOENT { return nil }
        throw .last
    }

    /// Writes to the disk what the kernel has of `file`; swinit leaves that to the kernel, since it
    /// must not wait.
    @inline(never)
    func save(_ file: Int32) throws(SystemError) {
        if !terms.isInit { try check(fsync(file)) }
    }

    @inline(never)
    func close(_ file: Int32) {
        if file >= 0 { _ = CLinux.close(file) }
    }

    /// Closes everything.
    @inline(never)
    func release() {
        for number in [file, old, lock, folder] { close(number) }
        file = -1
        old = -1
        lock = -1
        folder = -1
    }

    // MARK: - The directory

    /// Opens the directory, which is made where only it is missing.
    @inline(never)
    func openFolder() throws(SystemError) {
        let mode: UInt32 = kind == .directory ? 0o700 : 0o755
        if !terms.isInit {
            let here = kind == .directory ? path : "."
            folder = unsafe CString(here).withPointer {
                unsafe (mkdir($0, mode), swinit_log_open(AT_FDCWD, $0, O_RDONLY | O_DIRECTORY, 0)).1
            }
            try check(folder)
            return
        }
        var parts = location.split(at: 47)
        if kind != .directory { parts.removeLast() }
        folder = try check(
            unsafe CString("/").withPointer { unsafe swinit_log_open(-1, $0, O_RDONLY, 0) })
        for index in parts.indices where !parts[index].isEmpty {
            let isLast = index == parts.count - 1
            let next = enter(parts[index], isLast ? O_RDONLY : O_PATH, mode, isLast)
            let error = SystemError.last
            if next < 0 {
                if error.number == ENOTDIR, try facts(parts[index])?.isLink == true {
                    throw SystemError(number: ELOOP)
                }
                throw error
            }
            close(folder)
            folder = next
        }
    }

    private func enter(_ name: Text, _ flags: Int32, _ mode: UInt32, _ makes: Bool) -> Int32 {
        let all = flags | O_DIRECTORY | O_NOFOLLOW
        return unsafe CString(name).withPointer {
            let found = unsafe swinit_log_open(folder, $0, all, 0)
            guard found < 0, makes, SystemError.last.number == ENOENT else { return found }
            return unsafe mkdirat(folder, $0, mode) < 0 ? -1 : swinit_log_open(folder, $0, all, 0)
        }
    }

    /// The path from the root on.
    var location: Text {
        path.hasPrefix("/") ? path : "\(terms.base)/\(path)"
    }

    /// The label of now, and what stands behind it.
    @inline(never)
    func label(_ code: UInt8) -> Text {
        Text(TAI64N(unixNanoseconds: Clock.wallNanoseconds).label.bytes + [46, code])
    }

    /// Removes the oldest files until there are fewer than ``count``.
    @inline(never)
    func prune() throws(SystemError) {
        while true {
            var found = 0
            var oldest = Text([])
            attempt = "unable to read %"
            if lseek(folder, 0, SEEK_SET) < 0 { throw .last }
            unsafe withUnsafeTemporaryAllocation(byteCount: 2048, alignment: 8) { buffer in
                var offset: Int32 = 0
                var filled: Int32 = 0
                while let next = unsafe swinit_next_entry(
                    folder, buffer.baseAddress, 2048, &offset, &filled)
                {
                    guard unsafe next[0] == 64, unsafe strlen(next) >= TAI64N.labelSize else {
                        continue
                    }
                    found += 1
                    let name = unsafe Text(cString: next)
                    if oldest.isEmpty || name < oldest { oldest = name }
                }
            }
            if found < count { return }
            source = oldest
            attempt = "unable to remove %/#"
            try unlink(oldest)
        }
    }
}

extension swinit_entry_facts {
    /// Whoever wrote the file last came to an end: the owner may execute it.
    var isFinished: Bool { mode & 0o100 != 0 }
    var isLink: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFLNK) }
}
