import Basics
import Supervision
import Testing
import Wire

@Suite struct StatusDatagramsTests {
    private let now = Instant(milliseconds: 100_000)

    private func job(
        _ name: Text, _ state: JobState = .running, pid: Int32 = 7, start: UInt64 = 90_001,
        program: Text = "/bin/a", isOn: Bool = true
    ) -> JobSummary {
        JobSummary(
            name: name, state: state, wanted: .up, pid: pid, start: Instant(milliseconds: start),
            program: program, isOn: isOn)
    }

    private func texts(_ jobs: [JobSummary], address: Text = "", atMost limit: Int = 65_507)
        -> [String]
    {
        StatusDatagrams.pack(
            jobs.compactMap { StatusDatagrams.line(of: $0, at: now) }, host: "web-1",
            address: address, atMost: limit
        )
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `a job has its name, mode, seconds, pid and program`() {
        #expect(texts([job("a")]) == ["report web-1\na e 9 7 /bin/a\n"])
    }

    @Test func `the address of the interface follows the host`() {
        #expect(texts([], address: "10.0.0.7") == ["report web-1 10.0.0.7\n"])
    }

    @Test func `what does not run has no seconds`() {
        let idle = job("a", .backoff, pid: 0, start: 110_000)
        #expect(texts([idle]) == ["report web-1\na e 0 0 /bin/a\n"])
    }

    @Test func `a switched off job has a d`() {
        let off = [
            job("a", .disabled, pid: 0, isOn: false), job("b", .stopping, isOn: false),
        ]
        #expect(texts(off) == ["report web-1\na d 0 0 /bin/a\nb d 9 7 /bin/a\n"])
    }

    @Test func `what has ended for good is left out`() {
        let ended = [job("a", .done), job("b", .failed), job("c", .stopped)]
        #expect(texts(ended) == ["report web-1\n"])
        let others: [JobState] = [.waiting, .starting, .running, .stopping, .backoff, .disabled]
        #expect(texts(others.map { job("a", $0) }).first?.split(separator: "\n").count == 7)
    }

    @Test func `many jobs go into several datagrams, each with its head`() {
        let jobs = (0..<5000).map { job("job\($0)", program: "/usr/bin/a-long-name-of-a-program") }
        let datagrams = texts(jobs)
        #expect(datagrams.count > 1)
        #expect(datagrams.allSatisfy { $0.utf8.count <= StatusDatagrams.longest })
        #expect(datagrams.allSatisfy { $0.hasPrefix("report web-1\n") })
        let lines = datagrams.flatMap { $0.split(separator: "\n").dropFirst() }
        #expect(lines.count == jobs.count)
        #expect(lines.last?.hasPrefix("job4999 e 9 7") == true)
    }

    @Test func `a long path is cut`() {
        let long = job("a", program: Text([UInt8](repeating: 120, count: 100_000)))
        let text = texts([long, job("b")])
        #expect(text.count == 1)
        let lengths = text.first?.split(separator: "\n").map(\.utf8.count)
        #expect(lengths == [12, 8 + 255, 14])
    }
}
