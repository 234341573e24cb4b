import Basics
import Testing
import Wire

@Suite struct HTTPStatusTests {
    @Test(
        arguments: [
            ("HTTP/1.1 200 OK\r\n", 200), ("HTTP/1.0 404 Not Found\r\n", 404),
            ("HTTP/1.1 204 \r\n", 204), ("HTTP/1.1 503\r\n", 503), ("HTTP/1.1 399\n", 399),
            ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK", 100),
        ] as [(Text, Int)]) func `a status line has a code`(line: Text, code: Int)
    {
        #expect(HTTPStatus(line.bytes) == .code(code))
    }

    @Test func `a line that has not come whole is waited for`() {
        let line: Text = "HTTP/1.1 200 "
        for count in 0..<line.count {
            #expect(HTTPStatus(line.slice(0..<count).bytes) == .incomplete)
        }
        #expect(HTTPStatus(line.bytes) == .code(200))
    }

    @Test(
        arguments: [
            "X", "HTTP/2 200 OK\r\n", "HTTP/1.x 200 OK\r\n", "HTTP/1.1200 OK\r\n",
            "HTTP/1.1 2000 OK\r\n",
            "HTTP/1.1 20x OK\r\n", "HTTP/1.1 099 OK\r\n", "HTTP/1.1 600 OK\r\n",
            "HTTP/1.1 +20 OK\r\n",
            "HTTP/1.1\r\n", "http/1.1 200 OK\r\n", "\r\nHTTP/1.1 200 OK\r\n",
            "SSH-2.0-OpenSSH_9.2\r\n",
        ] as [Text]) func `anything else is no answer`(line: Text)
    {
        #expect(HTTPStatus(line.bytes) == .malformed)
    }

    @Test(arguments: [
        (199, false), (200, true), (204, true), (301, true), (399, true), (400, false),
        (503, false),
    ]) func `200 to 399 is good`(code: Int, isGood: Bool) {
        #expect(HTTPStatus.code(code).isGood == isGood)
        #expect(!HTTPStatus.incomplete.isGood && !HTTPStatus.malformed.isGood)
    }
}
