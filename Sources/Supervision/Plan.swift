import Basics
import Config

/// The start order, and how far it has come.
///
/// Jobs before ``cursor`` are released; the row that holds the others back, if any, is the last
/// released one. Each event that can change something moves the cursor on from where it stands, so
/// that a start of n jobs costs n steps in all.
struct Plan {
    /// The instances in start order: by `order`, then by place in the file, then by number; `main` last.
    private(set) var jobs: [Job] = []
    /// How many of ``jobs`` have been released.
    var cursor = 0

    /// The rows of each job's instances.
    let table: InstanceTable
    /// What jobs wait for before they start.
    let dependencies: Dependencies
    /// A job is restarted with another.
    private(set) var hasCompanions = false

    /// Makes the order of `specs`, whose instances have the rows of `table` in `rows`.
    @inline(never)
    init(
        _ specs: [JobSpec], _ dependencies: Dependencies, table: InstanceTable, of rows: [Job]
    ) {
        self.table = table
        self.dependencies = dependencies
        for key in Self.order(of: specs) {
            let place = Self.place(key)
            for slot in table.slots(of: place) {
                let job = rows[Int(table.rows[slot])]
                job.place = Int32(clamping: place)
                job.position = jobs.count
                jobs.append(job)
            }
            if !specs[place].placement.restartsWith.isEmpty { hasCompanions = true }
        }
    }

    /// A plan without jobs.
    init() {
        table = InstanceTable()
        dependencies = Dependencies()
    }

    /// A key for each of `jobs`, in start order.
    @inline(never)
    static func order(of jobs: [JobSpec]) -> [UInt64] {
        StartOrder.keys(of: jobs)
    }

    /// The place among the jobs of what has this key.
    static func place(_ key: UInt64) -> Int { StartOrder.place(key) }
}
