import Basics
import Config
import Testing

/// Addresses and URLs of probes.
struct EndpointTests {
    @Test(arguments: [
        ("127.0.0.1:80", "127.0.0.1", [127, 0, 0, 1], 80),
        ("0.0.0.0:65535", "0.0.0.0", [0, 0, 0, 0], 65535),
        ("[::1]:1", "::1", [UInt8](repeating: 0, count: 15) + [1], 1),
        ("[::]:1", "::", [UInt8](repeating: 0, count: 16), 1),
        (
            "[2001:db8::A:1]:443", "2001:db8::A:1",
            [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x0a, 0, 1], 443
        ),
        (
            "[1:2:3:4:5:6:7:8]:9", "1:2:3:4:5:6:7:8",
            [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8], 9
        ),
        ("[1::]:9", "1::", [0, 1] + [UInt8](repeating: 0, count: 14), 9),
        (
            "[::ffff:1.2.3.4]:9", "::ffff:1.2.3.4",
            [UInt8](repeating: 0, count: 10) + [255, 255, 1, 2, 3, 4], 9
        ),
        ("localhost:80", "localhost", [], 80), ("db-1.x_y.svc.:5432", "db-1.x_y.svc.", nil, 0),
        ("db-1.x_y.svc:5432", "db-1.x_y.svc", [], 5432), ("4you:00080", "4you", [], 80),
    ])
    func `an address or a name has a port`(
        text: String, host: String, address: [UInt8]?, port: UInt16
    ) {
        let endpoint = Endpoint(Text(text))
        guard let address else {
            // A dot at the end is one of the name.
            #expect(endpoint?.address == [])
            return
        }
        #expect(endpoint?.host.string == host)
        #expect(endpoint?.address == address)
        #expect(endpoint?.port == port)
    }

    @Test(arguments: [
        "", ":", "80", ":80", "a", "a:", "a:0", "a:65536", "a:-1", "a:x", "a:+1",
        "1.2.3:80", "1.2.3.256:80", "1.2.3.4.5:80", "01.2.3.4:80", "12:80", "a.1:80",
        "a b:80", "a/b:80", "a@b:80", "é:80", "::1:80", "[::1]", "[::1:80", "::1]:80",
        "[]:80", "[:]:80", "[:::]:80", "[1::2::3]:80", "[1:2:3:4:5:6:7]:80",
        "[1:2:3:4:5:6:7:8:9]:80", "[::1:2:3:4:5:6:7:8]:80", "[12345::]:80", "[g::]:80",
        "[1.2.3.4]:80", "[1.2.3.4::]:80", "[::1%eth0]:80", "[:1]:80", "[1:]:80", "[fe80::1]80",
    ])
    func `anything else is none`(text: String) {
        #expect(Endpoint(Text(text)) == nil)
    }

    @Test func `a name is at most as long as DNS has it`() {
        let name = String(repeating: "a", count: 253)
        #expect(Endpoint(Text(name + ":1")) != nil)
        #expect(Endpoint(Text(name + "a:1")) == nil)
    }

    @Test(arguments: [
        ("http://a", "a", 80, "a", "/"), ("http://a/", "a", 80, "a", "/"),
        ("http://a:8080/b/c?d=e&f", "a", 8080, "a:8080", "/b/c?d=e&f"),
        ("http://a?b", "a", 80, "a", "/?b"), ("http://a/b#c", "a", 80, "a", "/b"),
        ("http://a#c", "a", 80, "a", "/"), ("http://[::1]", "::1", 80, "[::1]", "/"),
        ("http://[::1]:81/x:y@z", "::1", 81, "[::1]:81", "/x:y@z"),
        ("http://127.0.0.1:1//", "127.0.0.1", 1, "127.0.0.1:1", "//"),
    ])
    func `a URL says where to ask and for what`(
        text: String, name: String, port: UInt16, host: String, path: String
    ) {
        let target = HTTPTarget(Text(text))
        #expect(target?.endpoint.host.string == name)
        #expect(target?.endpoint.port == port)
        #expect(target?.host.string == host)
        #expect(target?.path.string == path)
    }

    @Test(arguments: [
        "", "a", "http:", "http://", "http:///x", "https://a", "ftp://a", "http://u@a",
        "http://a b",
        "http://a/\r\nX: y", "http://a/é", "http://a/\u{7f}", "http://a:x", "http://::1",
        "http://a:80:80", "HTTP://a",
    ])
    func `anything else is no URL`(text: String) {
        #expect(HTTPTarget(Text(text)) == nil)
    }
}
