import Domain

/// What bounds how often anybody may ask.
package struct RateLimits: Sendable {
    /// Requests of one signed-in person, and of one address of strangers; nil: unbounded.
    private let requests: RateLimiter?
    /// Failed sign-ins from one address: an office behind one address mistypes a few times a
    /// morning; a guesser tries hundreds.
    /// - Source: OWASP Credential Stuffing Prevention Cheat Sheet: limit by address as well.
    let failures = RateLimiter(burst: 30, perSecond: 30.0 / 900)
    /// Wrong passwords for names that nobody has, so that they wait as those of accounts do.
    let strangers = StrangerFailures()

    /// Requests a person may make in one go; a page is one, its style sheet is not counted.
    private static let burstSeconds = 10.0

    /// - Parameter perSecond: sustained requests a second; 0 for measuring: unbounded.
    package init(perSecond: Int = Self.perSecondUsual) {
        requests =
            perSecond > 0
            ? RateLimiter(
                burst: Double(perSecond) * Self.burstSeconds, perSecond: Double(perSecond))
            : nil
    }

    /// Far above what a person's clicks make, far below what hurts the server (`docs/performance.md`).
    package static let perSecondUsual = 30

    /// - Throws: `.tooMany` when the asker's share is used up.
    func spend(_ asker: String, at now: Instant) throws(Problem) {
        guard let wait = requests?.waitSeconds(for: asker, at: now) else { return }
        throw Problem(
            .tooMany,
            "Máy này gửi quá nhiều yêu cầu. Hãy thử lại sau \(SignInRules.words(ofSeconds: wait)).",
            waitSeconds: wait)
    }
}
