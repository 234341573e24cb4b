public import Basics
import CLinux

/// What `/proc` says of processes; everything here answers nothing where it is not mounted.
public enum ProcessTable {
    /// More processes than this are not looked at.
    private static let limit = 1 << 20

    /// Whether `pid` catches `signal` (SigCgt of proc_pid_status(5)); nil without `/proc`.
    public static func catches(_ signal: Signal, pid: Int32) -> Bool? {
        guard let status = read("/proc/\(pid)/status") else { return nil }
        for line in status.split(at: 10) where line.hasPrefix("SigCgt:") {
            var bits: UInt64 = 0
            for byte in line.slice(7..<line.count).bytes {
                switch byte {
                case 48...57: bits = bits << 4 | UInt64(byte - 48)
                case 97...102: bits = bits << 4 | UInt64(byte - 87)
                case 32, 9: continue
                default: return nil
                }
            }
            return SignalSet(bits: bits).contains(signal)
        }
        return nil
    }

    /// Every process below `ancestor`, by parent pid; nil without `/proc`.
    public static func descendants(of ancestor: Int32) -> PackedArray<Int32>? {
        var parents = PackedArray<Int32>()
        guard let all = allProcesses() else { return nil }
        for pid in all { parents.append(parent(of: pid) ?? 0) }
        // Those that were found are the next whose children are looked for.
        var found = PackedArray<Int32>()
        var next = 0
        var parent = ancestor
        while true {
            for index in all.indices
            where parents[index] == parent && !found.contains(all[index]) {
                found.append(all[index])
            }
            guard next < found.count else { return found }
            parent = found[next]
            next += 1
        }
    }

    private static func allProcesses() -> PackedArray<Int32>? {
        do throws(SystemError) {
            let folder = try FileDescriptor.reading("/proc")
            return unsafe withUnsafeTemporaryAllocation(byteCount: 8192, alignment: 8) { buffer in
                var found = PackedArray<Int32>()
                var offset: Int32 = 0
                var filled: Int32 = 0
                while found.count < limit {
                    let pid = unsafe swinit_next_process(
                        folder.rawValue, buffer.baseAddress, 8192, &offset, &filled)
                    if pid <= 0 { break }
                    found.append(pid)
                }
                return found
            }
        } catch {
            return nil
        }
    }

    /// The fourth field of proc_pid_stat(5), behind the name, which may hold anything.
    private static func parent(of pid: Int32) -> Int32? {
        guard let stat = read("/proc/\(pid)/stat"), let end = stat.lastIndex(of: 41) else {
            return nil
        }
        let fields = stat.slice(end + 2..<stat.count).split(at: 32)
        return fields.count > 1 ? fields[1].decimal.flatMap { Int32(exactly: $0) } : nil
    }

    @inline(never)
    private static func read(_ path: Text) -> Text? {
        do throws(Files.ReadFailure) {
            return Text(try Files.read(path, atMost: 65_536))
        } catch {
            return nil
        }
    }
}
