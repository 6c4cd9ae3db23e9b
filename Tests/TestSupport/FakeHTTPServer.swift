import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Takes requests on loopback, keeps them, and answers as it is told.
package final class FakeHTTPServer: Sendable {
    package struct Heard: Sendable {
        /// Connections, whether they said something or not.
        package var lines = 0
        /// Whole requests, heads and bodies.
        package var requests: [String] = []
        /// How many waited for their answers at once, at most.
        package var waitingMost = 0
        fileprivate var waiting = 0
    }

    private struct Listener {
        let isSo: @Sendable (Heard) -> Bool
        let done: CheckedContinuation<Void, Never>
    }

    private struct Kept {
        var heard = Heard()
        var listeners: [Listener] = []
    }

    package let port: Int
    private let socketNumber: Int32
    private let statuses: Mutex<[Int]>
    private let holds: @Sendable (String) -> Bool
    private let kept = Mutex(Kept())
    private let gate = NSCondition()
    private let isReleased = Mutex(false)

    /// - Parameters:
    ///   - statuses: of the answers in their order; the last one goes on.
    ///   - holds: requests that get no answer until `release`.
    package init(
        statuses: [Int] = [200], holds: @escaping @Sendable (String) -> Bool = { _ in false }
    ) throws {
        let (socketNumber, port) = try LoopbackSocket.open()
        self.port = port
        self.socketNumber = socketNumber
        self.statuses = Mutex(statuses)
        self.holds = holds
        try LoopbackSocket.listen(on: socketNumber, isParallel: true) { [self] in serve($0) }
    }

    package var heard: Heard { kept.withLock { $0.heard } }
    package var requests: [String] { heard.requests }

    /// Waits until it is so.
    package func heard(once isSo: @escaping @Sendable (Heard) -> Bool) async {
        await withCheckedContinuation { done in
            let isSoNow = kept.withLock { kept in
                if isSo(kept.heard) { return true }
                kept.listeners.append(Listener(isSo: isSo, done: done))
                return false
            }
            if isSoNow { done.resume() }
        }
    }

    /// Answers what was held, and holds nothing from now on.
    package func release() {
        isReleased.withLock { $0 = true }
        gate.lock()
        gate.broadcast()
        gate.unlock()
    }

    package func end() {
        release()
        LoopbackSocket.shut(socketNumber)
    }

    private func serve(_ line: Int32) {
        note { $0.lines += 1 }
        let request = Self.read(line)
        note { heard in
            heard.requests.append(request)
            heard.waiting += 1
            heard.waitingMost = max(heard.waitingMost, heard.waiting)
        }
        if holds(request) { wait() }
        note { $0.waiting -= 1 }
        let status = statuses.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? 200 }
        let answer = "HTTP/1.1 \(status) X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        _ = answer.withCString { send(line, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
    }

    private func note(_ change: (inout Heard) -> Void) {
        let done = kept.withLock { kept in
            change(&kept.heard)
            let told = kept.listeners.filter { $0.isSo(kept.heard) }
            kept.listeners.removeAll { $0.isSo(kept.heard) }
            return told
        }
        for listener in done { listener.done.resume() }
    }

    private func wait() {
        gate.lock()
        while !isReleased.withLock({ $0 }) { gate.wait() }
        gate.unlock()
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
