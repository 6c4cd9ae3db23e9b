import Glibc
import NIOCore

/// What the system does with sockets, none of which ever makes its caller wait.
///
/// A message of a device costs a read and a write; channels of NIO, as all else uses here, took a
/// quarter more of the processor for it.
enum Sockets {
    /// What came of a read.
    enum Reading {
        case bytes(Int)
        /// The peer has said all.
        case ended
        /// Nothing is there.
        case nothing
        case broken
    }

    // MARK: Listening

    /// - Throws: `IOError`, as when the port is in use.
    static func listening(
        at address: SocketAddress, _ kind: Kind, isShared: Bool = false
    ) throws -> CInt {
        let descriptor = try checked(
            socket(
                CInt(address.protocol.rawValue),
                CInt(kind.type.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0),
            "socket")
        do {
            if isShared { try set(descriptor, SOL_SOCKET, SO_REUSEPORT, 1) }
            switch kind {
            case .stream(let unaccepted):
                try set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
                // Connections have it from the socket that accepts them.
                try set(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, 1)
                try bind(descriptor, to: address)
                try checked(listen(descriptor, unaccepted), "listen")
            case .datagrams(let bufferBytes):
                try set(descriptor, SOL_SOCKET, SO_RCVBUF, CInt(clamping: bufferBytes))
                try bind(descriptor, to: address)
            }
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    enum Kind {
        /// - Parameter unaccepted: connections that the system holds until they are accepted.
        case stream(unaccepted: CInt)
        /// - Parameter bufferBytes: of datagrams that were not read yet.
        case datagrams(bufferBytes: Int)

        fileprivate var type: __socket_type {
            switch self {
            case .stream: SOCK_STREAM
            case .datagrams: SOCK_DGRAM
            }
        }
    }

    private static func bind(_ descriptor: CInt, to address: SocketAddress) throws {
        try address.withSockAddr { pointer, size in
            _ = try checked(Glibc.bind(descriptor, pointer, socklen_t(size)), "bind")
        }
    }

    /// Lets further sockets listen on its port, over which the system then spreads connections.
    static func share(_ descriptor: CInt) throws {
        try set(descriptor, SOL_SOCKET, SO_REUSEPORT, 1)
    }

    private static func set(
        _ descriptor: CInt, _ level: CInt, _ option: CInt, _ value: CInt
    ) throws {
        var value = value
        try checked(
            setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<CInt>.size)),
            "setsockopt")
    }

    /// - Parameter port: of a listening socket, as the system chose it.
    static func port(of descriptor: CInt) throws -> Int {
        var peer = Peer()
        try checked(peer.filled { getsockname(descriptor, $0, $1) }, "getsockname")
        return peer.address?.port ?? 0
    }

    /// The next connection, and the address it comes from; nil: there is none.
    ///
    /// - Throws: `IOError`, as when no more files may be open.
    static func accept(_ descriptor: CInt) throws -> (descriptor: CInt, source: String)? {
        var peer = Peer()
        let accepted = peer.filled { Glibc.accept(descriptor, $0, $1) }
        if accepted < 0, [EAGAIN, EINTR, ECONNABORTED].contains(errno) { return nil }
        try checked(accepted, "accept")
        _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
        return (accepted, peer.address?.ipAddress ?? "")
    }

    // MARK: A connection

    static func read(_ descriptor: CInt, into buffer: inout [UInt8]) -> Reading {
        let count = recv(descriptor, &buffer, buffer.count, CInt(MSG_DONTWAIT))
        if count > 0 { return .bytes(count) }
        if count == 0 { return .ended }
        return isLater(errno) ? .nothing : .broken
    }

    /// - Returns: how many bytes the system took; nil: the connection is broken.
    static func write(_ descriptor: CInt, _ bytes: [UInt8]) -> Int? {
        let count = send(
            descriptor, bytes, bytes.count, CInt(MSG_DONTWAIT | MSG_NOSIGNAL))
        if count >= 0 { return count }
        return isLater(errno) ? 0 : nil
    }

    static func close(_ descriptor: CInt) { Glibc.close(descriptor) }

    // MARK: Datagrams

    /// - Parameter buffer: holds the longest one.
    /// - Returns: where it comes from and how long it is; nil: there is none.
    static func readDatagram(
        _ descriptor: CInt, into buffer: inout [UInt8]
    ) -> (source: SocketAddress, count: Int)? {
        var peer = Peer()
        let count = buffer.withUnsafeMutableBytes { buffer in
            peer.filled {
                recvfrom(
                    descriptor, buffer.baseAddress, buffer.count, CInt(MSG_DONTWAIT),
                    $0, $1)
            }
        }
        guard count >= 0, let source = peer.address else { return nil }
        return (source, count)
    }

    /// What cannot be delivered is asked for again by its device.
    static func writeDatagram(_ descriptor: CInt, _ bytes: [UInt8], to address: SocketAddress) {
        address.withSockAddr { pointer, size in
            _ = sendto(
                descriptor, bytes, bytes.count, CInt(MSG_DONTWAIT), pointer,
                socklen_t(size))
        }
    }

    private static func isLater(_ number: CInt) -> Bool { number == EAGAIN || number == EINTR }

    /// - Throws: `IOError` of the call that failed.
    @discardableResult
    static func checked(_ result: CInt, _ call: String) throws -> CInt {
        guard result >= 0 else { throw IOError(errnoCode: errno, reason: call) }
        return result
    }

    /// An address that the system writes.
    private struct Peer {
        private var storage = sockaddr_storage()

        mutating func filled<Result>(
            _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
        ) -> Result {
            var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
            return withUnsafeMutablePointer(to: &storage) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &size) }
            }
        }

        /// Nil: of no family that devices have.
        var address: SocketAddress? {
            withUnsafeBytes(of: storage) { bytes in
                switch CInt(storage.ss_family) {
                case AF_INET: SocketAddress(bytes.load(as: sockaddr_in.self))
                case AF_INET6: SocketAddress(bytes.load(as: sockaddr_in6.self))
                default: nil
                }
            }
        }
    }
}
