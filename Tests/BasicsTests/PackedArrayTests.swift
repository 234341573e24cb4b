import Basics
import Testing

@Suite struct PackedArrayTests {
    /// With bytes between its fields that belong to none.
    struct Pair: Equatable, BitwiseCopyable {
        var small: UInt8
        var large: Int64
    }

    @Test func `does what an array does`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var plain: [Pair] = []
            var packed = PackedArray<Pair>()
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let value = Pair(
                    small: .random(in: 0...255, using: &random),
                    large: .random(in: .min ... .max, using: &random))
                switch Int.random(in: 0..<6, using: &random) {
                case 0 where !plain.isEmpty:
                    let index = Int.random(in: plain.indices, using: &random)
                    plain.remove(at: index)
                    packed.remove(at: index)
                case 1 where !plain.isEmpty:
                    let index = Int.random(in: plain.indices, using: &random)
                    plain[index].large = value.large
                    packed[index].large = value.large
                case 2 where !plain.isEmpty:
                    plain.removeLast()
                    packed.removeLast()
                default:
                    plain.append(value)
                    packed.append(value)
                }
            }
            #expect(Array(packed) == plain)
            #expect(packed.count == plain.count)
            #expect(packed.last == plain.last)
        }
    }

    @Test func `a copy keeps what it had`() {
        var first = PackedArray<Int32>([1, 2, 3])
        let second = first
        first[1] = 9
        first.append(4)
        #expect(Array(first) == [1, 9, 3, 4])
        #expect(second == PackedArray([1, 2, 3]))
        first.removeAll()
        #expect(first.isEmpty)
        #expect(first != second)
    }

    @Test func `is made of one value many times`() {
        #expect(Array(PackedArray(repeating: UInt64.max, count: 3)) == [.max, .max, .max])
        #expect(PackedArray(repeating: true, count: 0).isEmpty)
    }

    private struct Uneven {
        var number: UInt64
        var flag: UInt8
    }

    @Test func `nothing but the value is read, and its gap is zero`() {
        var memory = [UInt8](repeating: 0xff, count: MemoryLayout<Uneven>.stride)
        let array = memory.withUnsafeMutableBytes { buffer in
            let value = buffer.baseAddress?.assumingMemoryBound(to: Uneven.self)
            var array = PackedArray<Uneven>()
            if let value { array.append(value.pointee) }
            return array
        }
        let bytes = array.withUnsafeBufferPointer { Array(UnsafeRawBufferPointer($0)) }
        #expect(bytes == [UInt8](repeating: 0xff, count: 9) + [UInt8](repeating: 0, count: 7))
    }
}
