import Basics

/// The names of the kernel's resource limits (getrlimit(2)), for messages.
enum ResourceName {
    private static var names: Text {
        """
        CPU FSIZE DATA STACK CORE RSS NPROC NOFILE MEMLOCK AS LOCKS SIGPENDING MSGQUEUE NICE RTPRIO \
        RTTIME
        """
    }

    /// `RLIMIT_NOFILE` for 7.
    @inline(never)
    static func text(of resource: Int32) -> Text {
        let name = names.word(Int(resource))
        return name.isEmpty ? "limit \(resource)" : "RLIMIT_\(name)"
    }
}
