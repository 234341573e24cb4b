import Basics
import Testing

@testable import Linux

/// Memory that outlives a crash.
struct BlockChainTests {
    private func add(_ bytes: [UInt8], to chain: BlockChain) -> Bool {
        bytes.withUnsafeBytes { buffer in
            buffer.baseAddress.map { chain.append($0, buffer.count) } ?? false
        }
    }

    private func content(_ chain: BlockChain) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: chain.count)
        let count = bytes.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { chain.copy(to: $0, atMost: buffer.count) } ?? 0
        }
        #expect(count == chain.count)
        return bytes
    }

    @Test func `bytes come out as they went in, and another image finds them`() throws {
        let file = try BlockFile(adopting: 0)
        let chain = BlockChain(file, owner: 5, isAdopted: false)
        let other = BlockChain(file, owner: 6, isAdopted: false)
        var wanted: [UInt8] = []
        for round in 0..<3000 {
            let part = (0..<Int.random(in: 1...900)).map { UInt8(truncatingIfNeeded: $0 &+ round) }
            #expect(add(part, to: chain))
            if round % 3 == 0 { #expect(add([7], to: other)) }
            wanted += part
            let taken = chain.takeFirst { bytes, count in
                let taken = Int.random(in: 0...min(count, 800))
                let first = [UInt8](UnsafeRawBufferPointer(start: bytes, count: taken))
                #expect(first == Array(wanted[0..<taken]))
                return taken
            }
            wanted.removeFirst(taken ?? 0)
        }
        #expect(content(chain) == wanted)
        let again = try BlockFile(adopting: file.descriptor)
        let adopted = BlockChain(again, owner: 5, isAdopted: true)
        #expect(content(adopted) == wanted)
        #expect(
            content(BlockChain(again, owner: 6, isAdopted: true))
                == [UInt8](repeating: 7, count: 1000))
        // What nobody had is there for others, and what somebody has is not.
        let third = BlockChain(again, owner: 8, isAdopted: false)
        #expect(add([UInt8](repeating: 1, count: 5_000_000), to: third))
        #expect(content(adopted) == wanted)
        adopted.removeAll()
        #expect(adopted.count == 0)
        #expect(BlockChain(again, owner: 5, isAdopted: true).count == 0)
    }
}
