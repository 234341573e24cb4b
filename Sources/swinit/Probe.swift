import Basics
import Config
import Linux
import Supervision

/// One look at whether an instance is ready or healthy, under way.
///
/// A reference: what it has said grows where it is.
final class Probe {
    /// What it waits for.
    enum Stage: UInt8 {
        /// For its turn: there are too many at once.
        case queued
        /// For the child that looks a name up.
        case resolving
        /// For the answer to a connection.
        case connecting
        /// For the status line of an HTTP server.
        case receiving
        /// For nothing: the verdict is given, and the server says the rest undisturbed.
        case draining
        /// For the end of its command.
        case running
    }

    /// The most that is kept of what it has said.
    static let longestOutput = 4096

    let id: InstanceID
    let purpose: ProbePurpose
    let form: ProbeForm
    /// The job as it was when the probe began.
    let spec: JobSpec
    /// Which of its job's instances it is about.
    let number: Int
    let began: Instant
    /// What the event loop knows its descriptor by.
    let token: UInt64

    /// The probe that began after this one.
    var next: Probe?
    var stage = Stage.queued
    /// Its command, or the child that looks a name up; 0 for none.
    var pid: Int32 = 0
    /// The status pipe of its command, or -1.
    var status: Int32 = -1
    /// Where its command, or the child that looks a name up, writes.
    var pipe: StreamPipe?
    var connection = Connection()
    /// Addresses that have not been tried, the first of which is being tried.
    var addresses = PackedArray<NetworkAddress>()
    var port: UInt16 = 0
    /// What an HTTP server is asked.
    var request: [UInt8] = []
    /// The first of what its command wrote, or a server.
    var output: [UInt8] = []
    /// How much that was in all.
    var received = 0

    init(
        _ id: InstanceID, _ purpose: ProbePurpose, _ form: ProbeForm, of spec: JobSpec,
        _ number: Int, at now: Instant, token: UInt64
    ) {
        self.id = id
        self.purpose = purpose
        self.form = form
        self.spec = spec
        self.number = number
        began = now
        self.token = token
    }

    /// What the user wrote of the probe.
    var words: [Text] {
        switch purpose {
        case .readiness: spec.readiness?.words ?? []
        case .health: spec.health?.words ?? []
        }
    }

    /// Takes in more of what it says.
    @inline(never)
    func hear(_ bytes: [UInt8]) {
        received += bytes.count
        output.append(bytes, 0..<Self.longestOutput - output.count)
    }

    /// Ends what it has under way, its processes too.
    @inline(never)
    func end(_ epoll: borrowing Epoll) {
        if connection.descriptor >= 0 { epoll.remove(connection.descriptor) }
        connection.close()
        if let pipe {
            epoll.remove(pipe.reading)
            pipe.close()
        }
        pipe = nil
        if status >= 0 { StatusPipe.closeReading(status) }
        status = -1
        if pid != 0 { Signals.send(.kill, toGroup: pid) }
        pid = 0
    }
}
