import Basics

/// What a job may be called.
enum JobName {
    /// The most bytes of a name.
    static let longest = 64

    /// What is wrong with `name`; nil for a good one.
    @inline(never)
    static func fault(of name: Text) -> StaticString? {
        if name.isEmpty { return "it is empty" }
        if name.count > longest { return "at most 64 bytes" }
        if name.isEqual(to: "swinit") { return "that is swinit's own" }
        for byte in name.bytes {
            switch byte {
            case 48...57, 65...90, 97...122, 43, 45, 46, 64, 95: continue
            default: return "letters, digits and . _ - @ +"
            }
        }
        return nil
    }

    /// The `X` of a name `X.N`, which would be the name of an instance of a job X; nil for others.
    static func instanceOwner(of name: Text) -> Text? {
        guard let dot = name.lastIndex(of: 46), dot > 0, name.dropFirst(dot + 1).isDigits else {
            return nil
        }
        return name.slice(0..<dot)
    }
}
