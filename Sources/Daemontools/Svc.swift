import Basics
import CLinux
import Linux

/// `svc [-udopchaitkx] DIR...`: tells the supervisors of service directories what to do.
enum Svc {
    @inline(never)
    static func run(_ words: [Text]) throws(Stop) {
        let tool = Tool.svc
        var options = ToolOptions(tool, words, "udopchaitkx")
        var commands: [UInt8] = []
        while let letter = options.next() {
            if letter == ToolOptions.problem {
                tool.tell(
                    """
                    svc options: u up, d down, o once, x exit, p pause, c continue, h hup, \
                    a alarm, i interrupt, t term, k kill
                    """)
                throw Stop(status: Stop.usage)
            }
            if !commands.contains(letter) { commands.append(letter) }
        }
        // A supervisor that ends between the opening and the writing must not end us.
        _ = swinit_set_mask(1 << 12, nil)
        let start = try tool.workingDirectory("unable to open current directory")
        for index in options.index..<max(options.index, words.count) {
            if let error = Own.enter(start) { throw tool.fatal("unable to set directory", error) }
            let folder = words[index]
            if let error = Own.enter(folder) {
                tool.warn("unable to chdir to", folder, error)
            } else {
                send(commands, folder)
            }
        }
    }

    /// Writes the commands, waiting for room: a supervisor reads them one after the other.
    @inline(never)
    private static func send(_ commands: [UInt8], _ folder: Text) {
        do throws(SystemError) {
            let control = try FileDescriptor.writing("supervise/control")
            guard !commands.isEmpty else { return }
            while true {
                do throws(SystemError) {
                    _ = try control.write(commands)
                    return
                } catch {
                    guard error.isFull else {
                        Tool.svc.warn("error writing commands to", folder, error)
                        return
                    }
                    swinit_wait_output(control.rawValue)
                }
            }
        } catch {
            if error.isNobody {
                Tool.svc.warn("unable to control", "\(folder): supervise not running", nil)
            } else {
                Tool.svc.warn("unable to control", folder, error)
            }
        }
    }
}
