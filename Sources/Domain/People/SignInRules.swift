/// How often a person may be wrong, and how long a sign-in lasts.
package enum SignInRules {
    /// Wrong passwords or codes in a row that cost nothing: people mistype.
    package static let failuresFree = 5
    /// After so many in a row the account is locked until an administrator has looked.
    /// - Source: NIST SP 800-63B, section 5.2.2: no more than 100 consecutive failures.
    package static let failuresMax = 100
    /// The first wait; each further failure doubles it.
    /// - Source: NIST SP 800-63B, section 5.2.2: from 30 seconds up to an hour.
    package static let waitSecondsFirst: Int64 = 30
    package static let waitSecondsMax: Int64 = 3600

    /// A browser that was not used for so long must sign in again.
    /// - Source: NIST SP 800-63B-4, section 2.2.3: at most one hour of inactivity.
    package static let idleSecondsMax: Int64 = 3600
    /// However busy, a sign-in ends after so long: one working day.
    /// - Source: NIST SP 800-63B, section 4.2.3: at least once per 12 hours.
    package static let sessionSecondsMax: Int64 = 12 * 3600
    /// How exactly the last use of a session is known; each update is a write.
    package static let seenSecondsStep: Int64 = 60
    /// Between the right password and the code of the telephone.
    /// - Source: OWASP Multifactor Authentication Cheat Sheet: a short-lived step of its own.
    package static let stepSecondsMax: Int64 = 300

    /// How long to wait after so many failures in a row; nil: not at all.
    package static func waitSeconds(afterFailures count: Int) -> Int64? {
        guard count >= failuresFree else { return nil }
        let doublings = min(count - failuresFree, 20)
        return min(waitSecondsFirst << Int64(doublings), waitSecondsMax)
    }

    /// `30 giây`, `2 phút`, `1 giờ`: rounded up, so that who waits so long has waited enough.
    package static func words(ofSeconds seconds: Int64) -> String {
        if seconds < 60 { return "\(max(seconds, 1)) giây" }
        if seconds < 3600 { return "\((seconds + 59) / 60) phút" }
        return "\((seconds + 3599) / 3600) giờ"
    }
}
