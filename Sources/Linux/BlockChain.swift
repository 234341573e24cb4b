import Basics
import CLinux

/// Bytes in blocks of a ``BlockFile``: added behind, taken away in front.
@safe public final class BlockChain {
    private let file: BlockFile
    private let owner: UInt64
    private var blocks = PackedArray<UInt32>()
    /// How many bytes there are.
    public private(set) var count = 0

    /// The bytes of `owner`, which is not 0: what the image before this one left, if any.
    @inline(never)
    public init(_ file: BlockFile, owner: UInt64, isAdopted: Bool) {
        self.file = file
        self.owner = owner
        guard isAdopted else { return }
        blocks = file.blocks(of: owner)
        for block in blocks {
            let head = unsafe file.head(block).pointee
            count += max(Int(head.end) - Int(head.first), 0)
        }
    }

    /// How many blocks it has.
    public var blockCount: Int { blocks.count }

    /// When the first of its blocks was given out, compared with those of other chains.
    public var age: UInt64 { blocks.isEmpty ? .max : file.age(blocks[0]) }

    /// Adds bytes; false where there is no memory for all of them.
    ///
    /// For a chain of records `rest` says how many bytes of this one are to come: then each block notes
    /// where its first record begins, so that the blocks before it can be taken away.
    @inline(never)
    public func append(
        _ start: UnsafeRawPointer, _ count: Int, followedBy rest: Int? = nil
    ) -> Bool {
        var next = unsafe start
        var left = count
        while left > 0 {
            if unsafe blocks.isEmpty
                || file.head(blocks[blocks.count - 1]).pointee.end >= UInt32(BlockFile.room)
            {
                guard let block = file.take(for: owner) else { return false }
                blocks.append(block)
                // The first of a chain begins with a record.
                if let rest, blocks.count > 1 {
                    unsafe file.head(block).pointee.first = UInt32(min(left + rest, BlockFile.room))
                }
            }
            let block = blocks[blocks.count - 1]
            let head = unsafe file.head(block)
            let end = unsafe Int(head.pointee.end)
            let part = min(left, BlockFile.room - end)
            unsafe memcpy(file.bytes(block) + end, next, part)
            unsafe head.pointee.end = UInt32(end + part)
            unsafe next += part
            left -= part
            self.count += part
        }
        return true
    }

    /// Lends the first stretch of bytes to `body`, which answers how many of them to take away; nil where
    /// there are none.
    @inline(never)
    public func takeFirst(_ body: (UnsafeRawPointer, Int) -> Int) -> Int? {
        guard !blocks.isEmpty else { return nil }
        let head = unsafe file.head(blocks[0])
        let first = unsafe Int(head.pointee.first)
        let there = unsafe Int(head.pointee.end) - first
        // Taken by an image that failed before anything was put there.
        if there <= 0 {
            removeFirstBlock(counted: true)
            return 0
        }
        let taken = min(
            max(unsafe body(UnsafeRawPointer(file.bytes(blocks[0])) + first, there), 0), there)
        count -= taken
        if taken == there {
            removeFirstBlock(counted: true)
        } else {
            unsafe head.pointee.first = UInt32(first + taken)
        }
        return taken
    }

    /// Copies all bytes to `place`, which has room for `limit`: how many that were.
    @inline(never)
    public func copy(to place: UnsafeMutableRawPointer, atMost limit: Int) -> Int {
        var filled = 0
        for block in blocks {
            let head = unsafe file.head(block).pointee
            let part = min(Int(head.end) - Int(head.first), limit - filled)
            guard part > 0 else { continue }
            unsafe memcpy(place + filled, file.bytes(block) + Int(head.first), part)
            filled += part
        }
        return filled
    }

    /// The bytes of a chain of records, from the first whole one on.
    @inline(never)
    public var records: [UInt8] {
        var bytes: [UInt8] = []
        for index in 0..<blocks.count {
            let head = unsafe file.head(blocks[index]).pointee
            let first = index == 0 ? min(head.first, head.end) : 0
            let start = unsafe UnsafeRawPointer(file.bytes(blocks[index])) + Int(first)
            unsafe bytes.append(
                contentsOf: UnsafeRawBufferPointer(start: start, count: Int(head.end - first)))
        }
        return bytes
    }

    /// Takes the first block away, whatever is in it.
    @inline(never)
    public func removeFirstBlock(counted: Bool = false) {
        guard !blocks.isEmpty else { return }
        if !counted {
            let head = unsafe file.head(blocks[0]).pointee
            count -= Int(head.end) - Int(head.first)
        }
        file.giveBack(blocks[0])
        blocks.remove(at: 0)
    }

    /// Leaves the bytes to the next chain of their owner.
    public func leave() {
        blocks.removeAll()
        count = 0
    }

    /// Takes everything away.
    @inline(never)
    public func removeAll() {
        for block in blocks { file.giveBack(block) }
        blocks.removeAll()
        count = 0
    }
}
