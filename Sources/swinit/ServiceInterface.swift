import Basics
import Linux

/// What a service is controlled and seen by: its folder `supervise`, and what that says at present.
///
/// A reference, since what happens to one is noted where it is.
final class ServiceInterface {
    /// The job's row.
    let row: Int
    /// The service directory.
    let directory: Text
    /// Which of those that had that path.
    let identity: Int64
    /// Nil while somebody else supervises the service, or after `svc -x`.
    var folder: SuperviseFolder?
    /// What its `status` has.
    var status: [UInt8] = []
    /// It ends once the service is down (svc -x).
    var isLeaving = false
    /// When to open it again; nil for when the service starts.
    var retry: Instant?
    /// That `status` cannot be written was told.
    var isStuck = false

    init(row: Int, directory: Text, identity: Int64) {
        self.row = row
        self.directory = directory
        self.identity = identity
    }
}
