public import Basics

/// What a request asks for: `http://HOST[:PORT][/PATH]`.
public struct HTTPTarget: Equatable, Sendable {
    /// Where the connection goes to; port 80 where none is written.
    public var endpoint: Endpoint
    /// What the request's `Host` says: the host and, where it is written, the port.
    public var host: Text
    /// What the request's first line asks for: the path and the query, at least `/`.
    public var path: Text

    /// What every URL begins with.
    private static let scheme: StaticString = "http://"

    /// Reads `url`; nil for anything else, such as one with a user, a blank or a control character.
    @inline(never)
    public init?(_ url: Text) {
        guard url.hasPrefix("\(Self.scheme)") else { return nil }
        for byte in url.bytes where byte <= 32 || byte >= 127 { return nil }
        let rest = url.dropFirst(Self.scheme.utf8CodeUnitCount).split(at: 35)[0]
        let slash = rest.firstIndex(of: 47) ?? rest.count
        let end = min(slash, rest.firstIndex(of: 63) ?? rest.count)
        host = rest.slice(0..<end)
        path = rest.dropFirst(end)
        if path.bytes.first != 47 { path = "/\(path)" }
        let colon = host.lastIndex(of: 58) ?? -1
        let hasPort = colon > (host.lastIndex(of: 93) ?? -1)
        guard let endpoint = Endpoint(hasPort ? host : "\(host):80") else { return nil }
        self.endpoint = endpoint
    }
}
