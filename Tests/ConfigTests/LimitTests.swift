import Basics
import Config
import Testing

/// When a job is given up, and how many processes it has.
struct LimitTests {
    @Test(arguments: [
        ("5 in 1m", 5, 60_000, false), ("1 in 1s then stop", 1, 1000, false),
        ("1000 in 3650d then shutdown", 1000, 3650 * 86_400_000, true),
    ])
    func `a restart-limit has a number and a time`(
        line: String, count: Int, period: UInt64, ends: Bool
    ) {
        let limit = RestartLimit(count: count, period: Milliseconds(period), ends: ends)
        let policy = job("restart-limit \(line)")?.restart
        #expect(policy?.limit == limit)
        var copy = RestartPolicy()
        copy.limit = limit
        #expect(copy == policy)
        copy.limit = nil
        #expect(copy == RestartPolicy())
    }

    @Test func `failed starts have a limit, and a start a length`() {
        #expect(job("")?.restart.limit == nil)
        #expect(job("")?.restart.startWait == Milliseconds(0))
        #expect(job("")?.restart.startRetries == nil)
        #expect(job("")?.restart.startRetriesEnd == false)
        #expect(job("start-wait 0s") == job(""))
        #expect(job("start-wait 5s")?.restart.startWait == Milliseconds(5000))
        #expect(job("start-retries 3")?.restart.startRetries == 3)
        #expect(job("start-retries 3 then stop") == job("start-retries 3"))
        #expect(job("start-retries 3")?.restart.startRetriesEnd == false)
        let ending = job("start-retries 1000 then shutdown")?.restart
        #expect(ending?.startRetries == 1000)
        #expect(ending?.startRetriesEnd == true)
        var copy = RestartPolicy()
        copy.startRetries = 1000
        copy.startRetriesEnd = true
        #expect(copy == ending)
    }

    @Test(arguments: [
        ("restart-limit 5", "write 'restart-limit N in D [then stop|shutdown]'"),
        ("restart-limit 5 in", "write 'restart-limit N in D [then stop|shutdown]'"),
        ("restart-limit 5 on 1m", "write 'restart-limit N in D [then stop|shutdown]'"),
        ("restart-limit 5 in 1m stop", "write 'restart-limit N in D [then stop|shutdown]'"),
        ("restart-limit 5 in 1m then", "write 'restart-limit N in D [then stop|shutdown]'"),
        ("restart-limit 5 in 1m then kill", "write 'restart-limit N in D [then stop|shutdown]'"),
        ("restart-limit 5 in 1m then stop x", "write 'restart-limit N in D [then stop|shutdown]'"),
        ("start-retries 5 in 1m", "write 'start-retries N [then stop|shutdown]'"),
        ("start-retries 5 then restart", "write 'start-retries N [then stop|shutdown]'"),
        ("restart-limit 0 in 1m", "1 to 1000"), ("restart-limit 1001 in 1m", "1 to 1000"),
        ("start-retries 0", "1 to 1000"), ("start-retries x", "1 to 1000"),
        ("restart-limit 5 in 1", "did you mean '1s'?"), ("restart-limit 5 in 999ms", "at least 1s"),
        ("start-wait 5", "did you mean '5s'?"), ("instances 1001", "0 to 1000"),
        ("instances -1", "0 to 1000"), ("instances x", "0 to 1000"),
    ])
    func `a bad line is refused`(options: String, hint: String) {
        #expect(loadJob(options).hints == [hint])
        #expect(loadJob(options).configuration == nil)
    }

    @Test(arguments: [
        ("restart-limit 5 in 30s", false), ("restart-limit 5 in 40s", true),
        ("restart-limit 1 in 1s", true), ("restart-limit 2 in 9s", false),
        ("restart-limit 5 in 30s\nrestart-delay 10s", false),
        ("restart-limit 5 in 30s\nrestart-delay 7500ms", true),
        ("restart-limit 1000 in 10s\nrestart-delay 0s", false),
        ("restart-limit 1000 in 100s\nrestart-delay 0s", true),
        // 1 + 2 + 4 + 8 s, or 1 + 2 + 10 + 1 + 2 with a run of 10 s between.
        ("restart-limit 5 in 14s\nrestart-delay 1s..1h", false),
        ("restart-limit 5 in 15s\nrestart-delay 1s..1h", true),
        ("restart-limit 10 in 40s\nrestart-delay 1s..1h", false),
        ("restart-limit 10 in 41s\nrestart-delay 1s..1h", true),
        ("restart-limit 10 in 20s\nrestart-delay 1s..1h\nstart-wait 1s", true),
        ("restart-limit 100 in 200s\nrestart-delay 1s..2s", true),
        ("restart-limit 100 in 196s\nrestart-delay 1s..2s", false),
        ("restart-limit 5 in 30s\nrestart never", true),
        ("restart-limit 5 in 30s\non-failure stop", true),
    ])
    func `a limit that the pauses never let a job reach earns advice`(
        options: String, isReachable: Bool
    ) {
        let outcome = loadJob(options)
        #expect(outcome.codes == (isReachable ? [] : ["unreachable-limit"]))
        #expect(outcome.configuration != nil)
    }

    @Test func `the advice marks the line, once for what jobs have from their defaults`() {
        let outcome = load(
            """
            defaults {
              restart-limit 5 in 30s
            }
            job {
              name a
              cmd x
            }
            job {
              name b
              cmd x
            }
            job {
              name c
              cmd x
              restart-delay 1s
            }
            """)
        #expect(
            outcome.report == """
                /etc/jobs.conf:2:22: warning: the pauses before restarts never allow 5 failures in 30s
                    2 |   restart-limit 5 in 30s
                      |                      ^~~ write a longer time, or a shorter 'restart-delay'
                1 warning

                """)
    }

    @Test func `a job has as many processes as are written, which then have numbers`() {
        #expect(job("")?.instances == 1)
        #expect(job("")?.hasInstances == false)
        #expect(job("instances 1")?.instances == 1)
        #expect(job("instances 1")?.hasInstances == true)
        #expect(job("instances 1") != job(""))
        #expect(job("instances 0")?.instances == 0)
        #expect(job("instances 1000")?.instances == 1000)
    }
}
