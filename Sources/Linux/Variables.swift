public import Basics
import CLinux

/// Single variables of the environment that swinit was started with.
public enum Variables {
    /// The entries `NAME=VALUE` that begin with one of `prefixes`; the others are never copied.
    public static func beginning(with prefixes: [StaticString]) -> [Text] {
        var found: [Text] = []
        guard var next = unsafe swinit_environment() else { return found }
        while let entry = unsafe next.pointee {
            for prefix in prefixes where unsafe begins(entry, with: prefix) {
                unsafe found.append(Text(cString: entry))
            }
            unsafe next += 1
        }
        return found
    }

    private static func begins(
        _ entry: UnsafeMutablePointer<CChar>, with prefix: StaticString
    ) -> Bool {
        prefix.withUTF8Buffer { wanted in
            for index in wanted.indices {
                // The NUL at the entry's end differs from every byte of the prefix.
                guard unsafe UInt8(bitPattern: entry[index]) == wanted[index] else { return false }
            }
            return true
        }
    }
}
