import Basics
import Config
import Linux
import Supervision
import Wire

/// The forms of probes, each as far as it goes at once.
extension Prober {
    /// Carries out `probe`, or begins to.
    @inline(never)
    func begin(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        switch probe.form {
        case .tcp:
            guard let endpoint = Endpoint(word(of: probe)) else {
                return misread(probe, loop, &events)
            }
            look(for: endpoint, probe, loop, &events)
        case .http:
            guard let target = HTTPTarget(word(of: probe)) else {
                return misread(probe, loop, &events)
            }
            probe.request = HTTPRequest.get(target.path, host: target.host)
            look(for: target.endpoint, probe, loop, &events)
        case .exec: execute(probe, loop, &events)
        case .unix:
            let progress = probe.connection.connect(
                toLocal: path(word(of: probe), of: probe.spec, probe.number))
            if case .failed(let error) = progress {
                finish(probe, isGood: false, error.reason, loop, &events)
            } else {
                finish(probe, isGood: true, "", loop, &events)
            }
        case .file: lookAtFile(probe, loop, &events)
        case .notify, .descriptor, .log:
            // Nobody asks for these: the job tells by itself.
            finish(probe, isGood: false, "", loop, &events)
        }
    }

    /// The word that says where to look, with its variables replaced.
    @inline(never)
    private func word(of probe: Probe) -> Text {
        launches.expand(probe.words.first ?? Text([]), of: probe.spec, probe.number)
    }

    @inline(never)
    private func misread(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        finish(probe, isGood: false, "'\(word(of: probe))' is no address", loop, &events)
    }

    // MARK: - Connections

    /// Connects to `endpoint`, once it has an address.
    private func look(
        for endpoint: Endpoint, _ probe: Probe, _ loop: EventLoop, _ events: inout [Event]
    ) {
        probe.port = endpoint.port
        if let address = NetworkAddress(endpoint.address) {
            probe.addresses.append(address)
        } else if endpoint.host == "localhost" {
            probe.addresses.append(.local)
            probe.addresses.append(.local6)
        } else {
            return resolve(endpoint.host, probe, loop, &events)
        }
        connect(probe, loop, &events)
    }

    @inline(never)
    private func resolve(
        _ name: Text, _ probe: Probe, _ loop: EventLoop, _ events: inout [Event]
    ) {
        do throws(SystemError) {
            var pipe = try StreamPipe()
            probe.pipe = pipe
            probe.pid = try NetworkAddress.resolve(name, to: pipe.writing)
            pipe.closeWriting()
            probe.pipe = pipe
            probe.stage = .resolving
            events.append(.probeStarted(probe.id, pid: probe.pid))
        } catch {
            finish(probe, isGood: false, error.reason, loop, &events)
        }
    }

    /// The child that looked a name up has ended.
    @inline(never)
    func resolved(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        let written = probe.pipe?.next(atMost: Self.part) ?? []
        probe.pid = 0
        probe.end(loop.sources.epoll)
        probe.addresses = NetworkAddress.list(in: written)
        if probe.addresses.isEmpty {
            finish(probe, isGood: false, "the name has no address", loop, &events)
        } else {
            connect(probe, loop, &events)
        }
    }

    /// Connects to the first address that can be connected to, or goes on with that.
    @inline(never)
    func connect(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        var reason: Text = ""
        while let address = probe.addresses.first {
            let isTried = probe.form == .tcp
            switch probe.connection.advance(to: address, port: probe.port, hides: isTried) {
            case .connected:
                if isTried { return finish(probe, isGood: true, "", loop, &events) }
                return ask(probe, loop, &events)
            case .pending:
                probe.stage = .connecting
                return wait(probe, forOutput: true, loop, &events)
            case .failed(let error):
                reason = error.reason
                probe.end(loop.sources.epoll)
                probe.addresses.remove(at: 0)
            }
        }
        finish(probe, isGood: false, reason, loop, &events)
    }

    @inline(never)
    private func wait(
        _ probe: Probe, forOutput: Bool, _ loop: EventLoop, _ events: inout [Event]
    ) {
        let file = probe.connection.descriptor
        do throws(SystemError) {
            if forOutput {
                try loop.sources.epoll.addOutput(file, token: probe.token)
            } else {
                try loop.sources.epoll.addOnce(file, token: probe.token)
            }
        } catch {
            finish(probe, isGood: false, error.reason, loop, &events)
        }
    }

    // MARK: - HTTP

    private func ask(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        do throws(SystemError) {
            try probe.connection.send(probe.request)
            probe.stage = .receiving
            wait(probe, forOutput: false, loop, &events)
        } catch {
            finish(probe, isGood: false, error.reason, loop, &events)
        }
    }

    /// Reads what a server says; the verdict is given as soon as its status line is there.
    ///
    /// The rest is read and thrown away: a server whose answer is cut off would complain.
    @inline(never)
    func receive(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        var reason: Text = "the connection was closed without an answer"
        var isOver = false
        do throws(SystemError) {
            if let bytes = try probe.connection.receive(atMost: Self.part) {
                probe.hear(bytes)
                isOver = bytes.isEmpty || probe.received > Self.longestAnswer
            }
        } catch {
            reason = error.reason
            isOver = true
        }
        if probe.stage == .draining {
            if isOver { return drop(probe, loop, &events) }
        } else {
            switch HTTPStatus(probe.output) {
            case .incomplete:
                if isOver { return finish(probe, isGood: false, reason, loop, &events) }
            case .malformed:
                return finish(probe, isGood: false, "the answer is no HTTP", loop, &events)
            case .code:
                let isGood = HTTPStatus(probe.output).isGood
                keep(probe, isGood: isGood, Text(probe.output), loop)
                events.append(.probeEnded(probe.id, isGood: isGood))
                if isOver { return drop(probe, loop, &events) }
                probe.stage = .draining
                probe.output = []
            }
        }
        wait(probe, forOutput: false, loop, &events)
    }

    // MARK: - Files

    /// `path` as the job would find it.
    @inline(never)
    func path(_ path: Text, of spec: JobSpec, _ number: Int) -> Text {
        if path.bytes.first == 64 { return path }
        let directory = launches.expand(spec.launch.directory ?? ".", of: spec, number)
        return path.absolute(in: directory.absolute(in: launches.startDirectory))
    }

    /// A process of the instance is about to begin: what the file of its probe is like now.
    ///
    /// By what the file is, not by the time: clocks step, a disk elsewhere has another one, and a file's
    /// time is only exact to the kernel's tick.
    @inline(never)
    func noteStart(
        _ id: InstanceID, _ spec: JobSpec, _ number: Int, _ epoll: borrowing Epoll
    ) {
        outcomes.forget(id)
        forget(id, epoll)
        guard let readiness = spec.readiness, readiness.form == .file else { return }
        let written = launches.expand(readiness.words.first ?? Text([]), of: spec, number)
        table.storeFile(
            FileFacts(of: path(written, of: spec, number), follows: true).signature, at: id.index)
    }

    private func lookAtFile(_ probe: Probe, _ loop: EventLoop, _ events: inout [Event]) {
        let facts = FileFacts(
            of: path(word(of: probe), of: probe.spec, probe.number), follows: true)
        if facts.kind == .missing {
            finish(probe, isGood: false, "there is no such file", loop, &events)
        } else if probe.purpose == .readiness, facts.signature == table.file(at: probe.id.index) {
            finish(probe, isGood: false, "the file is as old as before the start", loop, &events)
        } else {
            finish(probe, isGood: true, "", loop, &events)
        }
    }
}
