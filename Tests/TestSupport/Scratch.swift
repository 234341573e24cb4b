import Foundation

/// A temporary directory that lasts as long as this value.
public final class Scratch: Sendable {
    public let path: String

    public init() throws {
        var template = Array("/tmp/swinit-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Missed("mkdtemp: \(lastError())") }
        path = String(cString: made)
        // Jobs of other users pass through it.
        guard chmod(path, 0o755) == 0 else { throw Missed("chmod: \(lastError())") }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Where a file of this name is or would be.
    public func file(_ name: String) -> String {
        "\(path)/\(name)"
    }

    /// Writes a file and answers its path.
    @discardableResult
    public func write(_ name: String, _ text: String, mode: mode_t = 0o644) throws -> String {
        let path = file(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        guard chmod(path, mode) == 0 else { throw Missed("chmod: \(lastError())") }
        return path
    }

    /// A file's text; nil if there is none.
    public func read(_ name: String) -> String? {
        try? String(contentsOfFile: file(name), encoding: .utf8)
    }

    public func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: file(name))
    }

    /// Makes a FIFO and answers its path.
    public func makeFIFO(_ name: String) throws -> String {
        let path = file(name)
        guard mkfifo(path, 0o666) == 0 else { throw Missed("mkfifo: \(lastError())") }
        return path
    }
}

/// errno in words.
func lastError() -> String {
    String(cString: strerror(errno))
}
