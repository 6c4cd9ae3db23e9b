package import Domain

/// A number by which a transmitter reports (số tài khoản báo cháy).
package struct AlarmAccount: Sendable, Equatable {
    package let id: String
    package let ward: String
    package let transmitter: String
    package let number: String
    /// Empty: whatever the frame says.
    package let receiver: String
    package let line: String
    /// Hexadecimal digits; nil: the device does not encrypt.
    package let key: String?
    /// Bits of what is allowed beside the standard; nil: what devices in the field need.
    package let tolerance: Int64?
    package let heartbeatSeconds: Int
    package let isLocked: Bool
    package let changedAt: Instant
    /// The key before the present one, which opens frames until a moment.
    package let oldKey: Lasting?
    /// Digest of the token by which it reports over HTTP; nil: it does not.
    package let token: String?
    package let oldToken: Lasting?
    /// Frames that are not encrypted are refused although the account has a key.
    package let refusesPlain: Bool
    /// Bits of its habits beside the standard; nil: still being learnt.
    package let pinned: Int64?
    /// As far as the store knows; nil: never.
    package var heardAt: Instant?

    /// What is good until a moment.
    package struct Lasting: Sendable, Equatable {
        package let value: String
        package let until: Instant
    }
}

package struct NewAlarmAccount: Sendable {
    package var transmitter: String
    package var number: String
    package var receiver: String
    package var line: String
    package var key: String?
    package var tolerance: Int64?
    package var heartbeatSeconds: Int
    package var refusesPlain: Bool

    package init(
        transmitter: String, number: String, receiver: String = "", line: String = "",
        key: String? = nil, tolerance: Int64? = nil,
        heartbeatSeconds: Int = NewAlarmAccount.heartbeatSecondsUsual, refusesPlain: Bool = false
    ) {
        self.transmitter = transmitter
        self.number = number.uppercased()
        self.receiver = receiver.uppercased()
        self.line = line.uppercased()
        self.key = key
        self.tolerance = tolerance
        self.heartbeatSeconds = heartbeatSeconds
        self.refusesPlain = refusesPlain
    }

    package static let heartbeatSecondsUsual = 90
    package static let heartbeatSecondsMax = 86_400
    /// - Source: SIA DC-09, 5.5.1: accounts of 3 to 16 digits; devices in the field write letters too.
    package static let numberBytesMax = 16
    package static let pathBytesMax = 6

    fileprivate func check() throws(Problem) {
        var refusals: [String: String] = [:]
        let isNumber =
            (1...Self.numberBytesMax).contains(number.utf8.count)
            && number.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && !"|[]#\"".utf8.contains($0)
            }
        if !isNumber {
            refusals["number"] =
                "Số tài khoản có từ 1 đến \(Self.numberBytesMax) chữ số hoặc chữ cái, như đã đặt trên thiết bị."
        }
        for (name, part) in [("receiver", receiver), ("line", line)] {
            let isHex = part.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x46).contains($0)
            }
            if part.utf8.count > Self.pathBytesMax || !isHex {
                refusals[name] =
                    "Số máy thu và số đường dây có nhiều nhất \(Self.pathBytesMax) chữ số hex; bỏ trống nếu không dùng."
            }
        }
        if !(1...Self.heartbeatSecondsMax).contains(heartbeatSeconds) {
            refusals["heartbeat_seconds"] =
                "Chu kỳ kiểm tra đường truyền từ 1 đến \(Self.heartbeatSecondsMax) giây."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }
}

extension Transaction {
    /// Gives a transmitter a number; the key is sealed and never shown again.
    ///
    /// - Parameter origin: from where, as the journal keeps it.
    package func addAlarmAccount(
        _ new: NewAlarmAccount, ward: String, origin: String
    ) throws -> String {
        try new.check()
        let transmitter: String? = try value(
            """
            SELECT id AS value FROM transmitters
            WHERE ward = \(ward) AND id = \(new.transmitter) AND ended_at IS NULL
            """)
        guard transmitter != nil else {
            throw Problem(
                .notFound, "Sổ không có thiết bị truyền tin này. Hãy ghi thiết bị vào sổ trước.")
        }
        let id = makeIdentifier()
        let secret = try new.key.map { try vault.seal($0, .alarm, of: id, ward: ward) }
        try run(
            """
            INSERT INTO alarm_accounts (ward, id, transmitter, number, receiver, line, secret,
                tolerance, heartbeat_seconds, plain_refused, created_at, changed_at)
            VALUES (\(ward), \(id), \(new.transmitter), \(new.number), \(new.receiver),
                \(new.line), \(secret), \(new.tolerance), \(new.heartbeatSeconds),
                \(new.refusesPlain ? 1 : 0), \(now), \(now))
            """)
        try record(
            "alarm.account.add", "alarm_accounts/\(id)",
            [
                JournalChange("number", to: new.number),
                JournalChange("transmitter", to: new.transmitter),
                JournalChange("heartbeat_seconds", to: "\(new.heartbeatSeconds)"),
                JournalChange("has_key", to: "\(new.key != nil)"),
            ], ward: ward, account: nil, origin: origin)
        return id
    }

    /// Takes a number out of use; what it reported stays.
    package func lockAlarmAccount(number: String, ward: String, origin: String) throws {
        let number = number.uppercased()
        let locked = try rows(
            """
            UPDATE alarm_accounts SET locked_at = \(now), changed_at = \(now)
            WHERE ward = \(ward) AND number = \(number) AND locked_at IS NULL
            RETURNING id
            """)
        guard !locked.isEmpty else {
            throw Problem(
                .notFound, "Không có tài khoản báo cháy \(number), hoặc tài khoản đã khóa.")
        }
        for row in locked {
            let id: String = row["id"]
            try record(
                "alarm.account.lock", "alarm_accounts/\(id)",
                [JournalChange("number", from: number, to: nil)], ward: ward, account: nil,
                origin: origin)
        }
    }

    /// Accounts of all wards with their keys in plain text, for the receiver alone.
    ///
    /// - Parameter since: only those that were changed at this moment or later.
    /// - Throws: `.unavailable` without the key that sealed them.
    package func alarmAccounts(changedSince since: Instant) throws -> [AlarmAccount] {
        try rows(
            """
            SELECT a.ward, a.id, a.transmitter, a.number, a.receiver, a.line, a.secret, a.tolerance,
                a.heartbeat_seconds, a.changed_at, a.locked_at, a.old_secret, a.old_secret_until,
                a.token_hash, a.old_token_hash, a.old_token_until, a.plain_refused, a.pinned,
                h.heard_at
            FROM alarm_accounts a
            LEFT JOIN alarm_heard h ON h.ward = a.ward AND h.account = a.id
            WHERE a.changed_at >= \(since) ORDER BY a.changed_at, a.id
            """
        ).map { row in
            let (id, ward): (String, String) = (row["id"], row["ward"])
            let open = { (secret: SealedSecret?) in
                try secret.map { try vault.open($0, .alarm, of: id, ward: ward) }
            }
            return AlarmAccount(
                id: id, ward: ward, transmitter: row["transmitter"], number: row["number"],
                receiver: row["receiver"], line: row["line"], key: try open(row["secret"]),
                tolerance: row["tolerance"], heartbeatSeconds: row["heartbeat_seconds"],
                isLocked: (row["locked_at"] as Instant?) != nil, changedAt: row["changed_at"],
                oldKey: lasting(try open(row["old_secret"]), row["old_secret_until"]),
                token: row["token_hash"],
                oldToken: lasting(row["old_token_hash"], row["old_token_until"]),
                refusesPlain: (row["plain_refused"] as Int) != 0, pinned: row["pinned"],
                heardAt: row["heard_at"])
        }
    }

    private func lasting(_ value: String?, _ until: Instant?) -> AlarmAccount.Lasting? {
        guard let value, let until else { return nil }
        return AlarmAccount.Lasting(value: value, until: until)
    }

    /// The transmitter with this serial number; nil for none, or for several.
    package func transmitter(serial: String, ward: String) throws -> String? {
        let found = try rows(
            """
            SELECT id FROM transmitters
            WHERE ward = \(ward) AND serial = \(serial) AND ended_at IS NULL LIMIT 2
            """)
        return found.count == 1 ? found[0]["id"] : nil
    }
}
