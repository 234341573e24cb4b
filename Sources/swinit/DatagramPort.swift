import Config
import Linux

/// One UDP address of the configuration, with its socket.
final class DatagramPort {
    let address: UDPAddress
    let listens: Bool
    let socket: UDPSocket
    /// The number of the error that the last datagram met; 0 for none.
    var lastError: Int32 = 0

    init(_ address: UDPAddress, listens: Bool, socket: UDPSocket) {
        self.address = address
        self.listens = listens
        self.socket = socket
    }
}
