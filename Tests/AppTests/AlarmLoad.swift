import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Wire

/// Devices that send one alarm after the other, and what was acknowledged to them.
final class AlarmLoad: Sendable {
    static let devices = 8
    private static let firstNumber = 0xA0_0001

    struct Sent: Hashable {
        let number: String
        let zone: Int
        let sequence: Int
    }

    private struct Waiting {
        let isMet: @Sendable (State) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var acknowledged: Set<Sent> = []
        var repeated = 0
        var isEnded = false
        var waiting: [Waiting] = []

        /// Those whose condition is met now.
        mutating func takeMet() -> [CheckedContinuation<Void, Never>] {
            let state = self
            let met = waiting.filter { $0.isMet(state) }.map(\.continuation)
            if !met.isEmpty { waiting.removeAll { $0.isMet(state) } }
            return met
        }
    }

    private let state = Mutex(State())

    /// What was acknowledged.
    var acknowledged: Set<Sent> { state.withLock { $0.acknowledged } }
    /// How often a message was sent again.
    var repeated: Int { state.withLock { $0.repeated } }

    /// Each device ends with its next acknowledgement.
    func end() { note { $0.isEnded = true } }

    /// Returns when there are so many acknowledgements.
    func wait(forAcknowledged count: Int) async {
        await wait { $0.acknowledged.count >= count }
    }

    /// Returns when messages were sent again so often.
    func wait(forRepeated count: Int) async { await wait { $0.repeated >= count } }

    private func wait(until isMet: @escaping @Sendable (State) -> Bool) async {
        await withCheckedContinuation { continuation in
            note { $0.waiting.append(Waiting(isMet: isMet, continuation: continuation)) }
        }
    }

    private func note(_ change: (inout State) -> Void) {
        let met = state.withLock { state in
            change(&state)
            return state.takeMet()
        }
        for continuation in met { continuation.resume() }
    }

    static func number(_ device: Int) -> String {
        String(firstNumber + device, radix: 16, uppercase: true)
    }

    static let now: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// A store in which the devices have their numbers.
    static func makeStore(_ engine: TestEngine = .sqlite) async throws -> String {
        let address = engine.newAddress
        let database = try await Database.open(DatabaseLocation(address), clock: now)
        try await addDevices(to: database)
        await database.close()
        return address
    }

    static func addDevices(to database: Database) async throws {
        let alarms = try await TestAlarms.make(
            in: database, try await TestWard.make(in: database))
        for device in 0..<devices { try await alarms.add(number(device), in: database) }
    }

    /// How often each is in a store.
    static func kept(in database: Database) async throws -> [Sent: Int] {
        // What was answered and not yet sorted is as durable.
        while try await database.sortAlarms() != nil {}
        let kept = try await database.read { tx in
            try tx.rows(
                """
                SELECT a.number, e.zone, e.sequence FROM alarm_events e
                JOIN alarm_accounts a ON a.ward = e.ward AND a.id = e.account
                """
            ).map { row in
                Sent(
                    number: row["number"], zone: Int((row["zone"] as String?) ?? "") ?? 0,
                    sequence: row["sequence"])
            }
        }
        return kept.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The same of a store that nobody has open, as the next start finds it.
    static func kept(_ address: String) async throws -> [Sent: Int] {
        let database = try await Database.open(DatabaseLocation(address), clock: now)
        let kept = try await kept(in: database)
        await database.close()
        return kept
    }

    /// Sends as long as it is acknowledged; a message without an answer is sent again, so often.
    ///
    /// - Parameter acknowledged: told how many there are now; false: enough.
    func play(
        _ device: Int, zone: Int, on line: RawConnection, attempts: Int = 1,
        answerMilliseconds: Int = 60_000, acknowledged: (Int) -> Bool = { _ in true }
    ) async {
        // Beyond it a number would come again.
        for sequence in 1...9_999 {
            let sent = Sent(number: Self.number(device), zone: zone, sequence: sequence)
            let draft = DC09Draft.contactID(
                110, zone: zone, sequence: sequence, account: sent.number)
            var left = attempts
            var isAcknowledged = false
            while left > 0, !isAcknowledged {
                if left < attempts { note { $0.repeated += 1 } }
                left -= 1
                line.send(draft.bytes())
                let answer = await line.receive(
                    until: "\r", withinMilliseconds: answerMilliseconds)
                // Of a message that was sent twice the answer may come twice.
                isAcknowledged = answer.split(separator: "\r").contains {
                    draft.outcome(Array($0.utf8) + [0x0D]) == .acknowledged
                }
            }
            guard isAcknowledged else { return }
            var (count, isEnded) = (0, false)
            note { state in
                state.acknowledged.insert(sent)
                (count, isEnded) = (state.acknowledged.count, state.isEnded)
            }
            guard acknowledged(count), !isEnded else { return }
        }
    }
}
