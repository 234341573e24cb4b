public import Basics

/// What an HTTP server is asked (RFC 9112, 3).
public enum HTTPRequest {
    /// A request for `path` of the server that calls itself `host`, after which the connection ends.
    @inline(never)
    public static func get(_ path: Text, host: Text) -> [UInt8] {
        ("""
        GET \(path) HTTP/1.1\r
        Host: \(host)\r
        User-Agent: swinit\r
        Accept: */*\r
        Connection: close\r
        \r

        """ as Text).bytes
    }
}
