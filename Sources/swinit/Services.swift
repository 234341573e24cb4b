import Basics
import Config
import Linux
import Supervision

/// The services' folders `supervise`, through which svc, svstat and svok of daemontools reach swinit.
///
/// A service is started only while its lock is held, so that nobody runs it twice. The next image of
/// swinit inherits all of them.
final class Services {
    /// The event loop's tokens of these are this and the row.
    static let firstToken: UInt64 = 1 << 59
    /// How long after `svc -x`, or where somebody else supervises it, a service is taken up again.
    static let retryPause = Milliseconds(5000)

    private let table: FaultTable
    private let supervisor: Supervisor
    private var interfaces: [ServiceInterface] = []

    init(table: FaultTable, supervisor: Supervisor) {
        self.table = table
        self.supervisor = supervisor
    }

    @inline(never)
    private func interface(_ row: Int) -> ServiceInterface? {
        for interface in interfaces where interface.row == row { return interface }
        return nil
    }

    // MARK: - Life

    /// Opens what the service of `row` is controlled by, where that is not open; answers why that is
    /// impossible.
    @inline(never)
    func open(row: Int, at now: Instant, _ loop: EventLoop) -> SetUpFailure? {
        let id = InstanceID(row)
        guard let spec = supervisor.spec(of: id), spec.isService,
            let directory = spec.launch.directory
        else { return nil }
        if interface(row)?.identity != spec.serviceIdentity {
            close(row: row, loop.sources.epoll)
        }
        let known =
            interface(row)
            ?? ServiceInterface(row: row, directory: directory, identity: spec.serviceIdentity)
        if interface(row) == nil { interfaces.append(known) }
        if known.folder != nil { return nil }
        do throws(SystemError) {
            let status = status(of: known)
            let folder = try SuperviseFolder(
                of: directory, name: supervisor.name(of: id), status: status)
            known.status = status
            take(folder, for: known, loop.sources.epoll)
            known.retry = nil
            known.isLeaving = false
        } catch {
            if error.isFull {
                known.retry = now + Self.retryPause
                return SetUpFailure(
                    step: .lock, subject: "\(directory)/supervise/lock", errorNumber: error.number,
                    reason: "temporary failure")
            }
            tell(known, error, &loop.log)
        }
        return nil
    }

    private func take(
        _ folder: SuperviseFolder, for interface: ServiceInterface, _ epoll: borrowing Epoll
    ) {
        interface.folder = folder
        table.storeService(folder, at: interface.row)
        do throws(SystemError) {
            try epoll.add(folder.control, token: Self.firstToken | UInt64(interface.row))
        } catch {
            // No memory for the watch: svc is heard by the next image, or never.
        }
    }

    /// Takes over what the image before this one had for `row`.
    @inline(never)
    func adopt(row: Int, _ epoll: borrowing Epoll) {
        guard let folder = table.service(row) else { return }
        folder.closeOnExec()
        guard let spec = supervisor.spec(of: InstanceID(row)) else { return folder.close() }
        let interface = ServiceInterface(
            row: row, directory: spec.launch.directory ?? Text([]), identity: spec.serviceIdentity)
        interfaces.append(interface)
        interface.status = folder.status()
        take(folder, for: interface, epoll)
    }

    /// Forgets the service of `row`.
    @inline(never)
    func close(row: Int, _ epoll: borrowing Epoll) {
        for index in interfaces.indices where interfaces[index].row == row {
            shut(interfaces[index], epoll)
            interfaces.remove(at: index)
            return
        }
    }

    private func shut(_ interface: ServiceInterface, _ epoll: borrowing Epoll) {
        guard let folder = interface.folder else { return }
        interface.folder = nil
        table.storeService(nil, at: interface.row)
        epoll.remove(folder.control)
        folder.close()
    }

    // MARK: - What it says

    private func status(of interface: ServiceInterface) -> [UInt8] {
        let id = InstanceID(interface.row)
        return ServiceStatus.bytes(
            pid: supervisor.pid(of: id) ?? 0, isPaused: supervisor.isPaused(id),
            wanted: supervisor.wanted(of: id), old: interface.status, at: Clock.wallNanoseconds)
    }

    /// Something has happened to the job of `row`: says so, and lets go of a service that is down and was
    /// to be left alone then; true where that is so.
    @inline(never)
    func update(row: Int, at now: Instant, _ loop: EventLoop) -> Bool {
        guard let spec = supervisor.spec(of: InstanceID(row)) else {
            close(row: row, loop.sources.epoll)
            return false
        }
        guard spec.isService else { return false }
        if interface(row) == nil { _ = open(row: row, at: now, loop) }
        guard let known = interface(row), let folder = known.folder else { return false }
        let status = status(of: known)
        if status != known.status {
            do throws(SystemError) {
                try folder.write(status: status)
                known.status = status
                known.isStuck = false
            } catch {
                tell(known, error, &loop.log)
            }
        }
        guard known.isLeaving, !supervisor.isPresent(InstanceID(row)) else { return false }
        shut(known, loop.sources.epoll)
        known.retry = now + Self.retryPause
        return true
    }

    private func tell(
        _ interface: ServiceInterface, _ error: SystemError, _ log: inout MessageLog
    ) {
        // A folder that has been removed ends with its service.
        if interface.isStuck || error.isMissing { return }
        interface.isStuck = true
        log.write(
            Report(
                .warning, "cannot write to \(interface.directory)/supervise: \(error.reason)"))
    }

    // MARK: - What it is told

    /// What svc has written for the service of `row`.
    @inline(never)
    func commands(row: Int) -> [UInt8] {
        interface(row)?.folder?.commands() ?? []
    }

    /// The service of `row` is to be left alone once it is down.
    func leave(row: Int) { interface(row)?.isLeaving = true }

    /// Has the next image of swinit hear `svc -x` again where it still waits for the end of a service.
    @inline(never)
    func handOver() {
        for interface in interfaces where interface.isLeaving {
            interface.folder?.send(UInt8(ascii: "x"))
        }
    }

    /// When to look again for those that are somebody else's.
    var deadline: Instant? {
        var nearest: Instant?
        for interface in interfaces where interface.folder == nil {
            if let retry = interface.retry { nearest = nearest.map { min($0, retry) } ?? retry }
        }
        return nearest
    }

    /// Takes those up again whose time has come; answers with the rows that are to start.
    @inline(never)
    func retry(at now: Instant, _ loop: EventLoop) -> PackedArray<Int32> {
        var rows = PackedArray<Int32>()
        for interface in interfaces where interface.folder == nil {
            guard let due = interface.retry, due <= now else { continue }
            let wasLeft = interface.isLeaving
            interface.retry = now + Self.retryPause
            if open(row: interface.row, at: now, loop) == nil, interface.folder != nil, wasLeft,
                !Files.exists("\(interface.directory)/down")
            {
                rows.append(Int32(clamping: interface.row))
            }
        }
        return rows
    }
}
