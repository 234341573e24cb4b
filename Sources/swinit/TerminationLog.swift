import Basics
import Linux

/// The file in which Kubernetes looks for the reason of a container's failure
/// (terminationMessagePath).
enum TerminationLog {
    private static let path: Text = "/dev/termination-log"
    /// What Kubernetes reads of it.
    private static let longest = 4096

    /// Writes `reason` where there is such a file.
    @inline(never)
    static func write(_ reason: Text) {
        do throws(SystemError) {
            try Files.overwrite(path, with: reason.slice(0..<longest))
        } catch {
            // There is no such file outside of Kubernetes; there is nobody else to tell.
        }
    }
}
