import Basics
import Linux
import Testing

@testable import Daemontools

@Suite struct ErrorWordsTests {
    @Test(
        arguments: [
            (1, "permission denied"), (2, "file does not exist"), (11, "temporary failure"),
            (13, "access denied"), (21, "is a directory"), (28, "out of disk space"),
            (40, "symbolic link loop"), (95, "operation not supported"),
            (116, "stale NFS file handle"), (122, "disk quota exceeded"), (0, "unknown error"),
            (-1, "unknown error"), (41, "unknown error"), (4096, "unknown error"),
        ] as [(Int32, Text)])
    func `are daemontools' own`(number: Int32, words: Text) {
        #expect(ErrorWords.of(SystemError(number: number)) == words)
    }
}
