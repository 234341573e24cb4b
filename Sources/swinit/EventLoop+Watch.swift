import Basics
import Config
import Linux
import Supervision

/// Live reload: what a change of files leads to.
extension EventLoop {
    /// Watches the files of the configuration as it is now.
    @inline(never)
    func follow() {
        isFollowDue = false
        if !files.waitsForRequest {
            for index in files.paths.indices {
                watcher.want(files.paths[index], .source, signature: files.signatures[index])
            }
        }
        for row in 0..<supervisor.count {
            for path in dependencies(of: InstanceID(row)) {
                watcher.want(path, .dependency, signature: nil)
            }
        }
        watcher.follow(sources.epoll, at: now)
        tellWatchFailure()
    }

    /// The files that a job depends on, absolute.
    @inline(never)
    private func dependencies(of id: InstanceID) -> [Text] {
        guard let spec = supervisor.definition(of: id) else { return [] }
        var paths = spec.depends
        if paths.isEmpty { return paths }
        let launches = executor.launches
        let number = supervisor.number(of: id)
        let directory = launches.expand(spec.launch.directory ?? ".", of: spec, number)
            .absolute(in: files.startDirectory)
        for index in paths.indices {
            paths[index] = launches.expand(paths[index], of: spec, number).absolute(in: directory)
        }
        return paths
    }

    private func tellWatchFailure() {
        guard let error = watcher.takeFailure(at: now) else { return }
        log.write(
            Report(.info, "inotify does not work (\(error.reason)): looking at files every 2s"))
    }

    /// Files have changed, and it has been quiet since.
    @inline(never)
    func lookAtFiles() {
        var changed: [Text] = []
        let isDue = watcher.look(at: now, changed: &changed)
        tellWatchFailure()
        guard !supervisor.isShuttingDown else { return }
        if isDue, let event = read(isAsked: false) { handle(event) }
        if changed.isEmpty { return }
        for row in 0..<supervisor.count {
            let id = InstanceID(row)
            for path in dependencies(of: id) where changed.contains(path) {
                handle(.dependencyChanged(id, path))
                break
            }
        }
    }

    /// Reads the configuration again; nil where it stays as it is.
    ///
    /// Not asked for, a file that is as it was is no news, and one without a job is a mistake.
    @inline(never)
    func read(isAsked: Bool) -> Event? {
        let old = files.contentHash
        let complaints = files.complaints
        let configuration = files.read()
        isFollowDue = true
        guard isAsked || files.contentHash != old else {
            return nil
        }
        superior.reloads(at: now, &log)
        guard let configuration else {
            log.write(files.refusal)
            return refuse("the configuration was not reloaded; the previous one stays in force")
        }
        tellComplaints(since: complaints)
        if !isAsked, !files.hasServices, supervisor.wouldBeEmptied(by: configuration) {
            return refuse("no job left; 'swinit reload' applies it")
        }
        files.store(in: table)
        table.budget = supervisor.budget(of: configuration)
        executor.streams.follow(configuration)
        openPorts(configuration)
        return .reloaded(configuration)
    }

    @inline(never)
    private func refuse(_ reason: Text) -> Event? {
        log.write(Report(.error, reason))
        return nil
    }
}
