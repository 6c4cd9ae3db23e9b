import Crypto
import Domain
import Foundation

/// A token by which a device reports over HTTP.
package enum AlarmToken {
    private static let mark = "cld_"

    /// 32 random bytes.
    package static func make() -> String {
        mark + hexadecimal(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// What is kept of it.
    package static func digest(_ token: String) -> String {
        hexadecimal(SHA256.hash(data: Data(token.utf8)))
    }
}

/// How a device is treated, as the operator changes it while it is in use.
extension Transaction {
    /// How long an old key or token may be taken beside the new one.
    package static var keyOverlapDaysMax: Int { 90 }
    /// A device's ways are its habit when it was heard for so many days.
    package static var habitDays: Int64 { 7 }

    /// Gives a device a token for HTTP; the one before it is taken for so many days.
    ///
    /// - Returns: the token, of which the store keeps the digest alone.
    package func renewAlarmToken(
        number: String, keepOldDays days: Int, ward: String, origin: String
    ) throws -> String {
        let until = try overlap(days)
        let token = AlarmToken.make()
        for id in try openAccounts(number, ward) {
            try run(
                """
                UPDATE alarm_accounts SET
                    old_token_hash = CASE WHEN \(days) > 0 THEN token_hash END,
                    old_token_until = \(until), token_hash = \(AlarmToken.digest(token)),
                    changed_at = \(now)
                WHERE ward = \(ward) AND id = \(id)
                """)
            try recordChange(
                "alarm.account.token", id,
                [JournalChange("old_until", to: until.map { "\($0.milliseconds)" })], ward,
                origin)
        }
        return token
    }

    /// Gives a device another key, or none; frames with the one before are taken for so many days.
    package func changeAlarmKey(
        number: String, to key: String?, keepOldDays days: Int, ward: String, origin: String
    ) throws {
        let until = try overlap(days)
        for id in try openAccounts(number, ward) {
            let secret = try key.map { try vault.seal($0, .alarm, of: id, ward: ward) }
            try run(
                """
                UPDATE alarm_accounts SET
                    old_secret = CASE WHEN \(days) > 0 THEN secret END,
                    old_secret_until = \(until), secret = \(secret), changed_at = \(now)
                WHERE ward = \(ward) AND id = \(id)
                """)
            try recordChange(
                "alarm.account.key", id,
                [
                    JournalChange("has_key", to: "\(key != nil)"),
                    JournalChange("old_until", to: until.map { "\($0.milliseconds)" }),
                ], ward, origin)
        }
    }

    /// Whether frames that are not encrypted are refused where there is a key.
    package func setPlainRefused(
        _ isRefused: Bool, number: String, ward: String, origin: String
    ) throws {
        for id in try openAccounts(number, ward) {
            try run(
                """
                UPDATE alarm_accounts SET plain_refused = \(isRefused ? 1 : 0), changed_at = \(now)
                WHERE ward = \(ward) AND id = \(id)
                """)
            try recordChange(
                "alarm.account.plain", id, [JournalChange("plain_refused", to: "\(isRefused)")],
                ward, origin)
        }
    }

    /// Takes the ways in which a device was heard to write as its habit.
    package func pinHabits(number: String, ward: String, origin: String) throws {
        for id in try openAccounts(number, ward) {
            let learnt: Int64? = try value(
                "SELECT learnt AS value FROM alarm_heard WHERE ward = \(ward) AND account = \(id)")
            guard let learnt else {
                throw Problem(
                    .conflict,
                    "Chưa nghe thiết bị số \(number.uppercased()) lần nào nên chưa biết cách viết của nó."
                )
            }
            try pin(id, learnt, ward, origin)
        }
    }

    /// Does the same for all devices that were heard long enough.
    ///
    /// - Returns: how many.
    @discardableResult
    package func pinHabitsDue(ward: String, limit: Int = 500) throws -> Int {
        let before = now.adding(seconds: -Self.habitDays * 86_400)
        let due = try rows(
            """
            SELECT a.id, h.learnt FROM alarm_accounts a
            JOIN alarm_heard h ON h.ward = a.ward AND h.account = a.id
            WHERE a.ward = \(ward) AND a.pinned IS NULL AND a.locked_at IS NULL
                AND h.first_at <= \(before)
            ORDER BY a.id LIMIT \(limit)
            """)
        for row in due { try pin(row["id"], row["learnt"], ward, "program") }
        return due.count
    }

    private func pin(_ id: String, _ learnt: Int64, _ ward: String, _ origin: String) throws {
        try run(
            """
            UPDATE alarm_accounts SET pinned = \(learnt), changed_at = \(now)
            WHERE ward = \(ward) AND id = \(id)
            """)
        try run(
            "UPDATE alarm_heard SET deviated = 0 WHERE ward = \(ward) AND account = \(id)")
        try recordChange(
            "alarm.account.pin", id, [JournalChange("pinned", to: "\(learnt)")], ward, origin)
    }

    private func overlap(_ days: Int) throws -> Instant? {
        guard (0...Self.keyOverlapDaysMax).contains(days) else {
            throw Problem(
                .invalid,
                "Khóa cũ được dùng thêm từ 0 đến \(Self.keyOverlapDaysMax) ngày.")
        }
        return days == 0 ? nil : now.adding(seconds: Int64(days) * 86_400)
    }

    /// Those of the number that are in use: one for each path.
    private func openAccounts(_ number: String, _ ward: String) throws -> [String] {
        let number = number.uppercased()
        let found: [String] = try rows(
            """
            SELECT id FROM alarm_accounts
            WHERE ward = \(ward) AND number = \(number) AND locked_at IS NULL ORDER BY id
            """
        ).map { $0["id"] }
        guard !found.isEmpty else {
            throw Problem(
                .notFound, "Không có tài khoản báo cháy \(number), hoặc tài khoản đã khóa.")
        }
        return found
    }

    // MARK: Transmitters that are joined

    /// What reports for a transmitter, in use or not.
    func alarmAccounts(of transmitter: String, ward: String) throws -> [RecordReference] {
        try rows(
            """
            SELECT id FROM alarm_accounts
            WHERE ward = \(ward) AND transmitter = \(transmitter) ORDER BY id
            """
        ).map {
            RecordReference(register: "alarm_accounts", field: "transmitter", record: $0["id"])
        }
    }

    /// Lets an account that still reports for the one transmitter report for the other.
    func moveAlarmAccount(
        _ id: String, from old: String, to new: String, by officer: Officer
    ) throws {
        let count = try run(
            """
            UPDATE alarm_accounts SET transmitter = \(new), changed_at = \(now)
            WHERE ward = \(officer.ward) AND id = \(id) AND transmitter = \(old)
            """)
        guard count > 0 else { return }
        try record(
            "alarm.account.move", "alarm_accounts/\(id)",
            [JournalChange("transmitter", from: old, to: new)], by: officer)
    }

    private func recordChange(
        _ verb: String, _ id: String, _ changes: [JournalChange], _ ward: String, _ origin: String
    ) throws {
        try record(
            verb, "alarm_accounts/\(id)", changes, ward: ward, account: nil, origin: origin)
    }
}
