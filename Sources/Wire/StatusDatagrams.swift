public import Basics
public import Supervision

/// pmtr's report: which jobs there are, which are on, since when they run.
public enum StatusDatagrams {
    /// The longest datagram: what UDP over IPv4 can carry (udp(7)).
    public static let longest = 65_507
    /// A longer path of a program is cut here.
    public static let longestProgram = 255

    /// The line of a job: `NAME e SECONDS PID PROGRAM`, with `d` for one that is switched off, and 0
    /// for the time and the number of what does not run; nil for one that has ended for good.
    @inline(never)
    public static func line(of job: JobSummary, at now: Instant) -> Text? {
        switch job.state {
        case .stopped, .done, .failed: return nil
        case .waiting, .starting, .running, .stopping, .backoff, .disabled: break
        }
        let mode: StaticString = job.isOn ? "e" : "d"
        let seconds = job.pid == 0 ? 0 : (now - job.start).count / 1000
        let program = job.program.slice(0..<longestProgram)
        return "\(job.name) \(mode) \(seconds) \(job.pid) \(program)\n"
    }

    /// The datagrams for one receiver: mostly one, several where the lines do not fit.
    ///
    /// Each begins with `report HOST`, or `report HOST ADDRESS` where `address` is not empty, which
    /// is that of the interface that the datagrams leave through.
    @inline(never)
    public static func pack(
        _ lines: [Text], host: Text, address: Text, atMost limit: Int = longest
    ) -> [Text] {
        let blank: StaticString = address.isEmpty ? "" : " "
        let head: Text = "report \(host)\(blank)\(address)\n"
        var datagrams: [Text] = []
        var datagram = head
        for line in lines {
            if datagram.count + line.count > limit, datagram.count > head.count {
                datagrams.append(datagram)
                datagram = head
            }
            line.render(into: &datagram.bytes)
        }
        datagrams.append(datagram)
        return datagrams
    }
}
