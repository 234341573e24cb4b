import Basics

/// `services in DIR`.
extension Parser {
    /// Notes the folder that the line at hand names; it is read behind all files, whose jobs come first.
    func bindServices(_ line: Line, _ entry: OptionEntry) {
        guard line.count == 3, line.isPlain(1, "in") else {
            list.add(
                .usage, at: line.span(0, through: line.count - 1), line.text(0), entry.usage)
            return
        }
        guard !line.text(2).isEmpty else {
            list.add(.emptyPath, line, 2)
            return
        }
        let folder = line.text(2).path(besideFile: sources[Int(line.source)].path)
        let path = ServiceList.path(of: folder)
        guard !configuration.serviceFolders.contains(path) else { return }
        guard configuration.serviceFolders.count < Self.addressLimit else {
            list.add(.tooManyEntries, at: line.span(0), "\(Self.addressLimit)")
            return
        }
        configuration.serviceFolders.append(path)
    }

    /// Wants the list of the next folder with services, where there is one.
    func wantServices() {
        guard serviceCount < configuration.serviceFolders.count else { return }
        wanted = Wish(path: configuration.serviceFolders[serviceCount], span: nil)
        serviceCount += 1
    }

    /// Adds the services of the list at `path`.
    @inline(never)
    func takeServices(_ bytes: [UInt8], _ path: Text, source: Int32) {
        // The list may be all that there is.
        if sources.count == 1 { serviceCount = 1 }
        var start: Int32 = 0
        for line in Text(bytes).split(at: 10) where !line.isEmpty {
            let fields = line.split(at: 32)
            let end = start &+ Int32(clamping: line.count)
            if line.bytes[0] == 33 {
                refuse(fields[0].dropFirst(1), line.dropFirst(fields[0].count + 1))
            } else {
                add(fields, path, at: Span(source: source, start: start, end: end))
            }
            start = end &+ 1
        }
    }

    @inline(never)
    private func refuse(_ service: Text, _ reason: Text) {
        list.add(.refusedService, at: nil, service, reason)
    }

    /// Adds one service, unless another job has its name or that of its logger.
    private func add(_ fields: [Text], _ path: Text, at span: Span) {
        let parts = fields[0].split(at: 47)
        var name = parts[0]
        if parts.count > 1 {
            // The logger follows its service, and is refused with it.
            guard let last = configuration.jobs.last, last.isService, last.name == name else {
                return
            }
            name = "\(name).log"
        }
        let hasLogger = fields.contains("l")
        guard isFree(name), !hasLogger || isFree("\(name).log") else {
            return refuse(parts[0], "there is a job of that name")
        }
        guard configuration.jobs.count < Self.jobLimit else {
            return refuse(parts[0], "more than \(Self.jobLimit) jobs")
        }
        configuration.jobs.append(
            JobSpec(service: name, fields, in: path, sharesStreams: sources.count == 1))
        names.addLast(of: configuration.jobs)
        marks.append(JobDraft.Mention(option: .name, span: span))
    }

    /// Whether neither a job nor an instance of one is called `name`.
    @inline(never)
    private func isFree(_ name: Text) -> Bool {
        if names.place(of: name, in: configuration.jobs) != nil { return false }
        guard let owner = JobName.instanceOwner(of: name),
            let place = names.place(of: owner, in: configuration.jobs)
        else { return true }
        return configuration.jobs[place].isService
    }
}
