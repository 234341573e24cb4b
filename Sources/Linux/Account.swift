public import Basics

/// A user as `/etc/passwd` has it.
///
/// Read here and not by getpwnam(3): glibc's would load modules and musl's asks nscd, and both may
/// block, which PID 1 must not.
public struct Account: Equatable, Sendable {
    public var name: Text
    public var user: UInt32
    public var group: UInt32
    public var home: Text

    private static let limit = 1 << 20

    /// Finds a user by name or number in `passwd` (passwd(5)).
    ///
    /// A number that has no entry is a user all the same, of group 0 and home `/`, as Docker's
    /// `--user` does it.
    public static func find(_ wanted: Text, in passwd: Text) -> Account? {
        find(wanted, or: wanted.decimal.flatMap { UInt32(exactly: $0) }, in: passwd)
    }

    /// Finds a user by name in `passwd`.
    public static func named(_ wanted: Text, in passwd: Text) -> Account? {
        find(wanted, or: nil, in: passwd)
    }

    @inline(never)
    private static func find(_ wanted: Text, or number: UInt32?, in passwd: Text) -> Account? {
        for line in passwd.split(at: 10) {
            let fields = line.split(at: 58)
            guard fields.count >= 6, let user = fields[2].decimal.flatMap({ UInt32(exactly: $0) }),
                let group = fields[3].decimal.flatMap({ UInt32(exactly: $0) })
            else { continue }
            if fields[0] == wanted || number == user {
                return Account(name: fields[0], user: user, group: group, home: fields[5])
            }
        }
        guard let number else { return nil }
        return Account(name: wanted, user: number, group: 0, home: "/")
    }

    /// Finds a group's number by name or number in `groups` (group(5)).
    @inline(never)
    public static func group(_ wanted: Text, in groups: Text) -> UInt32? {
        if let number = wanted.decimal { return UInt32(exactly: number) }
        for line in groups.split(at: 10) {
            let fields = line.split(at: 58)
            if fields.count >= 3, fields[0] == wanted {
                return fields[2].decimal.flatMap { UInt32(exactly: $0) }
            }
        }
        return nil
    }

    /// The groups that a login of this user gets: its own, and those that list it.
    public func supplementary(in groups: Text, own: UInt32) -> PackedArray<UInt32> {
        var found = PackedArray<UInt32>()
        found.append(own)
        for line in groups.split(at: 10) {
            let fields = line.split(at: 58)
            guard fields.count >= 4,
                let number = fields[2].decimal.flatMap({ UInt32(exactly: $0) }),
                !found.contains(number), fields[3].split(at: 44).contains(name)
            else { continue }
            found.append(number)
        }
        return found
    }

    /// The text of `/etc/passwd`; empty where it cannot be read.
    public static func readPasswd() -> Text { read("/etc/passwd") }

    /// The text of `/etc/group`; empty where it cannot be read.
    public static func readGroups() -> Text { read("/etc/group") }

    @inline(never)
    private static func read(_ path: Text) -> Text {
        do throws(Files.ReadFailure) {
            return Text(try Files.read(path, atMost: limit))
        } catch {
            return Text([])
        }
    }
}
