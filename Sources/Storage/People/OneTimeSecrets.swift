package import Domain

/// The second proof of a person: the code of a telephone, or one from paper.
extension Transaction {
    /// Keeps a secret (Base32) that was shown and is to be confirmed by a code.
    ///
    /// - Throws: `.unavailable` where the server has no key to seal it with.
    package func proposeOneTimeSecret(_ secret: String, by officer: Officer) throws {
        let sealed = try vault.seal(secret, of: officer.id, ward: officer.ward)
        try run(
            """
            UPDATE accounts SET totp_pending = \(sealed)
            WHERE ward = \(officer.ward) AND id = \(officer.id)
            """)
        try record("account.telephone.propose", "accounts/\(officer.id)", by: officer)
    }

    /// From now on signing in asks for a code; the one that confirmed serves no second time.
    ///
    /// - Throws: `.conflict` when no secret waits.
    package func confirmOneTimeSecret(
        step: Int64, recoveryCodes: [String], by officer: Officer
    ) throws {
        let changed = try run(
            """
            UPDATE accounts
            SET totp_secret = totp_pending, totp_pending = NULL, totp_last_step = \(step)
            WHERE ward = \(officer.ward) AND id = \(officer.id) AND totp_pending IS NOT NULL
            """)
        guard changed > 0 else {
            throw Problem(.conflict, "Mã bí mật đã đổi. Hãy bắt đầu lại việc đăng ký điện thoại.")
        }
        try replaceRecoveryCodes(recoveryCodes, of: officer.id, ward: officer.ward)
        try record("account.telephone.on", "accounts/\(officer.id)", by: officer)
    }

    /// Gives out new codes; the old ones serve no more.
    package func renewRecoveryCodes(_ codes: [String], by officer: Officer) throws {
        try replaceRecoveryCodes(codes, of: officer.id, ward: officer.ward)
        try record("account.recovery.renew", "accounts/\(officer.id)", by: officer)
    }

    /// Signing in asks for the password only again.
    package func removeOneTimeSecret(of account: Account, by officer: Officer) throws {
        if account.id != officer.id { try officer.require(.administer) }
        try dropOneTimeSecret(of: account)
        try record("account.telephone.off", "accounts/\(account.id)", by: officer)
    }

    /// How many codes on paper were not used yet.
    package func recoveryCodesLeft(of account: String, ward: String) throws -> Int {
        try value(
            """
            SELECT COUNT(*) AS value FROM recovery_codes
            WHERE ward = \(ward) AND account = \(account) AND used_at IS NULL
            """) ?? 0
    }

    func dropOneTimeSecret(of account: Account) throws {
        try run(
            """
            UPDATE accounts SET totp_secret = NULL, totp_pending = NULL, totp_last_step = NULL
            WHERE ward = \(account.ward) AND id = \(account.id)
            """)
        try replaceRecoveryCodes([], of: account.id, ward: account.ward)
    }

    private func replaceRecoveryCodes(
        _ codes: [String], of account: String, ward: String
    ) throws {
        try run("DELETE FROM recovery_codes WHERE ward = \(ward) AND account = \(account)")
        for code in codes {
            try run(
                """
                INSERT INTO recovery_codes (ward, account, code_hash)
                VALUES (\(ward), \(account), \(Self.digest(RecoveryCode.plain(code))))
                """)
        }
    }
}
