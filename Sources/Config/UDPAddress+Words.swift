public import Basics

extension UDPAddress: Renderable {
    /// The form that the configuration file reads.
    public func render(into bytes: inout [UInt8]) {
        let place: Text = "\(Self.scheme)\(Self.dotted(host)):\(UInt32(port))"
        place.render(into: &bytes)
        if !interface.isEmpty { ("@\(interface)" as Text).render(into: &bytes) }
    }

    /// An IPv4 address in four parts: `127.0.0.1`.
    @inline(never)
    public static func dotted(_ host: UInt32) -> Text {
        "\(host >> 24).\(host >> 16 & 255).\(host >> 8 & 255).\(host & 255)"
    }
}
