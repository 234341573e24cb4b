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
    /// Once `ready` has been called, which may set limits, nothing is allocated any more.
    @inline(never)
    public func execute(_ words: [Text], ready: () -> Void = {}) -> SystemError {
        let file = words.first ?? Text([])
        let room = "\(path)./\(file)" as Text
        let size = LaunchBlock.room(for: words) + LaunchBlock.room(for: environment)
        guard var block = LaunchBlock(size: size + room.count + 64),
            let arguments = unsafe block.vector(words),
            let variables = unsafe block.vector(environment), let place = unsafe block.add(room),
            !block.isFull
        else { return SystemError(number: ENOMEM) }
        ready()
        if file.firstIndex(of: 47) != nil, let first = unsafe arguments.pointee {
            return unsafe Self.execute(first, arguments, variables)
        }
        var failure = SystemError(number: ENOENT)
        var start = 0
        while start <= path.count {
            let end = path.firstIndex(of: 58, from: start) ?? path.count
            var length = unsafe copy(start..<end, of: path, to: place)
            if length == 0 {
                unsafe place[0] = 46
                length = 1
            }
            unsafe place[length] = 47
            _ = unsafe copy(0..<file.count, of: file, to: place + length + 1)
            start = end + 1
            let error = unsafe Self.execute(place, arguments, variables)
            if error.number == ENOENT { continue }
            failure = error
            guard error.isRefusal || error.number == EPERM || error.number == EISDIR else { break }
        }
        return failure
    }

    /// Copies a part of `text` and a NUL behind it; answers how long the part is.
    @inline(never)
    private func copy(
        _ range: Range<Int>, of text: Text, to place: UnsafeMutablePointer<CChar>
    ) -> Int {
        var length = 0
        for index in range {
            unsafe place[length] = CChar(bitPattern: text.bytes[index])
            length += 1
        }
        unsafe place[length] = 0
        return length
    }

    @inline(never)
    private static func execute(
        _ path: UnsafePointer<CChar>, _ arguments: UnsafePointer<LaunchBlock.Entry>,
        _ environment: UnsafePointer<LaunchBlock.Entry>
    ) -> SystemError {
        typealias Entry = UnsafeMutablePointer<CChar>?
        let words = unsafe UnsafeRawPointer(arguments).assumingMemoryBound(to: Entry.self)
        let variables = unsafe UnsafeRawPointer(environment).assumingMemoryBound(to: Entry.self)
        _ = unsafe execve(path, words, variables)
        return .last
    }
}
