/// How an alarm of a kind of facility is answered.
package struct AlarmPolicy: Sendable, Equatable {
    /// Whether people are sent at once and it is verified meanwhile.
    package let sendsFirst: Bool
    /// Within which it should be verified.
    package let verifySeconds: Int

    package init(sendsFirst: Bool, verifySeconds: Int) {
        self.sendsFirst = sendsFirst
        self.verifySeconds = verifySeconds
    }

    /// Where the ward has not said otherwise; the product's own.
    ///
    /// - Source: FEATURES.md 51: verified within 90 seconds.
    package static let usual = AlarmPolicy(sendsFirst: false, verifySeconds: 90)
}
