import Foundation
import Synchronization

/// A connection on loopback that sends what it is told, byte for byte.
package final class RawConnection: Sendable {
    private let socket: Int32
    private let isOpen = Mutex(true)

    /// - Parameter bufferBytes: what the system holds of each direction; nil: as much as it likes.
    package init(port: Int, bufferBytes: Int32? = nil) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if let bufferBytes {
            for option in [SO_RCVBUF, SO_SNDBUF] { set(option, bufferBytes) }
        }
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

    private func set<Value: BitwiseCopyable>(_ option: Int32, _ value: Value) {
        var value = value
        setsockopt(socket, SOL_SOCKET, option, &value, socklen_t(MemoryLayout<Value>.size))
    }

    /// Ends without a word, as a device that loses its power.
    package func tear() {
        set(SO_LINGER, linger(l_onoff: 1, l_linger: 0))
        end()
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

    /// Sends the same again and again until the peer has stopped reading.
    ///
    /// - Parameter hasStopped: is asked with how often it was sent whole, when the peer took
    ///   nothing for a second.
    /// - Returns: how often it was sent whole.
    package func send(
        _ bytes: [UInt8], atMost most: Int, until hasStopped: @Sendable @escaping (Int) -> Bool
    ) async -> Int {
        await Self.offThePool { [self] in
            for count in 0..<most {
                var left = bytes[...]
                while !left.isEmpty {
                    let sent = left.withUnsafeBytes {
                        Foundation.send(
                            socket, $0.baseAddress, $0.count,
                            Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
                    }
                    if sent > 0 { left = left.dropFirst(sent) }
                    guard sent <= 0 else { continue }
                    var room = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
                    if poll(&room, 1, 1_000) == 0, hasStopped(count) { return count }
                }
            }
            return most
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
        set(
            SO_RCVTIMEO,
            timeval(tv_sec: milliseconds / 1000, tv_usec: suseconds_t(milliseconds % 1000) * 1000))
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
