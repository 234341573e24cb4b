import Basics

/// What is known of a file that is watched.
struct WatchedFile: BitwiseCopyable {
    /// What a file is watched for; together they are ``WatchedFile/roles``.
    enum Role: UInt8 {
        /// The configuration was read from it, or may be from what is in it.
        case source = 1
        /// Jobs depend on its content.
        case dependency = 2
    }

    /// The bits of its roles; 0 for a vacant place.
    var roles: UInt8 = 0
    /// The roles that it has from now on, while they are collected.
    var nextRoles: UInt8 = 0
    /// Something happened to it that was not looked into.
    var isDirty = false
    /// The hash of its path.
    var key: UInt64 = 0
    /// Of its content when it was last looked at; 0 where it was never there.
    var content: UInt64 = 0
    /// What stat(2) said when it was last looked at, and before that: for where nothing tells.
    var signature: UInt64 = 0
    var previous: UInt64 = 0

    /// Whether it is watched for this.
    func has(_ role: Role) -> Bool { roles & role.rawValue != 0 }
}
