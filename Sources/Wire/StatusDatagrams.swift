public import Basics
public import Supervision

/// pmtr's report: which jobs there are, which are on, since when they run.
public enum StatusDatagrams {
    /// The longest datagram: what UDP over IPv4 can carry (udp(7)).
    public static let longest = 65_507
    /// A longer path of a program is cut here.
    public static let longestProgram = 255

    /// The datagrams for one receiver: mostly one, several where the jobs do not fit.
    ///
    /// Each begins with `report HOST`, or `report HOST ADDRESS` where `address` is not empty, which
    /// is that of the interface that the datagrams leave through. A job has a line `NAME e SECONDS
    /// PID PROGRAM`, with `d` for one that is switched off, and 0 for the times and numbers of what
    /// does not run. Jobs that have ended for good have none.
    @inline(never)
    public static func make(
        host: Text, address: Text, jobs: [JobSummary], at now: Instant,
        atMost limit: Int = longest
    ) -> [Text] {
        let head: Text = address.isEmpty ? "report \(host)\n" : "report \(host) \(address)\n"
        var datagrams: [Text] = []
        var datagram = head
        for job in jobs where isListed(job.state) {
            let line = line(of: job, at: now)
            if datagram.count + line.count > limit, datagram.count > head.count {
                datagrams.append(datagram)
                datagram = head
            }
            line.render(into: &datagram.bytes)
        }
        datagrams.append(datagram)
        return datagrams
    }

    private static func isListed(_ state: JobState) -> Bool {
        switch state {
        case .stopped, .done, .failed: false
        case .waiting, .starting, .running, .stopping, .backoff, .disabled: true
        }
    }

    private static func line(of job: JobSummary, at now: Instant) -> Text {
        let mode: StaticString = job.isOn ? "e" : "d"
        let seconds = job.pid == 0 ? 0 : (now - job.start).count / 1000
        let program = job.program.slice(0..<longestProgram)
        return "\(job.name) \(mode) \(seconds) \(job.pid) \(program)\n"
    }
}
