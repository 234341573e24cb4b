/// Which row each instance of each job has, by the places of the jobs in the configuration.
struct InstanceTable {
    /// The row of each instance, job by job; -1 for one that has none yet, while a configuration comes in
    /// force.
    var rows: [Int32] = []
    /// Where the instances of each job begin in ``rows``.
    private var starts: [Int32] = []

    /// How many jobs there are.
    var count: Int { starts.count }

    /// Begins the next job.
    @inline(never)
    mutating func addJob() {
        starts.append(Int32(rows.count))
    }

    /// Where in ``rows`` the instances of the job at `place` are, at least one.
    @inline(never)
    func slots(of place: Int) -> Range<Int> {
        let end = place + 1 < starts.count ? Int(starts[place + 1]) : rows.count
        return Int(starts[place])..<end
    }
}
