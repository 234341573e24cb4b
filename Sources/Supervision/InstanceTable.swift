/// Which row each instance of each job has, while a configuration comes in force.
struct InstanceTable {
    /// The row of each instance, job by job, or -1 for one that has none yet.
    var rows: [Int32] = []
    /// Where the instances of each job begin in ``rows``.
    private var starts: [Int32] = []

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
