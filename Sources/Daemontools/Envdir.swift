import Basics
import Linux

/// `envdir DIR PROGRAM...`: runs a program with the variables of ``EnvironmentFolder``.
enum Envdir {
    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let tool = Tool.envdir
        guard words.count > 2 else { throw tool.usage("dir child", status: Stop.failure) }
        let folder = words[1]
        var chain = ChainLoad()
        let start = try tool.workingDirectory("unable to switch to current directory")
        if let error = Own.enter(folder) {
            throw tool.fatal("unable to switch to directory", folder, error)
        }
        var names: [Text] = []
        do throws(SystemError) {
            names = try Folder.names(in: ".", atMost: EnvironmentFolder.fileLimit)
        } catch {
            throw tool.fatal("unable to read directory", folder, error)
        }
        for name in names where EnvironmentFolder.counts(name) {
            var bytes: [UInt8] = []
            do throws(Files.ReadFailure) {
                bytes = try Files.read(name, atMost: EnvironmentFolder.largest)
            } catch {
                // A link to nothing, or what has gone by now, is an empty file.
                if !error.error.isMissing {
                    throw tool.fatal("unable to read \(folder)/\(name)", error.error)
                }
            }
            guard let entry = EnvironmentFolder.entry(name, bytes) else {
                throw tool.fatal("unable to set \(name): a name with = is not allowed")
            }
            chain.change(entry)
        }
        if let error = Own.enter(start) {
            throw tool.fatal("unable to switch to starting directory", error)
        }
        throw tool.execute(words, from: 2, chain)
    }
}
