import Basics
import Config

/// A configuration, as the checker reads it.
struct Book {
    private(set) var wishes: [Text: Wish] = [:]
    /// The names in start order.
    private(set) var order: [Text] = []

    init(_ configuration: Configuration) {
        let names = configuration.jobs.map(\.name)
        for job in configuration.jobs { wishes[job.name] = Wish(job, among: names) }
        order = configuration.jobs.enumerated().sorted { left, right in
            if left.element.isMain != right.element.isMain { return right.element.isMain }
            let orders = (left.element.placement.order, right.element.placement.order)
            return orders.0 == orders.1 ? left.offset < right.offset : orders.0 < orders.1
        }.map(\.element.name)
    }

    /// What each job waits for before its first start: its `after`, and the barriers before it.
    private var needs: [Text: [Text]] {
        var needs: [Text: [Text]] = [:]
        var barriers: [Text] = []
        for name in order {
            needs[name] = barriers + (wishes[name]?.after ?? [])
            if let barrier = wishes[name]?.barrier, barrier != .none { barriers.append(name) }
        }
        return needs
    }

    /// Whether no job waits for itself.
    var isAcyclic: Bool {
        var left = needs
        while true {
            let free = left.filter { need in need.value.allSatisfy { left[$0] == nil } }
            if free.isEmpty { return left.isEmpty }
            for name in free.keys { left[name] = nil }
        }
    }

    /// The jobs that `name` is started after, directly or through others.
    func everythingBefore(_ name: Text) -> Set<Text> {
        let needs = needs
        var found: Set<Text> = []
        var open = needs[name] ?? []
        while let next = open.popLast() {
            if found.insert(next).inserted { open += needs[next] ?? [] }
        }
        return found
    }
}
