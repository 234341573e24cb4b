public import Basics

/// The job `main`: what stands behind `--` on swinit's command line.
public enum MainJob {
    /// Its name.
    public static let name: StaticString = "main"
}

extension Configuration {
    /// Makes the job `main` what the form with `--` says: last in start order, never restarted, on
    /// swinit's own stdin, stdout and stderr.
    ///
    /// A job `main` of the file gives its other options.
    /// - Parameter command: what stands behind `--`; nil or empty for nothing, where the file's own
    ///   `cmd` holds. Without either there is no such job.
    public mutating func installMain(command: [Text]?) {
        let place = jobs.firstIndex { $0.name.isEqual(to: MainJob.name) }
        var main = place.map { jobs[$0] } ?? JobSpec(name: "\(MainJob.name)", command: [])
        if let place { jobs.remove(at: place) }
        if let command, !command.isEmpty { main.launch.command = command }
        guard !main.launch.command.isEmpty else { return }
        main.isMain = true
        for option in [Option.input, .output, .errors] {
            main.set(option, Launch.Stream.inherit.rawValue)
        }
        main.placement = Placement()
        main.placement.order = .max
        main.restart.onSuccess = .stop
        main.restart.onFailure = .stop
        main.restart.retriesUntilSuccess = false
        main.restart.status33EndsJob = false
        jobs.append(main)
    }

    /// Makes the job `main` what the form without `--` says: an ordinary job, and none without `cmd`.
    public mutating func dropEmptyMain() {
        jobs.removeAll { $0.name.isEqual(to: MainJob.name) && $0.launch.command.isEmpty }
    }
}
