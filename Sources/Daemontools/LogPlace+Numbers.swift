import Basics
import CLinux
import Linux

/// Older files with numbers: `NAME.1` is the newest, and behind that stands how it is compressed.
extension LogPlace {
    private static var endings: [Text] { ["", ".gz", ".zst"] }
    /// A second name of the file that is compressed: the first changes with each rotation.
    private var working: Text { "\(name).compressing" }

    /// Makes room for a new `NAME.1`.
    @inline(never)
    func shift() throws(SystemError) {
        attempt = "unable to rename older files of %"
        for ending in Self.endings {
            try unlink("\(name).\(count)\(ending)")
            var number = count - 1
            while number > 0 {
                let old = "\(name).\(number)\(ending)" as Text
                if try facts(old) != nil { try rename(old, to: "\(name).\(number + 1)\(ending)") }
                number -= 1
            }
        }
        if compressed > 0 { compressed += 1 }
    }

    /// Looks for a file that is to be compressed.
    @inline(never)
    func wantCompression() {
        guard !processor.isEmpty else { return }
        do throws(SystemError) {
            for number in 1...max(1, count) where try facts("\(name).\(number)") != nil {
                for ending in Self.endings { try unlink("\(working)\(ending)") }
                try link("\(name).\(number)", as: working)
                compressed = number
                child = .wanted
                return
            }
        } catch {
            // The next rotation tries it again; until then the file is there as it was written.
        }
    }

    /// The command that compresses, and writes beside the file.
    var compression: [Text] { ["/bin/sh", "-c", processor, working] }

    /// Takes what the command has written in place of what it has read.
    @inline(never)
    func takeCompressed(_ isSuccess: Bool) {
        let number = compressed
        compressed = 0
        child = .none
        terms.assume()
        defer { terms.drop() }
        do throws(SystemError) {
            try unlink(working)
            guard isSuccess else {
                if !isCompressionLost {
                    reports.append("\(path).\(number) could not be compressed")
                }
                isCompressionLost = true
                for ending in Self.endings { try unlink("\(working)\(ending)") }
                return
            }
            isCompressionLost = false
            let ending: Text = try facts("\(working).gz") != nil ? ".gz" : ".zst"
            if number > count {
                try unlink("\(working)\(ending)")
            } else {
                try rename("\(working)\(ending)", to: "\(name).\(number)\(ending)")
                try unlink("\(name).\(number)")
            }
            wantCompression()
        } catch {
            reports.append("\(path).\(number) could not be compressed: \(error.reason)")
        }
    }
}
