import Basics

/// What `supervise/status` of a service directory says.
struct ServiceStatus: Equatable {
    /// How many bytes the file has.
    static let size = 18

    /// When the process was started or ended last.
    var since: TAI64N
    /// The process, or 0 for none.
    var pid: UInt32
    var isPaused: Bool
    /// `u` for up, `d` for down, 0 for neither.
    var wanted: UInt8

    /// Reads the file's bytes: the label's 12, the pid's four from the lowest on, the pause, the wish;
    /// nil where some are missing.
    @inline(never)
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.size, let since = TAI64N(packed: bytes) else { return nil }
        self.since = since
        pid = 0
        for index in 0..<4 { pid = pid << 8 | UInt32(bytes[15 - index]) }
        isPaused = bytes[16] != 0
        wanted = bytes[17]
    }

    /// The state in the words of svstat(8); a moment that has not come yet is 0 seconds ago.
    @inline(never)
    func words(at now: TAI64N, isNormallyUp: Bool) -> Text {
        // As daemontools counts: from second to second, whatever the rest of each.
        let seconds = max(0, Int64(bitPattern: now.seconds &- since.seconds))
        var words: Text = pid != 0 ? "up (pid \(pid))" : "down"
        words = "\(words) \(seconds) seconds"
        if pid != 0, !isNormallyUp { words = "\(words), normally down" }
        if pid == 0, isNormallyUp { words = "\(words), normally up" }
        if pid != 0, isPaused { words = "\(words), paused" }
        if pid == 0, wanted == UInt8(ascii: "u") { words = "\(words), want up" }
        if pid != 0, wanted == UInt8(ascii: "d") { words = "\(words), want down" }
        return words
    }
}
