import Crypto
import Domain
import Foundation
import Glibc

/// Where the key is that seals secrets: never in the database that holds them.
package enum SecretSource: Sendable, Equatable {
    /// A file `NAME.key` beside a store of SQLite, made at the first start; PostgreSQL has none.
    case besideStore
    case file(path: String)
    /// The key itself, as an environment variable holds it.
    case text(String)
}

/// A secret as the database keeps it: readable only with the key and for its own account.
package struct SealedSecret: Sendable, Equatable {
    let text: String
}

extension SealedSecret: SQLConvertible {
    package var sqlValue: SQLValue { .text(text) }
    package init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.text = text
    }
}

/// Seals and opens secrets with AES-GCM.
///
/// - Source: NIST SP 800-38D; each secret has a random nonce of its own, and is bound to its
///   account, so that a row copied to another account opens nothing.
struct SecretVault: Sendable {
    /// nil: nobody gave one.
    let key: SymmetricKey?

    /// Stands before what is sealed; without it a row is from before sealing.
    static let mark = "v1:"

    /// What a secret is for: one never opens in the place of another.
    enum Purpose: String {
        case telephone = "totp"
        case alarm
        case webhook
        /// With which a ward signs its reports.
        case report
    }

    func seal(
        _ secret: String, _ purpose: Purpose = .telephone, of account: String, ward: String
    ) throws -> SealedSecret {
        guard let key else { throw Self.noKey }
        let box = try AES.GCM.seal(
            Data(secret.utf8), using: key, authenticating: Self.owner(purpose, account, ward))
        guard let combined = box.combined else {
            preconditionFailure("a nonce of the usual length was made")
        }
        return SealedSecret(text: Self.mark + combined.base64EncodedString())
    }

    /// - Throws: `.unavailable` without the key, or with another one.
    func open(
        _ sealed: SealedSecret, _ purpose: Purpose = .telephone, of account: String, ward: String
    ) throws -> String {
        guard let key else { throw Self.noKey }
        guard sealed.text.hasPrefix(Self.mark),
            let combined = Data(base64Encoded: String(sealed.text.dropFirst(Self.mark.count)))
        else { throw Self.otherKey(nil) }
        do {
            let box = try AES.GCM.SealedBox(combined: combined)
            let plain = try AES.GCM.open(
                box, using: key, authenticating: Self.owner(purpose, account, ward))
            return String(decoding: plain, as: UTF8.self)
        } catch {
            throw Self.otherKey(error)
        }
    }

    private static func owner(_ purpose: Purpose, _ account: String, _ ward: String) -> Data {
        Data("\(purpose.rawValue) \(ward)/\(account)".utf8)
    }

    private static let noKey = Problem(
        .unavailable,
        "Máy chủ chưa có khóa bí mật nên không dùng được mã điện thoại và khóa của thiết bị báo cháy. Quản trị máy chủ hãy đặt --secret-file hoặc CANHLUA_SECRET rồi khởi động lại."
    )

    private static func otherKey(_ cause: (any Error)?) -> Problem {
        Problem(
            .unavailable,
            "Khóa bí mật không phải khóa đã dùng cho cơ sở dữ liệu này. Quản trị máy chủ hãy đặt lại đúng tệp khóa; nếu đã mất, cấp lại từng tài khoản bằng canhlua user reset.",
            cause: cause)
    }
}

/// The key: 32 random bytes, written in Base64.
enum SecretKey {
    private static let bytes = 32

    /// - Returns: nil where nobody gave one.
    /// - Throws: `.unavailable` for a key that cannot be read, or that others can read.
    static func find(
        _ source: SecretSource, beside location: DatabaseLocation
    ) throws -> SymmetricKey? {
        switch source {
        case .text(let text): return try key(text, "CANHLUA_SECRET")
        case .file(let path): return try read(path)
        case .besideStore:
            guard let path = path(beside: location),
                FileManager.default.fileExists(atPath: path)
            else { return nil }
            return try read(path)
        }
    }

    static func path(beside location: DatabaseLocation) -> String? {
        switch location {
        case .sqlite(let path): path + ".key"
        case .postgres: nil
        }
    }

    private static func read(_ path: String) throws -> SymmetricKey {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Problem(.unavailable, "Không có tệp khóa \(path). Hãy kiểm tra --secret-file.")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Problem(
                .unavailable,
                "Người khác trên máy đọc được tệp khóa \(path). Hãy chạy: chmod 600 \(path)")
        }
        guard let content = FileManager.default.contents(atPath: path) else {
            throw Problem(.unavailable, "Không đọc được tệp khóa \(path). Hãy kiểm tra quyền đọc.")
        }
        return try key(String(decoding: content, as: UTF8.self), path)
    }

    private static func key(_ text: String, _ place: String) throws -> SymmetricKey {
        guard
            let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            data.count == bytes
        else {
            throw Problem(
                .unavailable,
                "Khóa bí mật ở \(place) phải là \(bytes) byte viết dạng Base64. Lập khóa mới bằng: openssl rand -base64 \(bytes)"
            )
        }
        return SymmetricKey(data: data)
    }

    /// Makes the key file of a new store; of several processes that do so at once, one wins.
    static func make(at path: String) throws -> SymmetricKey {
        let text = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString()
        let draft = "\(path).\(UUID().uuidString)"
        let file = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw unwritable(path) }
        defer { unlink(draft) }
        let written = Array((text + "\n").utf8).withUnsafeBytes {
            Glibc.write(file, $0.baseAddress, $0.count)
        }
        let isSafe = fsync(file) == 0
        close(file)
        guard written == text.utf8.count + 1, isSafe else { throw unwritable(path) }
        guard link(draft, path) == 0 || errno == EEXIST else { throw unwritable(path) }
        return try read(path)
    }

    private static func unwritable(_ path: String) -> Problem {
        Problem(
            .unavailable,
            "Không ghi được tệp khóa \(path). Hãy kiểm tra quyền ghi và chỗ trống của thư mục.")
    }
}

extension Transaction {
    /// Whether the database holds a sealed secret.
    func hasSealedSecrets() throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM accounts
            WHERE totp_secret LIKE \(SecretVault.mark + "%")
                OR totp_pending LIKE \(SecretVault.mark + "%")
            UNION ALL
            SELECT 1 AS value FROM alarm_accounts WHERE secret IS NOT NULL
            UNION ALL
            SELECT 1 AS value FROM warning_subscribers
            UNION ALL
            SELECT 1 AS value FROM report_keys
            LIMIT 1
            """)
        return found != nil
    }

    /// Seals the secrets of a store from before sealing, each with a row of the journal.
    ///
    /// - Returns: of how many accounts.
    @discardableResult
    package func sealOldSecrets() throws -> Int {
        let old = try rows(
            """
            SELECT ward, id, totp_secret, totp_pending FROM accounts
            WHERE totp_secret NOT LIKE \(SecretVault.mark + "%")
                OR totp_pending NOT LIKE \(SecretVault.mark + "%")
            ORDER BY ward, id
            """)
        for row in old {
            let (ward, id): (String, String) = (row["ward"], row["id"])
            let (secret, pending): (String?, String?) = (row["totp_secret"], row["totp_pending"])
            let seal = { (text: String?) in
                try text.map { text in
                    text.hasPrefix(SecretVault.mark)
                        ? SealedSecret(text: text) : try vault.seal(text, of: id, ward: ward)
                }
            }
            try run(
                """
                UPDATE accounts SET totp_secret = \(try seal(secret)),
                    totp_pending = \(try seal(pending))
                WHERE ward = \(ward) AND id = \(id)
                """)
            try record(
                "account.telephone.seal", "accounts/\(id)", [], ward: ward, account: nil,
                origin: "program")
        }
        return old.count
    }

    /// The secret of an account's telephone in plain text, for checking a code of it.
    ///
    /// - Throws: `.unavailable` without the key that sealed it.
    package func plain(_ secret: SealedSecret, of account: Account) throws -> String {
        try vault.open(secret, of: account.id, ward: account.ward)
    }

    /// Whether the key opens what is sealed.
    ///
    /// - Throws: `.unavailable` when it does not, or is not there.
    package func checkSecretKey() throws {
        let row = try row(
            """
            \(Account.selection)
            WHERE a.totp_secret LIKE \(SecretVault.mark + "%") ORDER BY a.ward, a.id LIMIT 1
            """)
        if let account = row.map(Account.init), let secret = account.oneTimeSecret {
            _ = try plain(secret, of: account)
        }
        let device = try self.row(
            """
            SELECT ward, id, secret FROM alarm_accounts
            WHERE secret IS NOT NULL ORDER BY ward, id LIMIT 1
            """)
        if let device {
            _ = try vault.open(device["secret"], .alarm, of: device["id"], ward: device["ward"])
        }
    }
}
