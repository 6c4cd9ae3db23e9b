import Foundation
import Synchronization

/// A connection on loopback that sends what it is told, byte for byte.
package final class RawConnection: Sendable {
    private let socket: Int32
    private let isOpen = Mutex(true)

    package init(port: Int) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let answer = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard answer == 0 else {
            close(socket)
            throw POSIXError(.ECONNREFUSED)
        }
    }

    deinit { end() }

    package func end() {
        isOpen.withLock { isOpen in
            if isOpen { close(socket) }
            isOpen = false
        }
    }

    /// Says that nothing more comes, and still listens.
    package func endSending() { _ = shutdown(socket, Int32(SHUT_WR)) }

    package func send(_ text: String) { send(Array(text.utf8)) }

    package func send(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = Foundation.send(
                    socket, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
                    Int32(MSG_NOSIGNAL))
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    /// What comes until the end of a page, of the headers of an answer without one, of the
    /// connection, or of the time.
    package func receive(
        until mark: String = "</html>", withinMilliseconds limit: Int = 60_000
    ) async -> String {
        await Self.offThePool { [self] in
            var text = ""
            while !text.contains(mark) {
                guard let bytes = read(milliseconds: limit), !bytes.isEmpty else { break }
                text += String(decoding: bytes, as: UTF8.self)
            }
            return text
        }
    }

    /// So many bytes, or fewer at the end of the connection or of the time.
    package func receive(bytes count: Int, withinMilliseconds limit: Int = 60_000) async -> [UInt8]
    {
        await Self.offThePool { [self] in
            var bytes: [UInt8] = []
            while bytes.count < count {
                guard let more = read(milliseconds: limit), !more.isEmpty else { break }
                bytes += more
            }
            return bytes
        }
    }

    package func isClosedByPeer(withinSeconds limit: Int) async -> Bool {
        await Self.offThePool { [self] in
            while true {
                guard let bytes = read(milliseconds: limit * 1000) else { return false }
                if bytes.isEmpty { return true }
            }
        }
    }

    /// nil: nothing came in time; empty: the peer has closed.
    private func read(milliseconds: Int) -> [UInt8]? {
        var wait = timeval(
            tv_sec: milliseconds / 1000, tv_usec: suseconds_t(milliseconds % 1000) * 1000)
        setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
        if count < 0 { return errno == EAGAIN ? nil : [] }
        return Array(buffer[..<count])
    }

    /// The server under test runs on the threads of Swift's pool, which nothing may block.
    private static func offThePool<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}
