import CLinux

extension Own {
    /// Gives up the controlling terminal, so that a new session may have it (tty_ioctl(2)).
    @inline(never)
    public static func leaveTerminal() -> SystemError? {
        swinit_leave_terminal() == 0 ? nil : .last
    }

    /// Whether we lead our session (getsid(2)).
    public static var leadsSession: Bool { getsid(0) == getpid() }

    /// Makes our own process group the terminal's foreground group again.
    public static func takeTerminalBack() { _ = swinit_set_foreground(0, getpgrp()) }

    /// Whether orphans below us become our children.
    public static var isSubreaper: Bool { swinit_is_subreaper() != 0 }

    /// Asks for `number` when our parent ends (prctl(2), PR_SET_PDEATHSIG).
    public static func setParentDeathSignal(_ number: Int32) {
        _ = swinit_set_parent_death_signal(number)
    }

    /// Stops ourselves until somebody sends CONT (kill(2), SIGSTOP).
    public static func suspend() { _ = kill(getpid(), SIGSTOP) }

    /// Closes every descriptor but 0 to 2.
    public static func closeOtherDescriptors() { swinit_close_from(3) }
}

extension SystemError {
    /// There is no such file (ENOENT).
    public var isMissing: Bool { number == ENOENT }

    /// A part of the path is no directory (ENOTDIR).
    public var isNoDirectory: Bool { number == ENOTDIR }

    /// It is not allowed (EACCES).
    public var isRefusal: Bool { number == EACCES }
}
