package import Domain
package import Storage

extension TestAlarms {
    /// Stores one signal as a receiver does, and follows it as the server does.
    package func report(
        _ kind: AlarmSignal.Kind, _ change: AlarmSignal.Change = .begun, zone: String? = "001",
        after seconds: Int64 = 0, from account: String, follows: Bool = true,
        in database: Database
    ) async throws {
        let frame = frame(kind, change, zone: zone, after: seconds, from: account)
        try await database.write { _ = try $0.keepAlarms([frame]) }
        if follows { try await AlarmFollower(database: database).follow() }
    }

    /// Stores and follows one signal, as its device words it.
    package func report(
        _ signal: AlarmSignal, after seconds: Int64 = 0, from account: String, follows: Bool = true,
        in database: Database
    ) async throws {
        let frame = frame([signal], after: seconds, from: account)
        try await database.write { _ = try $0.keepAlarms([frame]) }
        if follows { try await AlarmFollower(database: database).follow() }
    }

    /// Stores a fire in each of the zones, and follows none.
    package func report(
        zones: [String], after seconds: Int64, from account: String, in database: Database
    ) async throws {
        let frames = zones.map {
            frame(.fireAlarm, .begun, zone: $0, after: seconds, from: account)
        }
        try await database.write { _ = try $0.keepAlarms(frames) }
    }

    private func frame(
        _ kind: AlarmSignal.Kind, _ change: AlarmSignal.Change, zone: String?,
        after seconds: Int64, from account: String
    ) -> ReceivedFrame {
        frame(
            [
                AlarmSignal(
                    kind: kind, change: change, scheme: "contactID", code: "110", zone: zone,
                    meaning: kind.title)
            ], after: seconds, from: account)
    }

    private func frame(
        _ signals: [AlarmSignal], after seconds: Int64, from account: String
    ) -> ReceivedFrame {
        ReceivedFrame(
            ward: TestWard.code, account: account,
            receivedAt: TestEngine.moment.adding(seconds: seconds), deviceAt: nil, sequence: 1,
            content: Int64.random(in: .min ... .max), raw: [10, 13], signals: signals)
    }
}
