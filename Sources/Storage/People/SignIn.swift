import Crypto
import Domain
import Foundation

/// Between the right password and the code of the telephone.
package struct SignInStep: Sendable {
    package let account: Account
    /// Where the person wanted to go.
    package let next: String
}

extension Transaction {
    /// Counts a wrong password or code.
    ///
    /// - Returns: how long the account now waits; nil: not yet.
    @discardableResult
    package func recordFailure(of account: Account, from origin: String) throws -> Int64? {
        let failures: Int =
            try value(
                """
                UPDATE accounts SET failed_attempts = failed_attempts + 1
                WHERE ward = \(account.ward) AND id = \(account.id)
                RETURNING failed_attempts AS value
                """) ?? 0
        let wait = SignInRules.waitSeconds(afterFailures: failures)
        if let wait {
            try run(
                """
                UPDATE accounts SET blocked_until = \(now.adding(seconds: wait))
                WHERE ward = \(account.ward) AND id = \(account.id)
                """)
        }
        try record(
            "session.refused", "accounts/\(account.id)",
            [JournalChange("failures", to: String(failures))], ward: account.ward, account: nil,
            origin: origin)
        if failures >= SignInRules.failuresMax, account.lockedAt == nil {
            try lock(account, because: "failures", by: nil, origin: origin)
        }
        return wait
    }

    /// The telephone's code is asked for next; the token stays in the browser.
    package func addSignInStep(token: String, for account: Account, next: String) throws {
        try run("DELETE FROM sign_in_steps WHERE expires_at <= \(now)")
        try run(
            """
            INSERT INTO sign_in_steps (token_hash, ward, account, next, expires_at)
            VALUES (\(Self.digest(token)), \(account.ward), \(account.id), \(next),
                \(now.adding(seconds: SignInRules.stepSecondsMax)))
            """)
    }

    /// nil when the token is unknown, or the time is over.
    package func signInStepIfAny(token: String) throws -> SignInStep? {
        let found = try row(
            """
            SELECT ward, account, next FROM sign_in_steps
            WHERE token_hash = \(Self.digest(token)) AND expires_at > \(now)
            """)
        guard let found, let account = try accountIfAny(found["account"], ward: found["ward"])
        else { return nil }
        return SignInStep(account: account, next: found["next"])
    }

    package func endSignInStep(token: String) throws {
        try run("DELETE FROM sign_in_steps WHERE token_hash = \(Self.digest(token))")
    }

    /// Uses up a time step of the telephone's clock, and all before it.
    ///
    /// - Returns: false when it was used already.
    package func useOneTimeStep(_ step: Int64, of account: Account) throws -> Bool {
        try run(
            """
            UPDATE accounts SET totp_last_step = \(step)
            WHERE ward = \(account.ward) AND id = \(account.id)
                AND (totp_last_step IS NULL OR totp_last_step < \(step))
            """) > 0
    }

    /// Uses up a recovery code.
    ///
    /// - Returns: false when it is no code of the account, or was used already.
    package func useRecoveryCode(
        _ code: String, of account: Account, from origin: String
    ) throws -> Bool {
        let used = try run(
            """
            UPDATE recovery_codes SET used_at = \(now)
            WHERE ward = \(account.ward) AND account = \(account.id)
                AND code_hash = \(Self.digest(RecoveryCode.plain(code))) AND used_at IS NULL
            """)
        guard used > 0 else { return false }
        try record(
            "account.recovery", "accounts/\(account.id)", [], by: account.officer(from: origin))
        return true
    }

    static func digest(_ token: String) -> String {
        hexadecimal(SHA256.hash(data: Data(token.utf8)))
    }
}

/// A code on paper, for who has lost the telephone.
package enum RecoveryCode {
    /// How many are given out together.
    package static let count = 10

    /// As it is compared: small letters and digits only.
    static func plain(_ code: String) -> String {
        code.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
