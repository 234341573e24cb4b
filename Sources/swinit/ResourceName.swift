import Basics
import Config

/// The names of the kernel's resource limits (getrlimit(2)), for messages.
enum ResourceName {
    /// `RLIMIT_NOFILE` for 7.
    @inline(never)
    static func text(of resource: Int32) -> Text {
        let name = Text(stringLiteral: ResourceLimit.names).word(Int(resource))
        return name.isEmpty ? "limit \(resource)" : name
    }
}
