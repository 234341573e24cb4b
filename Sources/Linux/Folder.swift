public import Basics
import CLinux

/// What stands in a directory.
public enum Folder {
    /// The names in `path`, `.` and `..` included, at most `limit`, in the directory's own order
    /// (getdents64(2)).
    @inline(never)
    public static func names(in path: Text, atMost limit: Int) throws(SystemError) -> [Text] {
        let folder = try FileDescriptor.reading(path)
        let file = folder.rawValue
        var size: Int64 = 0
        guard try system({ unsafe swinit_is_directory(file, &size) }) != 0 else {
            throw SystemError(number: ENOTDIR)
        }
        var names: [Text] = []
        unsafe withUnsafeTemporaryAllocation(byteCount: 8192, alignment: 8) { buffer in
            var offset: Int32 = 0
            var filled: Int32 = 0
            while names.count < limit,
                let name = unsafe swinit_next_entry(
                    file, buffer.baseAddress, 8192, &offset, &filled)
            {
                unsafe names.append(Text(cString: name))
            }
        }
        return names
    }
}
