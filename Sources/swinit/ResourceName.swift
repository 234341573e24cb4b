import Basics

/// The names of the kernel's resource limits (getrlimit(2)), for messages.
enum ResourceName {
    private static let names: [StaticString] = [
        "CPU", "FSIZE", "DATA", "STACK", "CORE", "RSS", "NPROC", "NOFILE", "MEMLOCK", "AS", "LOCKS",
        "SIGPENDING", "MSGQUEUE", "NICE", "RTPRIO", "RTTIME",
    ]

    /// `RLIMIT_NOFILE` for 7.
    @inline(never)
    static func text(of resource: Int32) -> Text {
        let index = Int(resource)
        return names.indices.contains(index) ? "RLIMIT_\(names[index])" : "limit \(resource)"
    }
}
