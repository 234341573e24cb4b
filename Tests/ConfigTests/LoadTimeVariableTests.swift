import Basics
import Testing

@testable import Config

/// `expand` in values that are no text of the process: they are replaced when the file is read.
struct LoadTimeVariableTests {
    private let own: [Text] = ["N=7", "D=3s", "S=QUIT", "EMPTY=", "RAW=${N}", "OWN=own"]

    private func load(_ text: String, isChecked: Bool = false) -> ConfigurationLoader.Outcome {
        let fixture = Fixture(text)
        return ConfigurationLoader.load(
            "/etc/jobs.conf", withClaims: isChecked, variables: own, list: { _ in .names([]) }
        ) { _ in .bytes(fixture.files[0].bytes) }
    }

    private func job(_ options: String, in globals: String = "") -> JobSpec? {
        let outcome = load("\(globals)\njob {\nname a\ncmd b\n\(options)\n}\n")
        #expect(outcome.codes == [])
        return outcome.configuration?.jobs.first
    }

    @Test(arguments: [
        ("nice ${N}", "nice 7"), ("order -${N}", "order -7"),
        ("restart-delay ${D}", "restart-delay 3s"),
        ("restart-delay ${D}..${LONG:-1m}", "restart-delay 3s..1m"),
        ("stop-timeout ${T:-5s}", "stop-timeout 5s"),
        ("stop-timeout ${EMPTY:-5s}", "stop-timeout 5s"),
        ("stop-timeout \"${D:?a time}\"", "stop-timeout 3s"),
        ("stop-signal ${S}", "stop-signal QUIT"),
        ("stop-signal SIG${S}", "stop-signal QUIT"), ("stop-retries \"${N}\"", "stop-retries 7"),
        ("restart ${HOW:-on-failure}", "restart on-failure"), ("umask 0${N}7", "umask 077"),
        ("ulimit -n ${N}", "ulimit -n 7"), ("ulimit -n ${N}:${N}0", "ulimit -n 7:70"),
        ("ulimit {\n-c ${N} -s 1\n-n ${N}\n}", "ulimit { -c 7 -s 1 -n 7 }"),
        ("ulimit { -n ${N} }", "ulimit -n 7"), ("success-codes ${N},TERM", "success-codes 7,TERM"),
        ("run-timeout ${D}", "run-timeout 3s"), ("bounce every ${D}", "bounce every 3s"),
        ("wait ${FORM:-once}", "wait once"), ("cpu ${N}", "cpu 7"),
        ("stop-scope ${SCOPE:-group}", "stop-scope group"),
        ("oom-score-adjust ${N}", "oom-score-adjust 7"),
        ("capabilities drop ${CAPS:-all}", "capabilities drop all"),
        (
            "on-failure ${X:-stop}\non-success ${Y:-shutdown}",
            "on-failure stop\non-success shutdown"
        ),
        ("once\non-failure ${X:-restart}", "once\non-failure restart"),
        ("instances ${N}", "instances 7"), ("start-wait ${D}", "start-wait 3s"),
        ("restart-limit ${TWO:-2} in ${LONG:-1h}", "restart-limit 2 in 1h"),
        ("start-retries ${N}", "start-retries 7"),
        ("ready fd ${N} within ${D}", "ready fd 7 within 3s"),
        (
            "health tcp 127.0.0.1:${PORT} every ${D} failures ${N}",
            "health tcp 127.0.0.1:${PORT} every 3s failures 7"
        ),
        ("ready within ${D} exec x every ${LATER}", "ready within 3s exec x every ${LATER}"),
    ])
    func `every value of the job can come from a variable`(written: String, meant: String) {
        let expected = job("expand\n\(meant)")
        #expect(expected != nil)
        #expect(job("expand\n\(written)") == expected)
        #expect(job("\(written)\nexpand") == expected)
        #expect(job(written, in: "expand") == expected)
        #expect(job(written, in: "defaults {\nexpand\n}") == expected)
        #expect(job("", in: "defaults {\nexpand\n\(written)\n}") == expected)
        #expect(job("expand", in: "defaults {\n\(written)\n}") == expected)
        let behind = load("job {\nname a\ncmd b\n\(written)\n}\nexpand\n")
        #expect(behind.configuration?.jobs.first == expected)
    }

    @Test func `it comes from the job's own variables, its defaults', the file's and swinit's`() {
        #expect(job("expand\nnice ${N}\nenv N=1")?.launch.nice == 1)
        #expect(job("nice ${N}\nenv N=1\nenv N=2", in: "expand\nenv N=3")?.launch.nice == 2)
        #expect(job("expand\nnice ${N}", in: "env N=3")?.launch.nice == 3)
        #expect(job("expand\nnice ${N}", in: "env N=3\ndefaults {\nenv N=4\n}")?.launch.nice == 4)
        #expect(job("expand\nnice ${N}\nenv N=5", in: "defaults {\nenv N=4\n}")?.launch.nice == 5)
        #expect(job("expand\nnice ${N}\nenv N=1${M}\nenv M=9", in: "env M=2")?.launch.nice == 12)
        let behind = load("job {\nname a\ncmd b\nnice ${M}\n}\nexpand\nenv M=4\n")
        #expect(behind.configuration?.jobs.first?.launch.nice == 4)
        #expect(
            job("expand\nstop-cmd x\nstop-timeout ${SWINIT_JOB}1s\nenv SWINIT_JOB=")?.stop.timeout
                == Milliseconds(1000))
    }

    @Test func `names of jobs come from variables too`() {
        let outcome = load(
            "expand\njob {\nname a\ncmd b\nafter ${OWN} db-${N}\n}\n"
                + "job {\nname own\ncmd b\n}\njob {\nname db-7\ncmd b\n}\n")
        #expect(outcome.codes == [])
        #expect(outcome.configuration?.jobs.first?.placement.after == ["own", "db-7"])
    }

    @Test func `what comes from outside is never looked at again`() {
        #expect(
            load("expand\njob {\nname a\ncmd b\nnice ${RAW}\n}\n").messages
                == ["'${N}' is not a whole number"])
        #expect(
            load("expand\njob {\nname a\ncmd b\nnice ${Q}\nenv Q='${N}'\n}\n").messages
                == ["'${N}' is not a whole number"])
    }

    @Test func `a line of defaults is replaced for each job by what that has`() {
        let jobs = load(
            """
            defaults {
              nice ${P:-1}
              restart ${R:-never}
              ulimit -n ${P:-64}
              expand
            }
            job {
              name a
              cmd x
              env P=2
            }
            job {
              name b
              cmd x
              nice 3
              once
            }
            job {
              name c
              cmd x
              ulimit -c 0
            }
            """
        ).configuration?.jobs
        #expect(jobs?.map(\.launch.nice) == [2, 3, 1])
        #expect(jobs?.map { $0.launch.limits.count } == [1, 1, 2])
        #expect(jobs?.map(\.placement.runsOnce) == [false, true, false])
        #expect(jobs?.map(\.restart.onFailure) == [.stop, .stop, .stop])
    }

    @Test func `what included defaults say beats a line of those above them`() {
        let fixture = Fixture(
            "expand\ndefaults {\nnice ${A:-1}\norder ${A:-1}\n}\ninclude b.conf\n"
                + "job {\nname a\ncmd b\n}\n",
            including: [
                ("/etc/b.conf", "defaults {\nnice ${A:-2}\norder 2\n}\njob {\nname c\ncmd b\n}\n")
            ])
        let jobs = fixture.load().configuration?.jobs
        #expect(jobs?.map(\.launch.nice) == [2, 1])
        #expect(jobs?.map(\.placement.order) == [2, 1])
    }

    @Test func `what cannot be replaced is an error at its place`() {
        let outcome = load(
            "job {\n name a\n cmd b\n expand\n nice ${NONE}\n stop-timeout \"${T:?give a time}\"\n"
                + " order ${1}\n stop-retries ${SWINIT_INSTANCE}\n ulimit -n ${LESS}\n}\n")
        #expect(Set(outcome.codes) == ["unknown-variable"])
        #expect(
            outcome.messages == [
                "'${NONE}' cannot be replaced: it is not set",
                "'${T}' cannot be replaced: give a time",
                "'${1}' cannot be replaced: it must be ${NAME}, ${NAME:-...} or ${NAME:?...}",
                "'${SWINIT_INSTANCE}' cannot be replaced: it is not set",
                "'${LESS}' cannot be replaced: it is not set",
            ])
        #expect(
            outcome.marked == [
                "${NONE}", "\"${T:?give a time}\"", "${1}", "${SWINIT_INSTANCE}", "${LESS}",
            ])
        #expect(outcome.report.contains("/etc/jobs.conf:5:7: error: "))
    }

    @Test func `a bad value is shown as it was replaced`() {
        let outcome = load("expand\njob {\nname a\ncmd b\nnice ${D}\nstop-timeout ${N}\n}\n")
        #expect(outcome.messages == ["'3s' is not a whole number", "'7' has no unit"])
        #expect(outcome.hints == ["-20 to 19", "did you mean '7s'?"])
        #expect(outcome.marked == ["${D}", "${N}"])
    }

    @Test func `without expand such a value is no value`() {
        let outcome = load("job {\nname a\ncmd b\nnice ${N}\n}\n")
        #expect(Set(outcome.codes) == ["bad-number", "unexpanded-variable"])
        #expect(load("job {\nname a\ncmd b\nexpand\nnice '${N}'\n}\n").codes == ["bad-number"])
    }

    @Test func `a mistake in defaults is told once`() {
        let jobs = (0..<9).map { "job {\nname j\($0)\ncmd b\n}\n" }.joined()
        #expect(load("expand\ndefaults {\nnice ${X}\n}\n\(jobs)").codes == ["unknown-variable"])
        #expect(load("expand\ndefaults {\nnice ${D}\n}\n\(jobs)").codes == ["bad-number"])
        #expect(
            Set(load("defaults {\nnice ${D}\n}\n\(jobs)").codes)
                == ["bad-number", "unexpanded-variable"])
        #expect(load("defaults {\nnice ${D}\n}\n\(jobs)").diagnostics.diagnostics.count == 2)
    }

    @Test func `a check takes a variable that is not set for a warning`() {
        let outcome = load("job {\nname a\ncmd b\nexpand\nnice ${NONE}\n}\n", isChecked: true)
        #expect(outcome.messages == ["there is no variable 'NONE' here"])
        #expect(outcome.diagnostics.warningCount == 1)
        #expect(outcome.configuration?.jobs.first?.launch.nice == nil)
        let malformed = load("job {\nname a\ncmd b\nexpand\nnice ${NONE\n}\n", isChecked: true)
        #expect(malformed.diagnostics.errorCount == 1)
    }

    @Test func `other mistakes are found in the same go`() {
        let outcome = load("expand\nfoo\njob {\nname a\ncmd b\nnice ${X}\nbar\n}\njob {\n}\n")
        #expect(
            outcome.codes == [
                "unknown-directive", "unknown-variable", "unknown-option", "missing-option",
            ])
    }

    @Test func `the same files and variables give an equal configuration once more`() {
        let outcome = load(
            "expand\ndefaults {\nnice ${N}\n}\njob {\nname a\ncmd b\norder ${N}\n}\n")
        #expect(outcome.configuration != nil)
        #expect(
            ConfigurationLoader.reload(outcome.sources, variables: own).configuration
                == outcome.configuration)
        let changed = ConfigurationLoader.reload(outcome.sources, variables: ["N=8"])
        #expect(changed.configuration?.jobs.first?.placement.order == 8)
    }

    @Test func `variables that name each other without end are not set`() {
        let many = (0..<100).map { "env V\($0 + 1)=${V\($0)}" }.joined(separator: "\n")
        let codes = load("expand\nenv V0=1\n\(many)\njob {\nname a\ncmd b\nnice ${V100}\n}\n").codes
        #expect(codes == ["unknown-variable"])
        #expect(job("expand\nenv X=${X:-1}\nenv X=${X}2\nnice ${X}")?.launch.nice == 12)
    }
}
