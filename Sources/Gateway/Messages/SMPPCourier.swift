import Domain
import NIOCore
import NIOPosix
import Wire

/// Hands short messages to a centre by SMPP 3.4: binds, submits what waits, unbinds.
///
/// Messages that are sent together share one session, as centres count them. A centre that has no
/// room is asked again a little later.
package actor SMPPCourier {
    private struct Waiting {
        let to: String
        let text: String
        let done: CheckedContinuation<Void, any Error>
    }

    private let centre: SMPPCentre
    /// Before a message is tried again for which the centre had no room; then twice as long.
    private let pause: Duration
    private let answerMilliseconds: Int64
    private var waiting: [Waiting] = []
    private var isRunning = false
    private var reference = UInt8.random(in: 0...255)

    private static let connectSecondsMax: Int64 = 5
    private static let triesMax = 4

    package init(
        _ centre: SMPPCentre, pause: Duration = .seconds(1), answerMilliseconds: Int64 = 10_000
    ) {
        self.centre = centre
        self.pause = pause
        self.answerMilliseconds = answerMilliseconds
    }

    /// Sends one text and waits until the centre has all parts of it.
    ///
    /// - Throws: `.unavailable` with the centre's reason.
    package func send(_ text: String, to number: String) async throws {
        try await withCheckedThrowingContinuation { done in
            waiting.append(Waiting(to: number, text: text, done: done))
            guard !isRunning else { return }
            isRunning = true
            Task { await run() }
        }
    }

    private func run() async {
        while !waiting.isEmpty {
            do {
                try await converse()
            } catch {
                let problem =
                    (error as? Problem)
                    ?? Problem(.unavailable, "Không nối được cổng SMS: \(error)")
                // Whoever still waits is told why, and tries again by itself.
                let failed = waiting
                waiting = []
                for message in failed { message.done.resume(throwing: problem) }
            }
        }
        isRunning = false
    }

    /// One session, until nobody waits.
    private func converse() async throws {
        let patience = answerMilliseconds
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(Self.connectSecondsMax))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        let begin = { @Sendable (channel: any Channel) in
            channel.eventLoop.makeCompletedFuture {
                let session = SMPPSession()
                try channel.pipeline.syncOperations.addHandler(session)
                return SMPPLine(
                    channel: channel,
                    session: NIOLoopBound(session, eventLoop: channel.eventLoop),
                    answerMilliseconds: patience)
            }
        }
        // A number needs no name looked up, which waits for a thread of the system's.
        let line =
            if let address = try? SocketAddress(ipAddress: centre.host, port: centre.port) {
                try await bootstrap.connect(to: address, channelInitializer: begin)
            } else {
                try await bootstrap.connect(
                    host: centre.host, port: centre.port, channelInitializer: begin)
            }
        do {
            try await submitAll(line)
        } catch {
            try? await line.channel.close()
            throw error
        }
        _ = try? await line.ask(.unbind)
        try? await line.channel.close()
    }

    private func submitAll(_ line: SMPPLine) async throws {
        let bound = try await line.ask(
            .bind(SMPPBind(system: centre.user, password: centre.password)))
        guard bound.status == .ok else {
            throw Problem(.unavailable, "Cổng SMS không cho vào: \(bound.status.name).")
        }
        while let message = waiting.first {
            let refusal = try await submit(message, line)
            waiting.removeFirst()
            if let refusal {
                message.done.resume(throwing: refusal)
            } else {
                message.done.resume()
            }
        }
    }

    /// - Returns: why the centre does not want this message; others may still go.
    private func submit(_ message: Waiting, _ line: SMPPLine) async throws -> Problem? {
        reference &+= 1
        let parts = SMPPText.messages(
            message.text, from: centre.source, to: SMPPCentre.telephone(message.to),
            reference: reference)
        for part in parts {
            var tries = 1
            while true {
                let status = try await line.ask(.submit(part)).status
                if status == .ok { break }
                guard status.isForLater, tries < Self.triesMax else {
                    return Problem(.unavailable, "Cổng SMS không nhận tin: \(status.name).")
                }
                try await Task.sleep(for: pause * (1 << (tries - 1)))
                tries += 1
                // The line may have gone meanwhile.
                _ = try await line.ask(.enquireLink)
            }
        }
        return nil
    }
}
