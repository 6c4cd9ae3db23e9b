import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A centre of short messages on loopback that speaks SMPP, by words of its own, and keeps what came.
package final class FakeMessageCentre: Sendable {
    package struct Message: Sendable, Equatable {
        package let from: String
        package let to: String
        package let messageClass: UInt8
        package let coding: UInt8
        package let bytes: [UInt8]

        /// Without the header of a part.
        package var text: String {
            let body = messageClass & 0x40 == 0 ? bytes[...] : bytes.dropFirst(Int(bytes[0]) + 1)
            guard coding == 8 else { return String(decoding: body, as: UTF8.self) }
            let units = stride(from: body.startIndex, to: body.endIndex - 1, by: 2).map {
                UInt16(body[$0]) << 8 | UInt16(body[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
    }

    package struct Heard: Sendable {
        /// `user:password`
        package var binds: [String] = []
        package var messages: [Message] = []
        package var enquiries = 0
        package var unbinds = 0
        /// Answers to what the centre asked, as commands.
        package var answers: [UInt32] = []
    }

    package let port: Int
    private let socketNumber: Int32
    private let bindStatus: UInt32
    private let statuses: Mutex<[UInt32]>
    private let asks: Bool
    private let isSilent: Bool
    private let kept = Mutex(Heard())
    private let news = NSCondition()

    /// - Parameters:
    ///   - submits: answers to messages in their order; the last one goes on.
    ///   - asks: whether it enquires for the link, and sends what nobody asked for, with each bind.
    ///   - isSilent: whether it takes connections and says nothing.
    package init(
        bind: UInt32 = 0, submits: [UInt32] = [0], asks: Bool = false, isSilent: Bool = false
    ) throws {
        (socketNumber, port) = try LoopbackSocket.open()
        bindStatus = bind
        statuses = Mutex(submits)
        self.asks = asks
        self.isSilent = isSilent
        try LoopbackSocket.listen(on: socketNumber) { [self] line in serve(line) }
    }

    package var heard: Heard { kept.withLock { $0 } }

    /// What was heard once it is so, or after five seconds.
    package func heard(once isSo: (Heard) -> Bool) -> Heard {
        let end = Date(timeIntervalSinceNow: 5)
        news.lock()
        while !isSo(heard), news.wait(until: end) {}
        news.unlock()
        return heard
    }

    package func end() { LoopbackSocket.shut(socketNumber) }

    private func serve(_ line: Int32) {
        while let head = read(16, from: line) {
            let number = { (place: Int) in
                head[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            }
            let (command, sequence) = (number(4), number(12))
            guard let body = read(Int(number(0)) - 16, from: line) else { return }
            if isSilent { continue }
            defer {
                news.lock()
                news.broadcast()
                news.unlock()
            }
            switch command {
            case 2:
                var rest = body[...]
                let name = [text(&rest), text(&rest)].joined(separator: ":")
                kept.withLock { $0.binds.append(name) }
                let system: [UInt8] = bindStatus == 0 ? Array("fake".utf8) + [0] : []
                say(0x8000_0002, bindStatus, sequence, system, to: line)
                guard asks else { continue }
                say(0x15, 0, 900, [], to: line)
                say(0x05, 0, 901, [1, 2, 3], to: line)
            case 4:
                let status = statuses.withLock {
                    $0.count > 1 ? $0.removeFirst() : $0.first ?? 0
                }
                if status == 0 { kept.withLock { $0.messages.append(message(body)) } }
                let id: [UInt8] = status == 0 ? Array("7".utf8) + [0] : []
                say(0x8000_0004, status, sequence, id, to: line)
            case 0x15:
                kept.withLock { $0.enquiries += 1 }
                say(0x8000_0015, 0, sequence, [], to: line)
            case 6:
                kept.withLock { $0.unbinds += 1 }
                say(0x8000_0006, 0, sequence, [], to: line)
                return
            default: kept.withLock { $0.answers.append(command) }
            }
        }
    }

    private func message(_ body: [UInt8]) -> Message {
        var rest = body[...]
        _ = text(&rest)
        rest.removeFirst(2)
        let from = text(&rest)
        rest.removeFirst(2)
        let to = text(&rest)
        let messageClass = rest.removeFirst()
        rest.removeFirst(2)
        for _ in 0..<2 { _ = text(&rest) }
        rest.removeFirst(2)
        let coding = rest.removeFirst()
        rest.removeFirst(2)
        return Message(
            from: from, to: to, messageClass: messageClass, coding: coding, bytes: Array(rest))
    }

    private func text(_ rest: inout ArraySlice<UInt8>) -> String {
        let bytes = rest.prefix { $0 != 0 }
        rest = rest.dropFirst(bytes.count + 1)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func read(_ count: Int, from line: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var buffer = [UInt8](repeating: 0, count: count - bytes.count)
            let got = recv(line, &buffer, buffer.count, 0)
            guard got > 0 else { return nil }
            bytes += buffer[..<got]
        }
        return bytes
    }

    private func say(
        _ command: UInt32, _ status: UInt32, _ sequence: UInt32, _ body: [UInt8], to line: Int32
    ) {
        let bytes =
            [UInt32(16 + body.count), command, status, sequence].flatMap { number in
                [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
            } + body
        // In two pieces, as a network may cut it.
        _ = send(line, bytes, 5, Int32(MSG_NOSIGNAL))
        let rest = Array(bytes[5...])
        _ = send(line, rest, rest.count, Int32(MSG_NOSIGNAL))
    }
}
