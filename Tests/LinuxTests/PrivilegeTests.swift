import Basics
import Foundation
import TestSupport
import Testing

@testable import Linux

extension SpawnTests {
    /// What a child keeps of root's privileges, as the kernel shows it to the child.
    @Suite(.requires(.root)) struct Privileges {
        private static let chown: UInt64 = 1 << 0
        private static let kill: UInt64 = 1 << 5
        private static let bind: UInt64 = 1 << 10

        /// The sets of `/proc/self/status` of a child of `change`, by their names.
        private func status(_ change: (inout ChildPlan) -> Void) throws -> [String: UInt64] {
            let scratch = try Scratch()
            try #require(chmod(scratch.path, 0o777) == 0)
            let file = scratch.file("status")
            var plan = ChildPlan(arguments: ["cat", "/proc/self/status"])
            plan.output = .file(Text(Array(file.utf8)))
            change(&plan)
            let answer = try run(plan)
            try #require(answer == .executed)
            var sets: [String: UInt64] = [:]
            for line in try #require(scratch.read("status")).split(separator: "\n") {
                let parts = line.split(separator: "\t")
                guard parts.count == 2 else { continue }
                sets[String(parts[0].dropLast())] = UInt64(parts[1], radix: 16)
            }
            return sets
        }

        /// What the status pipe says of a child that has ended.
        private func run(_ plan: ChildPlan) throws -> StatusPipe.Answer {
            let outcome = unsafe Spawn(over: InheritedEnvironment()).start(plan)
            guard case .started(let pid, let status) = outcome else { throw Missed("\(outcome)") }
            defer { StatusPipe.closeReading(status) }
            try Deadline.wait(until: "the child ends") {
                if case .ended = Children.wait(for: pid) { true } else { false }
            }
            // A child of another test may have the other end for a moment.
            var answer = StatusPipe.Answer.none
            try Deadline.wait(until: "the pipe has its answer") {
                answer = StatusPipe.answer(from: status)
                return answer != .none
            }
            return answer
        }

        private func keep(_ mask: UInt64) -> ChildPlan.Capabilities {
            ChildPlan.Capabilities(keeps: true, mask: mask)
        }

        private func nobody() -> ChildPlan.Identity {
            ChildPlan.Identity(user: 65_534, group: 65_534, supplementary: PackedArray())
        }

        @Test func `root has exactly what it keeps`() throws {
            let sets = try status { $0.capabilities = keep(Self.kill | Self.bind) }
            #expect(sets["CapPrm"] == Self.kill | Self.bind)
            #expect(sets["CapEff"] == Self.kill | Self.bind)
            #expect(sets["CapBnd"] == Self.kill | Self.bind)
            #expect(sets["CapAmb"] == 0)
        }

        @Test func `root loses what it drops`() throws {
            let before = try #require(try status { _ in }["CapPrm"])
            try #require(before & Self.chown != 0)
            let sets = try status {
                $0.capabilities = ChildPlan.Capabilities(keeps: false, mask: Self.chown)
            }
            #expect(sets["CapPrm"] == before & ~Self.chown)
            #expect(sets["CapEff"] == before & ~Self.chown)
            #expect((sets["CapBnd"] ?? Self.chown) & Self.chown == 0)
        }

        @Test func `another user keeps what is named and nothing else`() throws {
            let none = try status { $0.identity = nobody() }
            #expect(none["CapPrm"] == 0)
            let sets = try status {
                $0.identity = nobody()
                $0.capabilities = keep(Self.bind)
            }
            for name in ["CapPrm", "CapEff", "CapInh", "CapAmb", "CapBnd"] {
                #expect(sets[name] == Self.bind, "\(name)")
            }
            let dropped = try status {
                $0.identity = nobody()
                $0.capabilities = ChildPlan.Capabilities(keeps: false, mask: Self.chown)
            }
            #expect(dropped["CapPrm"] == 0)
            #expect(dropped["CapAmb"] == 0)
        }

        @Test func `all is all that there are, and nothing is nothing`() throws {
            let before = try #require(try status { _ in }["CapPrm"])
            #expect(try status { $0.capabilities = keep(.max) }["CapPrm"] == before)
            let none = try status {
                $0.capabilities = ChildPlan.Capabilities(keeps: false, mask: .max)
            }
            #expect(none["CapPrm"] == 0)
            #expect(none["CapBnd"] == 0)
        }

        @Test func `what swinit has not got cannot be kept`() throws {
            var plan = ChildPlan(arguments: ["true"])
            plan.capabilities = keep(1 << 62)
            #expect(
                try run(plan) == .failed(step: 21, error: SystemError(number: EPERM), index: 0))
        }

        @Test func `no new privileges`() throws {
            #expect(try status { _ in }["NoNewPrivs"] == 0)
            #expect(try status { $0.refusesPrivileges = true }["NoNewPrivs"] == 1)
        }
    }
}
