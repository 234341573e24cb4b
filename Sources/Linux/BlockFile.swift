import Basics
import CLinux

/// Blocks of memory that outlive a crash of swinit (memfd_create(2)): known by their numbers, and each by
/// whose it is.
///
/// What lies in them is consistent after each call, so that the next image can take it up whenever this
/// one fails. Memory is used as blocks are; those that are free again are used first.
@safe public final class BlockFile {
    /// What stands before the bytes of a block.
    struct Head: BitwiseCopyable {
        /// Whose the block is; 0 for nobody's.
        var owner: UInt64
        /// In which order blocks were given out.
        var sequence: UInt64
        /// Where the bytes begin that count, and where they end.
        var first: UInt32
        var end: UInt32
    }

    /// How many bytes a block takes, and how many it holds.
    public static let size = 4096
    public static let room = size - MemoryLayout<Head>.size
    /// So many blocks in front are one stretch of memory for ``shared``.
    private static let sharedBlocks = 34
    private static let most = 1 << 19
    private static let firstCount = 512

    public let descriptor: Int32
    private var base: UnsafeMutableRawPointer
    private var capacity: Int
    /// Blocks from here on were never used.
    private var fresh = BlockFile.sharedBlocks
    private var free = PackedArray<UInt32>()
    private var sequence: UInt64 = 0

    /// Makes a file, or takes over the one that the image before this one left behind.
    @inline(never)
    public init(adopting old: Int32) throws(SystemError) {
        var size: Int64 = Int64(Self.firstCount * Self.size)
        var file = old
        if old > 0 {
            try system { unsafe swinit_is_directory(file, &size) }
        } else {
            file = try system { unsafe swinit_memory_file("swinit-output") }
            let made = file
            let wanted = Int(size)
            try system { ftruncate(made, wanted) }
        }
        descriptor = file
        capacity = min(Int(clamping: size) / Self.size, Self.most)
        guard capacity >= Self.firstCount else { throw SystemError(number: EINVAL) }
        unsafe base = try Self.map(file, capacity)
        if old > 0 { findFree() }
    }

    @inline(never)
    private static func map(
        _ file: Int32, _ count: Int
    ) throws(SystemError) -> UnsafeMutableRawPointer {
        let address = unsafe mmap(nil, count * size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
        guard let address = unsafe address, Int(bitPattern: address) != -1 else { throw .last }
        return unsafe address
    }

    /// The first bytes of the file, which are nobody's block: zeros at first.
    public var shared: UnsafeMutableRawPointer { unsafe base }
    /// How many bytes ``shared`` has.
    public static var sharedSize: Int { sharedBlocks * size }

    @inline(__always)
    func head(_ block: UInt32) -> UnsafeMutablePointer<Head> {
        unsafe (base + Int(block) * Self.size).assumingMemoryBound(to: Head.self)
    }

    /// Where the bytes of a block begin.
    @inline(__always)
    func bytes(_ block: UInt32) -> UnsafeMutableRawPointer {
        unsafe base + (Int(block) * Self.size + MemoryLayout<Head>.size)
    }

    /// A block for `owner`; nil where there is no memory.
    @inline(never)
    func take(for owner: UInt64) -> UInt32? {
        var block = UInt32(clamping: fresh)
        if let last = free.last {
            block = last
            free.removeLast()
        } else {
            if fresh >= capacity, !grow() { return nil }
            fresh += 1
        }
        sequence &+= 1
        unsafe head(block).pointee = Head(owner: owner, sequence: sequence, first: 0, end: 0)
        return block
    }

    @inline(never)
    func giveBack(_ block: UInt32) {
        unsafe head(block).pointee.owner = 0
        free.append(block)
    }

    private func grow() -> Bool {
        let wanted = min(capacity * 2, Self.most)
        let file = descriptor
        guard wanted > capacity, ftruncate(file, wanted * Self.size) == 0 else { return false }
        do throws(SystemError) {
            let grown = try unsafe Self.map(file, wanted)
            unsafe munmap(base, capacity * Self.size)
            unsafe base = grown
            capacity = wanted
            return true
        } catch {
            return false
        }
    }

    // MARK: - After a recovery

    /// Finds the blocks that nobody has.
    private func findFree() {
        for block in Self.sharedBlocks..<capacity {
            let head = unsafe head(UInt32(block)).pointee
            if head.owner != 0 { fresh = block + 1 }
            sequence = max(sequence, head.sequence)
            let isSound = head.end <= UInt32(Self.room) && head.first <= UInt32(Self.room)
            if !isSound { unsafe self.head(UInt32(block)).pointee.owner = 0 }
        }
        for block in Self.sharedBlocks..<fresh where unsafe head(UInt32(block)).pointee.owner == 0 {
            free.append(UInt32(block))
        }
    }

    /// The blocks of `owner`, in the order in which they were given out.
    @inline(never)
    func blocks(of owner: UInt64) -> PackedArray<UInt32> {
        var keys: [UInt64] = []
        for block in Self.sharedBlocks..<fresh {
            let head = unsafe head(UInt32(block)).pointee
            if head.owner == owner { keys.append(head.sequence << 20 | UInt64(block)) }
        }
        sortKeys(&keys)
        var blocks = PackedArray<UInt32>()
        for key in keys { blocks.append(UInt32(truncatingIfNeeded: key & 0xF_FFFF)) }
        return blocks
    }

    /// When block `number` was given out, compared with others.
    func age(_ block: UInt32) -> UInt64 { unsafe head(block).pointee.sequence }
}
