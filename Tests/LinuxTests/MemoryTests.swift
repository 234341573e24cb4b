import CLinux
import Testing

/// The heap of the release binary, which the debug build carries without using it.
///
/// One suite after the other: the heap belongs to a process of one thread.
@Suite(.serialized) struct MemoryTests {
    /// A block that is in use, and the byte that it is full of.
    struct Block {
        var address: UnsafeMutableRawPointer
        var size: Int
        var mark: UInt8

        func fill() {
            unsafe address.initializeMemory(as: UInt8.self, repeating: mark, count: size)
        }

        var isIntact: Bool {
            unsafe UnsafeRawBufferPointer(start: address, count: size).allSatisfy { $0 == mark }
        }
    }

    /// Small ones mostly, as a supervisor's are, and the edges of every size class.
    func size(_ random: inout SystemRandomNumberGenerator) -> Int {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<6: Int.random(in: 0...520, using: &random)
        case 6..<8: Int.random(in: 500...9_000, using: &random)
        case 8:
            (1 << Int.random(in: 4...14, using: &random)) + Int.random(in: -9...9, using: &random)
        default: Int.random(in: 8_000...20_000, using: &random)
        }
    }

    @Test func `blocks are aligned, keep their content and never overlap`() throws {
        var random = SystemRandomNumberGenerator()
        var blocks: [Block] = []
        for step in 0..<8_000 {
            if blocks.count > 400 || (!blocks.isEmpty && step % 5 < 2) {
                let block = blocks.remove(at: Int.random(in: blocks.indices, using: &random))
                try #require(block.isIntact)
                unsafe swinit_release(block.address)
            }
            let size = size(&random)
            let address = try #require(unsafe swinit_allocate(size))
            try #require(UInt(bitPattern: address) % 16 == 0)
            let block = unsafe Block(
                address: address, size: size, mark: UInt8.random(in: 0...255, using: &random))
            block.fill()
            blocks.append(block)
        }
        for block in blocks {
            #expect(block.isIntact)
            unsafe swinit_release(block.address)
        }
    }

    @Test func `the last block freed is the next of its size`() throws {
        for size in [1, 24, 100, 504, 505, 1_000, 5_000, 8_184] {
            let first = try #require(unsafe swinit_allocate(size))
            unsafe swinit_release(first)
            let second = try #require(unsafe swinit_allocate(size))
            #expect(unsafe first == second)
            unsafe swinit_release(second)
        }
    }

    @Test func `a size that cannot be is refused`() {
        for size in [Int.max, Int.max - 7, -1] {
            #expect(unsafe swinit_allocate(size) == nil)
        }
    }
}
