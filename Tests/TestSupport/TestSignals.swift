package import Domain
package import Storage

extension TestAlarms {
    /// Stores one signal as a receiver does, and follows it as the server does.
    package func report(
        _ kind: AlarmSignal.Kind, _ change: AlarmSignal.Change = .begun, zone: String? = "001",
        after seconds: Int64 = 0, from account: String, follows: Bool = true,
        in database: Database
    ) async throws {
        let frame = ReceivedFrame(
            ward: TestWard.code, account: account,
            receivedAt: TestEngine.moment.adding(seconds: seconds), deviceAt: nil, sequence: 1,
            content: Int64.random(in: .min ... .max), raw: [10, 13],
            signals: [
                AlarmSignal(
                    kind: kind, change: change, scheme: "contactID", code: "110", zone: zone,
                    meaning: kind.title)
            ])
        try await database.write { _ = try $0.keepAlarms([frame]) }
        if follows { try await AlarmFollower(database: database).follow() }
    }
}
