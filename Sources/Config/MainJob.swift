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
        var main = takeMain(ifEmpty: false) ?? JobSpec(name: "\(MainJob.name)", command: [])
        if let command, !command.isEmpty { main.launch.command = command }
        guard !main.launch.command.isEmpty else { return }
        main.isMain = true
        for option in [Option.input, .output, .errors] {
            main.set(option, Launch.Stream.inherit.rawValue)
        }
        main.set(.isLogger, nil)
        main.take(Option.placement & ~(Option.after.bit | Option.restartWith.bit), from: JobSpec())
        main.set(.order, Int64(Int32.max))
        main.set(.onSuccess, RestartPolicy.Outcome.stop.rawValue)
        main.set(.onFailure, RestartPolicy.Outcome.stop.rawValue)
        main.set(.retriesUntilSuccess, false)
        main.set(.status33IsPlain, true)
        jobs.append(main)
    }

    /// Makes the job `main` what the form without `--` says: an ordinary job, and none without `cmd`.
    public mutating func dropEmptyMain() {
        guard takeMain(ifEmpty: true) != nil else { return }
        for place in jobs.indices {
            jobs[place].forget("\(MainJob.name)", in: .after)
            jobs[place].forget("\(MainJob.name)", in: .restartWith)
        }
    }

    /// Takes the job `main` out; `ifEmpty` only where it has no command.
    @inline(never)
    private mutating func takeMain(ifEmpty: Bool) -> JobSpec? {
        var main: JobSpec?
        var others: [JobSpec] = []
        for job in jobs {
            if job.name.isEqual(to: MainJob.name), !ifEmpty || !job.has(.command) {
                main = job
            } else {
                others.append(job)
            }
        }
        jobs = others
        return main
    }
}

extension JobSpec {
    /// Takes `name` out of the words of `option`.
    @inline(never)
    fileprivate mutating func forget(_ name: Text, in option: Option) {
        guard has(option) else { return }
        var words: [Text] = []
        for word in self.words(option) where word != name { words.append(word) }
        set(option, words)
    }
}
