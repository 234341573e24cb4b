import Basics
import Config
import Linux

/// What the next image must know beside the table: where swinit was started, and the very text of the
/// configuration in force, since the files may have changed meanwhile.
struct Handover: Equatable {
    /// A configuration of many included files is bounded by this.
    static let largest = 256 << 20

    var startDirectory: Text
    var sources: [Source]

    /// The length of each part in 8 bytes, then the part.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        Self.add(startDirectory.bytes, to: &bytes)
        for source in sources {
            Self.add(source.path.bytes, to: &bytes)
            Self.add(source.bytes, to: &bytes)
        }
        return bytes
    }

    init(startDirectory: Text, sources: [Source]) {
        self.startDirectory = startDirectory
        self.sources = sources
    }

    /// Reads what ``bytes`` wrote; nil where it is cut or damaged.
    init?(bytes: [UInt8]) {
        var offset = 0
        guard let directory = Self.part(of: bytes, at: &offset) else { return nil }
        startDirectory = directory
        sources = []
        while offset < bytes.count {
            guard let path = Self.part(of: bytes, at: &offset),
                let text = Self.part(of: bytes, at: &offset)
            else { return nil }
            sources.append(Source(path: path, bytes: text.bytes))
        }
    }

    @inline(never)
    private static func add(_ part: [UInt8], to bytes: inout [UInt8]) {
        for shift in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: part.count >> (8 * shift)))
        }
        bytes.append(contentsOf: part)
    }

    @inline(never)
    private static func part(of bytes: [UInt8], at offset: inout Int) -> Text? {
        guard bytes.count - offset >= 8 else { return nil }
        var size: UInt64 = 0
        for shift in 0..<8 { size |= UInt64(bytes[offset + shift]) << UInt64(8 * shift) }
        offset += 8
        guard size <= UInt64(bytes.count - offset) else { return nil }
        let end = offset + Int(size)
        defer { offset = end }
        return Text(bytes).slice(offset..<end)
    }
}
