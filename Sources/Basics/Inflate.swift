/// Unpacks words that are seldom read: DEFLATE (RFC 1951).
///
/// Only blocks that bring codes of their
/// own are known, which is what a packer makes of a longer text; anything else is the end of it.
@safe public struct Inflate {
    /// The order in which a block says how long the codes of lengths are (3.2.7), from `A` on.
    private static let order: StaticString = "QRSAIHJGKFLEMDNCOBP"
    /// No code is longer.
    private static let longestCode = 15

    private let packed: UnsafeBufferPointer<UInt8>
    /// The next bit, and how many there are.
    private var place = 0
    private let end: Int
    private var output: [UInt8] = []

    private init(_ packed: UnsafeBufferPointer<UInt8>) {
        unsafe self.packed = unsafe packed
        end = packed.count * 8
    }

    /// The text of which `packed` was made.
    @inline(never)
    public static func text(_ packed: UnsafeBufferPointer<UInt8>) -> Text {
        var inflate = unsafe Inflate(packed)
        while inflate.unpackBlock() {}
        return Text(inflate.output)
    }

    /// Whether another block follows.
    private mutating func unpackBlock() -> Bool {
        let isLast = bits(1) != 0
        guard bits(2) == 2 else { return false }
        let literalCount = bits(5) + 257
        let distanceCount = bits(5) + 1
        let count = bits(4) + 4
        var lengths = [UInt8](repeating: 0, count: 19)
        for index in 0..<min(count, 19) {
            let letter = unsafe Self.order.utf8Start[index]
            lengths[Int(letter) - 65] = UInt8(truncatingIfNeeded: bits(3))
        }
        lengths = codeLengths(literalCount + distanceCount, by: code(lengths[...]))
        guard lengths.count >= literalCount + distanceCount else { return false }
        unpack(code(lengths[..<literalCount]), code(lengths[literalCount...]))
        return !isLast && place < end
    }

    /// How long the codes of `count` symbols are, themselves in the code of these lengths.
    private mutating func codeLengths(_ count: Int, by code: PackedArray<UInt64>) -> [UInt8] {
        var lengths: [UInt8] = []
        while lengths.count < count, place < end {
            let symbol = symbol(code)
            var value: UInt8 = 0
            var times = 1
            switch symbol {
            case 16:
                value = lengths.last ?? 0
                times = 3 + bits(2)
            case 17: times = 3 + bits(3)
            case 18: times = 11 + bits(7)
            default: value = UInt8(truncatingIfNeeded: symbol)
            }
            for _ in 0..<times { lengths.append(value) }
        }
        return lengths
    }

    /// Unpacks up to the end of the block.
    private mutating func unpack(
        _ literals: PackedArray<UInt64>, _ distances: PackedArray<UInt64>
    ) {
        while place < end {
            let symbol = symbol(literals)
            if symbol == 256 { return }
            if symbol < 256 {
                output.append(UInt8(truncatingIfNeeded: symbol))
                continue
            }
            let length = symbol == 285 ? 258 : 3 + number(symbol - 257, by: 2)
            let distance = 1 + number(self.symbol(distances), by: 1)
            guard distance <= output.count else { return }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    /// What `code` stands for with the bits behind it: each doubling has `1 << steps` codes (3.2.5).
    private mutating func number(_ code: Int, by steps: Int) -> Int {
        let extra = max(code >> steps, 1) - 1
        let base = extra == 0 ? code : (1 << steps + code & (1 << steps - 1)) << extra
        return base + bits(extra)
    }

    /// The next symbol, in a code that was made by ``code(_:)`` (3.2.2).
    @inline(never)
    private mutating func symbol(_ symbols: PackedArray<UInt64>) -> Int {
        var code: UInt64 = 0
        var first: UInt64 = 0
        var length: UInt64 = 0
        for entry in symbols {
            while length < entry >> 16 {
                code = code << 1 | UInt64(truncatingIfNeeded: bits(1))
                first <<= 1
                length += 1
            }
            if code == first { return Int(truncatingIfNeeded: entry & 0xffff) }
            first += 1
        }
        // No such code: the end.
        place = end
        return 256
    }

    /// The symbols whose codes have these lengths, in the order of their codes: each with its length in
    /// front of 16 bits.
    @inline(never)
    private func code(_ lengths: ArraySlice<UInt8>) -> PackedArray<UInt64> {
        var symbols = PackedArray<UInt64>()
        for length in 1...Self.longestCode {
            for place in lengths.indices where Int(lengths[place]) == length {
                symbols.append(UInt64(length << 16 | place - lengths.startIndex))
            }
        }
        return symbols
    }

    /// The number in the next bits, the lowest first; none past the end.
    @inline(never)
    private mutating func bits(_ count: Int) -> Int {
        var value = 0
        for shift in 0..<count where place < end {
            let byte = unsafe packed[place / 8]
            value |= (Int(byte) >> (place % 8) & 1) << shift
            place += 1
        }
        return value
    }
}
