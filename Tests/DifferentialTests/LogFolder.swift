import Foundation
import TestSupport

/// What a log's folder looks like: a line for each file, with labels masked.
struct LogFolder {
    private let files: [(name: String, mode: mode_t, content: String)]

    /// Looks at `path` and what is below it.
    init(_ path: String) {
        let names = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
        files = names.sorted().map { name in
            var facts = stat()
            lstat("\(path)/\(name)", &facts)
            let isFile = facts.st_mode & S_IFMT == S_IFREG
            let data = isFile ? FileManager.default.contents(atPath: "\(path)/\(name)") : nil
            let text = String(data: data ?? Data(), encoding: .isoLatin1) ?? ""
            return (name, facts.st_mode, text)
        }
    }

    /// The names in order, with modes and contents.
    var exact: String {
        files.map { file in
            """
            \(Self.masked(file.name)) \(String(file.mode, radix: 8)) \(file.content.utf8.count)
            \(Self.masked(file.content))
            """
        }.joined(separator: "\n")
    }

    /// Names and modes, and what all files of each folder hold together: where exactly within 2000 bytes
    /// of its limit a file ends depends with theirs on how the input comes in.
    var together: String {
        let folders = Set(files.map { ($0.name as NSString).deletingLastPathComponent })
        return folders.sorted().map { folder in
            let own = files.filter {
                ($0.name as NSString).deletingLastPathComponent == folder
                    && ($0.name as NSString).lastPathComponent != "state"
            }
            let names = Set(own.map { "\(Self.masked($0.name)) \(String($0.mode, radix: 8))" })
            let content = own.map(\.content).joined()
            return "\(folder): \(names.sorted())\n\(Self.masked(content))"
        }.joined(separator: "\n")
    }

    /// How many files have a label.
    var count: Int { files.filter { $0.name.contains("@") }.count }

    /// `text` without its labels.
    static func masked(_ text: String) -> String {
        text.replacing(/@[0-9a-fA-F]{24}/, with: "@LABEL")
    }
}
