import Basics

@testable import Config

/// The options as Markdown, from the catalogue.
enum ReferencePage {
    /// What stands above it is written by hand.
    static let marker = "<!-- What follows is generated from the catalogue of options. -->\n"

    static var text: String {
        var text = marker
        for group in (0..<UInt8.max).compactMap({ OptionGroup(rawValue: $0) }) {
            let entries = (0..<OptionCatalogue.count).map { OptionCatalogue.entry($0) }
                .filter { OptionGroup(of: $0) == group }
            if entries.isEmpty { continue }
            text += "\n## \(Text(stringLiteral: group.title).string)\n"
            if group == .future {
                text += "\nThese are known, so that a file that has them is refused rather than "
                text += "misunderstood.\n\n"
                for entry in entries { text += "- `\(entry.usage.string)`: \(entry.help.string)\n" }
            } else {
                for entry in entries { text += section(entry) }
            }
        }
        return text
    }

    private static func section(_ entry: OptionEntry) -> String {
        var lines = ["", "### `\(entry.usage.string)`", "", sentence(entry.help) + ".", ""]
        var facts: [String] = []
        if !entry.initial.isEmpty { facts.append("Default: \(entry.initial.string).") }
        if !entry.least.isEmpty {
            facts.append("From \(entry.least.string) to \(entry.greatest.string).")
        }
        facts.append("Stands in \(Text(stringLiteral: entry.places).string).")
        facts.append("A change \(Text(stringLiteral: entry.change).string).")
        lines += [facts.joined(separator: " "), "", "    \(entry.example.string)"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// A help line as the beginning of a sentence.
    private static func sentence(_ help: Text) -> String {
        let text = help.string.replacing("${NAME}", with: "`${NAME}`")
        // pmtr's own name has no capital.
        return text.hasPrefix("pmtr") ? text : text.prefix(1).uppercased() + text.dropFirst()
    }
}
