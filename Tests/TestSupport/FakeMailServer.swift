import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Takes one letter on loopback as a mail server does, and keeps what was said.
package final class FakeMailServer: Sendable {
    package let port: Int
    private let heard = Mutex<[String]>([])
    private let socketNumber: Int32

    /// - Parameter refusal: answer to the recipient instead of 250.
    package init(refusal: String? = nil) throws {
        let (socketNumber, port) = try LoopbackSocket.open()
        guard listen(socketNumber, 1) == 0 else { throw POSIXError(.EADDRINUSE) }
        self.port = port
        self.socketNumber = socketNumber
        Thread.detachNewThread { [self] in serve(refusal) }
    }

    /// Lines that the client sent, the letter's among them.
    package var lines: [String] { heard.withLock { $0 } }

    private func serve(_ refusal: String?) {
        let peer = accept(socketNumber, nil, nil)
        defer {
            close(peer)
            close(socketNumber)
        }
        say("220 fake", to: peer)
        var pending = ""
        var isLetter = false
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(peer, &buffer, buffer.count)
            guard count > 0 else { return }
            pending += String(decoding: buffer[..<count], as: UTF8.self)
            while let end = pending.range(of: "\r\n") {
                let line = String(pending[..<end.lowerBound])
                pending.removeSubrange(..<end.upperBound)
                heard.withLock { $0.append(line) }
                if isLetter {
                    if line == "." {
                        isLetter = false
                        say("250 taken", to: peer)
                    }
                    continue
                }
                switch line.prefix(4) {
                case "RCPT": say(refusal ?? "250 ok", to: peer)
                case "DATA":
                    isLetter = true
                    say("354 go", to: peer)
                case "QUIT":
                    say("221 bye", to: peer)
                    return
                default: say("250 ok", to: peer)
                }
            }
        }
    }

    private func say(_ words: String, to peer: Int32) {
        let bytes = Array("\(words)\r\n".utf8)
        _ = write(peer, bytes, bytes.count)
    }
}
