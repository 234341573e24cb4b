import Foundation
import TestSupport

/// A file of the repository, as the style checks read it.
struct SourceFile: CustomStringConvertible {
    /// Its path below the repository's root.
    let path: String
    let lines: [Substring]

    var description: String { path }
    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The lines without comments and without the text of string literals.
    var code: [String] {
        lines.map { line in
            var code = ""
            var isText = false
            var previous: Character = " "
            for character in line {
                if character == "\"", previous != "\\" { isText.toggle() }
                if !isText, character == "/", previous == "/" { break }
                if !isText { code.append(character) }
                previous = character
            }
            return code
        }
    }

    /// All files below these folders that end so.
    static func all(in folders: [String], ending suffixes: [String]) throws -> [SourceFile] {
        let root = Repository.root.path
        return try folders.flatMap { folder in
            let names = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
            return try names.sorted().filter { name in suffixes.contains { name.hasSuffix($0) } }
                .map { name in
                    let path = "\(folder)/\(name)"
                    let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
                    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                    return SourceFile(path: path, lines: lines)
                }
        }
    }

    static func swift(in folder: String) throws -> [SourceFile] {
        try all(in: [folder], ending: [".swift"])
    }
}
