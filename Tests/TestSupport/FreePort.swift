import Foundation

/// A socket of TCP on a port of loopback that was free.
enum LoopbackSocket {
    /// - Returns: the open socket, not listening yet, and its port.
    static func open() throws -> (number: Int32, port: Int) {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, size) == 0 ? getsockname(number, $0, &size) : -1
            }
        }
        guard answer == 0 else { throw POSIXError(.EADDRINUSE) }
        return (number, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Serves lines one after the other, or each on a thread of its own, until `shut`.
    ///
    /// Only this thread closes the socket: the number of a closed one is given away at once, and
    /// accepting by it takes the lines of whoever has it now.
    static func listen(
        on number: Int32, isParallel: Bool = false,
        serve: @escaping @Sendable (_ line: Int32) -> Void
    ) throws {
        guard Foundation.listen(number, 256) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread.detachNewThread {
            defer { close(number) }
            while true {
                let line = accept(number, nil, nil)
                guard line >= 0 else { return }
                let whole = { @Sendable in
                    serve(line)
                    close(line)
                }
                if isParallel { Thread.detachNewThread(whole) } else { whole() }
            }
        }
    }

    /// Lets nobody in from now on.
    static func shut(_ number: Int32) {
        shutdown(number, Int32(SHUT_RDWR))
    }
}

/// A port of loopback that was free a moment ago.
enum FreePort {
    static func find() throws -> Int {
        let (number, port) = try LoopbackSocket.open()
        close(number)
        return port
    }
}
