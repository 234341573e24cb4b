import Basics
import Linux

/// What is known of output beside the output itself, for the next image when somebody has sent a fault
/// signal: a real fault leaves no time for it.
extension OutputStreams {
    /// Lets the next image know.
    @inline(never)
    func handOver() {
        for stream in streams where stream.pipe != nil && !stream.isLeaving {
            let notes = stream.notes
            if notes.isEmpty { continue }
            let chain = chain(of: stream, isAdopted: false)
            unsafe notes.withUnsafeBufferPointer {
                if let first = $0.baseAddress { _ = unsafe chain.append(first, $0.count * 8) }
            }
            handedOver.append(chain)
        }
        for log in outlets.logs where !log.isLeaving {
            handedOver.append(log.handOver(outlets.file))
        }
    }

    /// There was no next image.
    @inline(never)
    func takeBack() {
        for chain in handedOver { chain.removeAll() }
        handedOver = []
    }

    /// Takes up what the image before this one knew of `stream`.
    @inline(never)
    func takeUp(_ stream: OutputStream) {
        let chain = chain(of: stream, isAdopted: true)
        var notes = PackedArray<UInt64>()
        unsafe chain.records.withUnsafeBytes {
            for index in 0..<$0.count / 8 {
                unsafe notes.append($0.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            }
        }
        chain.removeAll()
        stream.takeUp(notes)
    }

    private func chain(of stream: OutputStream, isAdopted: Bool) -> BlockChain {
        let owner = 6 << 60 | OutputStream.owner(stream.row, stream.isErrors) & ~(15 << 60)
        return BlockChain(outlets.file, owner: owner, isAdopted: isAdopted)
    }
}

extension OutputStream {
    /// Whether the line before was cut, or left out in part, what was dropped, who writes, and where runs
    /// have ended; nothing
    /// where all is as it begins.
    var notes: PackedArray<UInt64> {
        var notes = PackedArray<UInt64>()
        guard isMore || dropped > 0 || hasEnds else { return notes }
        notes.append(isSkipping ? 3 : isMore ? 1 : 0)
        notes.append(UInt64(clamping: dropped))
        notes.append(UInt64(clamping: form.pid))
        for end in ends {
            notes.append(end.offset &- offset)
            notes.append(UInt64(clamping: end.pid))
        }
        return notes
    }

    /// Goes on with the notes of another image.
    @inline(never)
    func takeUp(_ notes: PackedArray<UInt64>) {
        guard notes.count >= 3 else { return }
        isMore = notes[0] > 0
        isSkipping = notes[0] == 3
        dropped = Int(clamping: notes[1])
        set(Int32(clamping: notes[2]))
        var next = 3
        while next + 1 < notes.count {
            ends.append(End(offset: notes[next], pid: Int32(clamping: notes[next + 1])))
            next += 2
        }
    }
}
