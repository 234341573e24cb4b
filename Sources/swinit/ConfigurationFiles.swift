import Basics
import Config
import Linux

/// The configuration file and what it includes: read from disk, or from the memory of the image
/// before this one.
final class ConfigurationFiles {
    /// As many names of one folder are looked at.
    private static let nameLimit = 100_000

    /// The file, absolute: swinit itself works in `/`.
    let path: Text
    /// The directory where swinit was started.
    let startDirectory: Text
    /// What follows `--`; nil without `--`, empty where nothing follows it.
    let command: [Text]?
    /// The files as they were read last.
    private(set) var sources: [Source] = []
    /// The paths of all files and folders that were read, or could not be.
    private(set) var paths: [Text] = []
    /// What stat(2) said of each before it was read.
    private(set) var signatures = PackedArray<UInt64>()
    /// Of the content that was read last, good or bad.
    private(set) var contentHash = ContentHash()
    /// `reload on request`: a change of the files is no reason to read them.
    private(set) var waitsForRequest = false
    /// The lists of services that are in force (``ServiceList``).
    private(set) var services: [Source] = []
    /// The service directory at ``path`` is all that there is (supervise(8)).
    var isAlone: Bool { ServiceList.isAlone(path) }
    /// Folders with services may be emptied.
    var hasServices: Bool { !services.isEmpty }
    /// What is wrong with services that are refused.
    private(set) var complaints: [Text] = []
    /// What is wrong with them, as lines for standard error; empty where nothing is.
    private(set) var refusal = Text([])

    init(path: Text, startDirectory: Text, command: [Text]?) {
        self.path = path.absolute(in: startDirectory)
        self.startDirectory = startDirectory
        self.command = command
    }

    /// Reads the files from disk; nil where they are refused.
    @inline(never)
    func read() -> Configuration? {
        let old = paths
        paths = []
        signatures.removeAll()
        contentHash = ContentHash()
        let outcome = ConfigurationLoader.load(
            path, variables: InheritedEnvironment().texts,
            list: { folder in
                watch(folder)
                return Self.list(folder)
            }
        ) { path in
            let reading: ConfigurationLoader.Reading
            if ServiceList.isPath(path) {
                reading = .bytes(scan(path))
            } else {
                watch(path)
                reading = Self.reading(of: path)
            }
            note(path, reading)
            return reading
        }
        guard let configuration = take(outcome) else {
            // Until the files are good again a change of any of them may make them so.
            for path in old where !paths.contains(path) { watch(path) }
            return nil
        }
        return configuration
    }

    /// Notes what there is to be watched, before it is read.
    @inline(never)
    func watch(_ path: Text) {
        signatures.append(FileFacts(of: path, follows: true).signature)
        paths.append(path)
    }

    @inline(never)
    private func note(_ path: Text, _ reading: ConfigurationLoader.Reading) {
        contentHash.add(path.bytes)
        switch reading {
        case .bytes(let bytes):
            contentHash.add(UInt64(bytes.count))
            contentHash.add(bytes)
        case .failed(let reason): contentHash.add(reason.bytes)
        }
    }

    /// Parses once more what the image before this one had in force.
    @inline(never)
    func restore(from handover: Handover) -> Configuration? {
        for source in handover.sources {
            paths.append(source.path)
            // Unknown, so that the watch looks at the file at once.
            signatures.append(0)
            note(source.path, .bytes(source.bytes))
        }
        return take(
            ConfigurationLoader.reload(
                handover.sources, variables: InheritedEnvironment().texts))
    }

    /// Reads `path` and what it includes; with what that says of the machine where it is asked for.
    @inline(never)
    static func load(
        _ path: Text, withClaims: Bool = false, allowing allowed: [Text] = []
    ) -> ConfigurationLoader.Outcome {
        let files = ConfigurationFiles(path: path, startDirectory: Text([]), command: nil)
        return ConfigurationLoader.load(
            path, withClaims: withClaims, allowing: allowed,
            variables: InheritedEnvironment().texts, list: list
        ) { ServiceList.isPath($0) ? .bytes(files.scan($0)) : reading(of: $0, waits: true) }
    }

    @inline(never)
    private static func reading(
        of path: Text, waits: Bool = false
    ) -> ConfigurationLoader.Reading {
        do throws(Files.ReadFailure) {
            return .bytes(try Files.read(path, atMost: Source.largestSize, waits: waits))
        } catch {
            return .failed(error == .isTooLarge ? "larger than 10 MiB" : error.reason)
        }
    }

    /// The names in a folder, for a pattern.
    static func list(_ folder: Text) -> ConfigurationLoader.Listing {
        do throws(SystemError) {
            return .names(try Folder.names(in: folder, atMost: nameLimit))
        } catch {
            // A pattern may match nothing.
            return error.isMissing || error.isNoDirectory ? .names([]) : .failed(error.reason)
        }
    }

    /// The file to read where none was named: the first of the usual ones that exists.
    @inline(never)
    static func usualPath() -> Text {
        let first: Text = "/etc/jobs.conf"
        let second: Text = "/etc/swinit.conf"
        return !Files.exists(first) && Files.exists(second) ? second : first
    }

    @inline(never)
    private func take(_ outcome: ConfigurationLoader.Outcome) -> Configuration? {
        guard var configuration = outcome.configuration else {
            refusal = DiagnosticReport(outcome.diagnostics, in: outcome.sources).text
            return nil
        }
        configuration.install(command: command)
        sources = outcome.sources
        services = []
        for source in sources where ServiceList.isPath(source.path) { services.append(source) }
        complaints = []
        for diagnostic in outcome.diagnostics.diagnostics
        where diagnostic.code.isEqual(to: "refused-service") {
            complaints.append(diagnostic.message)
        }
        waitsForRequest = configuration.reloadsOnRequest
        return configuration
    }

    /// Puts the text where the next image finds it, and forgets it here.
    @inline(never)
    func store(in table: FaultTable) {
        let handover = Handover(startDirectory: startDirectory, sources: sources)
        sources = []
        do throws(SystemError) {
            table.sources = try MemoryFile.make(handover.bytes)
        } catch {
            table.sources = -1
        }
    }
}

extension Configuration {
    /// Makes the job `main` what the command line says: nil without `--`.
    @inline(never)
    mutating func install(command: [Text]?) {
        if let command {
            installMain(command: command)
        } else {
            dropEmptyMain()
        }
    }
}

extension Text {
    /// The path as it is seen from any directory, for one that was named in `directory`.
    @inline(never)
    func absolute(in directory: Text) -> Text {
        bytes.first == UInt8(ascii: "/") ? self : "\(directory)/\(self)"
    }
}
