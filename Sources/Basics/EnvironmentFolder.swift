/// A folder with a file per variable, as daemontools' envdir(8) and mounted secrets have it.
///
/// A file's name is the variable's, and its first line the value, without blanks and tabs at its end; a
/// NUL stands for a line's end. An empty file takes the variable away. Names that begin with a dot do
/// not count, a name with `=` is an error (envdir sets a wrong variable there).
public enum EnvironmentFolder {
    /// All files together may have as many bytes: more than execve(2) takes.
    public static let largest = 8 << 20
    /// The most files of one folder.
    public static let fileLimit = 4096

    /// Whether a file of this name is looked at.
    public static func counts(_ name: Text) -> Bool { name.bytes.first != 46 }

    /// What the file `name` says: `NAME=VALUE`, or `NAME` where the variable is to go; nil for a name
    /// that no variable can have.
    @inline(never)
    public static func entry(_ name: Text, _ bytes: [UInt8]) -> Text? {
        if name.isEmpty || name.firstIndex(of: 61) != nil { return nil }
        if bytes.isEmpty { return name }
        var end = 0
        while end < bytes.count, bytes[end] != 10 { end += 1 }
        while end > 0, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
        var entry: Text = "\(name)=\(Text(bytes[..<end]))"
        for index in entry.bytes.indices where entry.bytes[index] == 0 { entry.bytes[index] = 10 }
        return entry
    }
}
