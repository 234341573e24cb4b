public import Basics
import CLinux

/// Another program in place of this one, as daemontools' programs execute the words behind their own.
public struct ChainLoad {
    /// Where programs are searched without PATH.
    private static let usualPath: Text = "/bin:/usr/bin"

    private var environment: [Text]
    private let path: Text

    /// Begins with the environment of this process, whose PATH counts whatever is changed.
    public init() {
        let inherited = InheritedEnvironment()
        environment = inherited.texts
        path = inherited["PATH"] ?? Self.usualPath
    }

    /// Sets a variable for the program, or with an entry without `=` takes it away.
    ///
    /// Entries move about as those of daemontools do: the last takes the place of the one that is
    /// replaced, of which only the first goes.
    @inline(never)
    public mutating func change(_ entry: Text) {
        let end = entry.firstIndex(of: 61) ?? entry.count
        let name: Text = "\(entry.slice(0..<end))="
        for index in environment.indices where environment[index].hasPrefix(name) {
            environment.swapAt(index, environment.count - 1)
            environment.removeLast()
            break
        }
        if end < entry.count { environment.append(entry) }
    }

    /// Executes `words`; answers why that failed.
    ///
    /// The first is searched in PATH where it has no slash, and an empty part of PATH is the working
    /// directory. The search goes on behind what cannot be executed, whose error is told in the end.
    @inline(never)
    public func execute(_ words: [Text]) -> SystemError {
        let size = LaunchBlock.room(for: words) + LaunchBlock.room(for: environment) + 64
        guard let file = words.first, var block = LaunchBlock(size: size) else {
            return SystemError(number: ENOMEM)
        }
        let arguments = unsafe block.vector(words)
        let variables = unsafe block.vector(environment)
        guard !block.isFull, let arguments = unsafe arguments, let variables = unsafe variables
        else { return SystemError(number: ENOMEM) }
        guard file.firstIndex(of: 47) == nil else {
            return unsafe Self.execute(file, arguments, variables)
        }
        var failure = SystemError(number: ENOENT)
        for part in path.split(at: 58) {
            let error = unsafe Self.execute(
                "\(part.isEmpty ? "." : part)/\(file)", arguments, variables)
            if error.number == ENOENT { continue }
            failure = error
            guard error.isRefusal || error.number == EPERM || error.number == EISDIR else { break }
        }
        return failure
    }

    private static func execute(
        _ path: Text, _ arguments: UnsafePointer<LaunchBlock.Entry>,
        _ environment: UnsafePointer<LaunchBlock.Entry>
    ) -> SystemError {
        typealias Entry = UnsafeMutablePointer<CChar>?
        let words = unsafe UnsafeRawPointer(arguments).assumingMemoryBound(to: Entry.self)
        let variables = unsafe UnsafeRawPointer(environment).assumingMemoryBound(to: Entry.self)
        _ = unsafe CString(path).withPointer { unsafe execve($0, words, variables) }
        return .last
    }
}
