import Dispatch
import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing
import Wire

/// The receiver as a process of its own, ended as by a power cut while devices send.
@Suite(.serialized) struct `A receiver that is killed` {
    private static let devices = 8
    private static let firstNumber = 0xA0_0001

    private struct Sent: Hashable {
        let number: String
        let sequence: Int
    }

    /// What all devices had acknowledged.
    private final class Tally: Sendable {
        private let all = Mutex<Set<Sent>>([])

        var sent: Set<Sent> { all.withLock { $0 } }

        /// Returns how many there are.
        func add(_ sent: Sent) -> Int {
            all.withLock { all in
                all.insert(sent)
                return all.count
            }
        }
    }

    private static func number(_ device: Int) -> String {
        String(firstNumber + device, radix: 16, uppercase: true)
    }

    private func makeStore() async throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "canhlua-alarm-kill-\(UUID().uuidString).sqlite").path
        let database = try await Database.open(.sqlite(path: path), clock: RealClock.now)
        let alarms = try await TestAlarms.make(
            in: database, try await TestWard.make(in: database))
        for device in 0..<Self.devices { try await alarms.add(Self.number(device), in: database) }
        await database.close()
        return path
    }

    /// How often each is in the store, as the next start finds it.
    private func kept(_ path: String) async throws -> [Sent: Int] {
        let database = try await Database.open(.sqlite(path: path), clock: RealClock.now)
        let kept = try await database.read { tx in
            try tx.rows(
                """
                SELECT a.number, e.sequence FROM alarm_events e
                JOIN alarm_accounts a ON a.ward = e.ward AND a.id = e.account
                """
            ).map { Sent(number: $0["number"], sequence: $0["sequence"]) }
        }
        await database.close()
        return kept.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    @Test func `has lost nothing that it acknowledged, and stored nothing twice`() async throws {
        let path = try await makeStore()
        let tally = Tally()
        for (round, most) in [1, 40, 200, 600].enumerated() {
            let server = try await ReceiverProcess.start(path)
            let (reached, reach) = AsyncStream.makeStream(of: Void.self)
            let enough = tally.sent.count + most
            try await withThrowingTaskGroup(of: Void.self) { group in
                for device in 0..<Self.devices {
                    let line = try RawConnection(port: server.port)
                    group.addTask {
                        await Self.play(device, round, on: line) { sent in
                            if tally.add(sent) == enough { reach.yield() }
                        }
                    }
                }
                _ = await reached.first { _ in true }
                server.kill()
                try await group.waitForAll()
            }
            let kept = try await kept(path)
            #expect(tally.sent.filter { kept[$0] == nil }.isEmpty, "in round \(round)")
            #expect(kept.filter { $0.value != 1 }.isEmpty, "in round \(round)")
        }
        #expect(tally.sent.count >= 841)
    }

    /// Sends one alarm after the other, as long as they are acknowledged.
    private static func play(
        _ device: Int, _ round: Int, on line: RawConnection, acknowledged: (Sent) -> Void
    ) async {
        var sequence = round * 1_000
        while true {
            sequence += 1
            let sent = Sent(number: number(device), sequence: sequence)
            let draft = DC09Draft.contactID(
                110, zone: 7, sequence: sequence, account: sent.number)
            line.send(draft.bytes())
            let answer = await line.receive(until: "\r")
            guard draft.outcome(Array(answer.utf8)) == .acknowledged else { return }
            acknowledged(sent)
        }
    }
}

private enum RealClock {
    static let now: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}

/// `canhlua alarm listen` beside the tests, from the same build.
private final class ReceiverProcess: Sendable {
    let port: Int
    private let number: Int32
    private let end: DispatchSemaphore

    private init(port: Int, number: Int32, end: DispatchSemaphore) {
        self.port = port
        self.number = number
        self.end = end
    }

    /// Returns when the receiver says that it listens.
    static func start(_ database: String) async throws -> ReceiverProcess {
        let process = Process()
        let (log, end) = (Pipe(), DispatchSemaphore(value: 0))
        process.executableURL = Program.url
        process.arguments = ["alarm", "listen", "--database", database, "--port", "0"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = log
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        let (told, telling) = AsyncStream.makeStream(of: Int.self)
        let file = log.fileHandleForReading
        Thread.detachNewThread {
            var words = ""
            while case let bytes = file.availableData, !bytes.isEmpty {
                words += String(decoding: bytes, as: UTF8.self)
                if let line = words.firstMatch(of: /port=(\d+) .*alarms listening/) {
                    telling.yield(Int(line.1) ?? 0)
                    words = ""
                }
            }
            telling.finish()
        }
        let port = try #require(await told.first { _ in true })
        return ReceiverProcess(port: port, number: process.processIdentifier, end: end)
    }

    /// Without a warning, and gone when this returns.
    func kill() {
        Foundation.kill(number, SIGKILL)
        end.wait()
    }
}
