import Basics
import Config
import Supervision
import Testing

@Suite struct SignalTests {
    private func forwards(_ bench: Bench) -> [Action] {
        bench.actions.filter { if case .forward = $0 { true } else { false } }
    }

    @Test func `HUP asks for the configuration`() {
        var bench = Bench.began([.named("a")])
        bench.send(.received(.hangUp))
        #expect(bench.actions == [.reload])
        bench.send(.received(.terminate))
        bench.send(.received(.hangUp))
        #expect(bench.actions == [])
    }

    @Test func `other signals go to running jobs that catch them, but not to one-time jobs`() {
        var bench = Bench.began([
            .named("a"), .once("load"), .named("off") { $0.placement.isDisabled = true },
        ])
        bench.send(.received(.user1))
        #expect(forwards(bench) == [.forward(InstanceID(0), .user1, onlyIfCaught: true)])
    }

    @Test func `a rule names the receivers, catching or not`() {
        var bench = Bench.began([.named("a"), .once("load"), .named("b")]) {
            $0.forwarding.rules = [Forwarding.Rule(signals: [.user1], jobs: ["load", "b"])]
        }
        bench.send(.received(.user1))
        #expect(
            forwards(bench) == [
                .forward(InstanceID(1), .user1, onlyIfCaught: false),
                .forward(InstanceID(2), .user1, onlyIfCaught: false),
            ])
        bench.send(.received(.user2))
        #expect(forwards(bench).count == 2)
    }

    @Test func `forward none switches it off`() {
        var bench = Bench.began([.named("a")]) { $0.forwarding.isAutomatic = false }
        bench.send(.received(.user1))
        #expect(bench.actions == [])
    }

    @Test func `main gets them all while it runs`() {
        var bench = Bench.began([.named("a"), .main])
        bench.send(.received(.user1))
        #expect(bench.actions == [.forward(InstanceID(1), .user1, onlyIfCaught: false)])
    }

    @Test func `what is written about a signal holds beside main too`() {
        var bench = Bench.began([.named("a"), .main]) {
            $0.forwarding.rules = [Forwarding.Rule(signals: [.user1], jobs: ["a"])]
        }
        bench.send(.received(.user1))
        #expect(bench.actions == [.forward(InstanceID(0), .user1, onlyIfCaught: false)])
        bench.send(.received(.user2))
        #expect(bench.actions == [.forward(InstanceID(1), .user2, onlyIfCaught: false)])

        var silent = Bench.began([.named("a"), .main]) { $0.forwarding.isAutomatic = false }
        silent.send(.received(.user1))
        #expect(silent.actions == [])
    }
}
