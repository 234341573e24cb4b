public import Basics

/// What the ``OptionCatalogue`` says, as `swinit help config` shows it.
public enum OptionHelp {
    /// The column of a list in which the help begins.
    private static let column = 40

    /// Every option, one line each, by groups.
    @inline(never)
    public static func list() -> Text {
        var output: [UInt8] = []
        var number: UInt8 = 0
        while let group = OptionGroup(rawValue: number) {
            number += 1
            let start = output.count
            for row in 0..<OptionCatalogue.count {
                let entry = OptionCatalogue.entry(row)
                guard OptionGroup(of: entry) == group else { continue }
                if output.count == start {
                    render("\n", Text(stringLiteral: group.title), into: &output)
                    render(":\n", Text([]), into: &output)
                }
                renderLine(of: entry, into: &output)
            }
        }
        return Text(output)
    }

    /// All that there is to say of the option `name`; nil where there is none.
    @inline(never)
    public static func page(of name: Text) -> Text? {
        for row in 0..<OptionCatalogue.count {
            let entry = OptionCatalogue.entry(row)
            if entry.name == name { return page(of: entry) }
        }
        return nil
    }

    /// The names of all options, in the order of the catalogue.
    public static var names: [Text] {
        var names: [Text] = []
        for row in 0..<OptionCatalogue.count { names.append(OptionCatalogue.entry(row).name) }
        return names
    }

    // MARK: - Parts

    private static func renderLine(of entry: OptionEntry, into output: inout [UInt8]) {
        let start = output.count
        render("  ", entry.usage, into: &output)
        repeat { output.append(32) } while output.count - start < column
        entry.help.render(into: &output)
        if !entry.initial.isEmpty {
            render(" (", entry.initial, into: &output)
            output.append(41)
        }
        output.append(10)
    }

    private static func page(of entry: OptionEntry) -> Text {
        var output = entry.usage.bytes
        render("\n  ", entry.help, into: &output)
        output.append(10)
        render("\n  stands in  ", Text(stringLiteral: entry.places), into: &output)
        if !entry.least.isEmpty {
            render("\n  from, to   ", entry.least, into: &output)
            render(", ", entry.greatest, into: &output)
        }
        if !entry.initial.isEmpty { render("\n  default    ", entry.initial, into: &output) }
        render("\n  a change   ", Text(stringLiteral: entry.change), into: &output)
        render("\n  example    ", entry.example, into: &output)
        output.append(10)
        return Text(output)
    }

    @inline(never)
    private static func render(
        _ label: StaticString, _ value: Text, into output: inout [UInt8]
    ) {
        label.render(into: &output)
        value.render(into: &output)
    }
}

extension OptionEntry {
    /// Where the option may stand.
    var places: StaticString {
        if option == .name { return "a job" }
        if !isGlobal { return "a job, or 'defaults'" }
        return isJobOption ? "a job, 'defaults', or outside of jobs" : "the file, outside of jobs"
    }

    /// What a change of the option in a running container does.
    var change: StaticString {
        guard let option else { return "not supported yet" }
        switch option {
        case .name: return "makes it another job"
        case .ready: return "restarts the job where one is notify or fd, else is applied in place"
        case .job, .defaults, .include, .services: return "is one of the jobs that it is about"
        default:
            return option.bit & Option.restarting != 0
                ? "restarts the job" : "is applied in place, without a restart"
        }
    }
}
