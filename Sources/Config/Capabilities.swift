import Basics

/// What `capabilities` asks for (capabilities(7)).
public struct Capabilities: Equatable, Sendable {
    /// The names without `CAP_`, by the kernel's numbers, with blanks between them.
    static let names: StaticString = """
        CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE \
        NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO \
        SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME \
        SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG \
        WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE
        """

    /// The named ones are kept and all others dropped; else the other way round.
    public var keeps: Bool
    /// The named ones: bit n is capability n.
    ///
    /// `all` names every bit, those without a name too.
    public var mask: UInt64

    /// The names of ``mask`` with commas between them; a comma alone names none.
    var names: Text {
        if mask == .max { return "all" }
        var names = Text([])
        var number = 0
        for name in Text(stringLiteral: Self.names).split(at: 32) {
            if mask >> UInt64(number) & 1 == 1 { names = "\(names),\(name)" }
            number += 1
        }
        return names.isEmpty ? "," : names.dropFirst(1)
    }

    /// Those of `mask` and no others, or all but those of `mask`.
    public init(keeps: Bool, mask: UInt64) {
        self.keeps = keeps
        self.mask = mask
    }
}
