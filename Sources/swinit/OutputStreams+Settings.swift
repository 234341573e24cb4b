import Basics
import Config
import Linux
import Supervision

/// What jobs want of their output.
extension OutputStreams {
    /// Follows what the file says of all output.
    @inline(never)
    func follow(_ configuration: Configuration) {
        format = configuration.log.format ?? configuration.format
        rings.total = configuration.ringTotal / BlockFile.size
        let own = outlets.own
        // Its messages keep its name: nothing else tells them from a job's lines.
        own.format = format == .raw ? .text : format
        own.timestamps = configuration.log.timestamps
    }

    /// Has each stream be as its job, as it is now, wants it; forgets rings of jobs that are gone.
    @inline(never)
    func settle(_ supervisor: Supervisor) {
        var jobs: [UInt64] = []
        width = outlets.own.name.count
        loggerRows.removeAll()
        for row in 0..<supervisor.count {
            let id = InstanceID(row)
            guard let spec = supervisor.spec(of: id) else { continue }
            if spec.isLogger { loggerRows.append(Int32(clamping: row)) }
            width = max(width, supervisor.name(of: id).count)
            jobs.append(spec.name.hash(number: 1))
        }
        outlets.own.width = format == .raw ? 0 : width
        sortKeys(&jobs)
        rings.keep(jobs)
        for stream in streams where stream.pipe != nil && !stream.isLeaving {
            settle(stream, supervisor)
        }
        areStreamsStale = true
    }

    /// Has a stream be as its job wants it.
    @inline(never)
    func settle(_ stream: OutputStream, _ supervisor: Supervisor) {
        let id = InstanceID(stream.row)
        guard let spec = supervisor.spec(of: id) else { return }
        let log = spec.log
        let own = outlets.standard[stream.isErrors ? 1 : 0]
        stream.outlet = own
        stream.tee = nil
        var logger: Outlet?
        let launch = spec.launch
        if (stream.isErrors ? launch.errors : launch.output) == .syslog {
            stream.outlet = nil
        } else if let name = log.logger {
            for row in loggerRows where supervisor.name(of: InstanceID(Int(row))) == name {
                logger = input(Int(row))
            }
        }
        if stream.outlet != nil, logger == nil,
            let definition = supervisor.definition(of: id),
            let files = files(of: definition, supervisor.number(of: id))
        {
            stream.outlet = files.outlet
        }
        if let logger { stream.outlet = logger }
        if log.isTee, stream.outlet !== own { stream.tee = own }
        stream.drops = log.dropsWhenBlocked
        stream.job = spec.name.hash(number: 1)
        stream.ringSize = log.ring
        stream.ring = rings.ring(of: stream.job)
        if stream.ring != nil {
            stream.ring = rings.open(stream.job, size: log.ring, isAdopted: false)
        }
        set(stream.form, of: stream, log, supervisor, stream.outlet === own ? format : .raw)
        set(stream.teeForm, of: stream, log, supervisor, format)
        stream.mayHint = stream.form.format == .text && log.format == nil
    }

    private func set(
        _ form: LineForm, of stream: OutputStream, _ log: LogSettings, _ supervisor: Supervisor,
        _ format: LogSettings.Format
    ) {
        let id = InstanceID(stream.row)
        form.format = log.format ?? format
        form.timestamps = log.timestamps
        form.name = supervisor.name(of: id)
        form.width = width
        form.job = supervisor.spec(of: id)?.name ?? form.name
        form.instance = supervisor.number(of: id)
        form.isErrors = stream.isErrors
    }

    /// The outlet of the logger in `row`; nil where there can be no pipe.
    private func input(_ row: Int) -> Outlet? {
        do throws(SystemError) {
            _ = try openInput(row: row)
        } catch {
            // Its writers' lines go to swinit's own output until there is one.
        }
        return outlets.logger(row)
    }

    /// Takes over the rings of the image before this one.
    @inline(never)
    func adoptRings() {
        for stream in streams where stream.pipe != nil && stream.ringSize > 0 {
            stream.ring = rings.open(stream.job, size: stream.ringSize, isAdopted: true)
        }
    }
}
