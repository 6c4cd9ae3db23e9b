import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Takes requests on loopback one after the other, keeps them, and answers as it is told.
package final class FakeHTTPServer: Sendable {
    package let port: Int
    private let heard = Mutex<[String]>([])
    private let socketNumber: Int32
    private let statuses: Mutex<[Int]>

    /// - Parameter statuses: of the answers in their order; the last one goes on.
    package init(statuses: [Int] = [200]) throws {
        let (socketNumber, port) = try LoopbackSocket.open()
        self.port = port
        self.socketNumber = socketNumber
        self.statuses = Mutex(statuses)
        try LoopbackSocket.listen(on: socketNumber) { [self] line in serve(line) }
    }

    /// Whole requests, heads and bodies.
    package var requests: [String] { heard.withLock { $0 } }

    package func end() { LoopbackSocket.shut(socketNumber) }

    private func serve(_ line: Int32) {
        heard.withLock { $0.append(Self.read(line)) }
        let status = statuses.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? 200 }
        let answer = "HTTP/1.1 \(status) X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        _ = answer.withCString { send(line, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
    }

    private static func read(_ line: Int32) -> String {
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(line, &buffer, buffer.count, 0)
            guard count > 0 else { return text }
            text += String(decoding: buffer[..<count], as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let head = text[..<end.lowerBound].lowercased()
            let length = head.firstMatch(of: /content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
            if text[end.upperBound...].utf8.count >= length { return text }
        }
    }
}
