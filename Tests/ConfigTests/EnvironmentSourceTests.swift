import Basics
import Testing

@testable import Config

/// Where the variables of a job come from, in which order.
struct EnvironmentSourceTests {
    private func jobs(_ text: String) -> [JobSpec] { load(text).configuration?.jobs ?? [] }

    private func sources(_ job: JobSpec?) -> [String] {
        (job?.launch.sources ?? []).map { EnvironmentSource($0).text.string }
    }

    @Test func `what a job has of its own comes behind all that it starts from`() {
        let jobs = jobs(
            """
            defaults {
              env D=1
              env-file df
              env-dir dd
            }
            job {
              name a
              cmd b
              env O=1
              env-file optional of
              env-dir od
            }
            job {
              name c
              cmd b
            }
            env G=1
            env-file gf
            """)
        let shared = ["/etc/dd", "/etc/gf", "/etc/df", "G=1", "D=1"]
        #expect(sources(jobs.first) == shared + ["/etc/od", "/etc/of", "O=1"])
        #expect(sources(jobs.last) == shared)
        #expect(
            jobs.first?.launch.sources.map { EnvironmentSource($0).kind } == [
                .folder, .file, .file, .variable, .variable, .folder, .optionalFile, .variable,
            ])
    }

    @Test func `a name that begins like another kind is one of its own`() {
        let words = ["=0x", "==", "1=2", "?=1"]
        for word in words.suffix(2) {
            #expect(sources(job("env \"\(word)\"")) == [word])
        }
        #expect(faults("env \"\(words[0])\"").count == 1)
        #expect(sources(job("env-file =1")) == ["/etc/=1"])
    }

    @Test func `a changed global changes every job, where it stands changes none`() {
        let job = "job {\nname a\ncmd b\nenv O=1\n}\n"
        let first = jobs("env G=1\n" + job)
        #expect(first[0].needsRestart(from: jobs("env G=2\n" + job)[0]))
        #expect(first[0].needsRestart(from: jobs(job)[0]))
        #expect(first == jobs(job + "env G=1\n"))
        #expect(first == jobs("defaults {\nenv G=1\n}\n" + job))
        #expect(first == jobs("job {\nname a\ncmd b\nenv G=1\nenv O=1\n}\n"))
        // The file of the job beats the variable of the defaults, and not its own.
        let file = "cmd b\nenv-file f\n}\n"
        #expect(
            jobs("env G=1\njob {\nname a\n" + file) != jobs("job {\nname a\nenv G=1\n" + file))
    }

    @Test func `jobs that start from the same share it`() throws {
        let globals = (0..<100).map { "env G\($0)='${X}'\n" }.joined()
        let jobs = jobs(
            globals
                + (0..<4).map { "job {\nname a\($0)\ncmd b\n\($0 % 2 == 0 ? "expand" : "")\n}\n" }
                .joined())
        let texts = jobs.map(\.launch.shared)
        func place(_ text: Text) -> UInt {
            unsafe text.bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        }
        try #require(jobs.count == 4)
        #expect(place(texts[0]) == place(texts[2]))
        #expect(place(texts[1]) == place(texts[3]))
        #expect(texts[0] != texts[1])
    }
}
