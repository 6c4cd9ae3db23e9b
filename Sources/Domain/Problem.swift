/// Something foreseen that went wrong, said so that a person can act on it.
///
/// Anything else that reaches the edge of the program is our fault and says only that.
package struct Problem: Error {
    package enum Kind: String, Sendable, CaseIterable {
        case invalid, notFound, forbidden, conflict, tooLarge, tooMany, unavailable
    }

    package let kind: Kind
    /// A whole Vietnamese sentence: what is wrong, and what to do.
    package let message: String
    /// What is wrong with single fields, by field key or sheet row.
    package let refusals: [String: String]
    /// After how many seconds it is worth trying again; nil: not known.
    package let waitSeconds: Int64?
    /// For the log, never for the page.
    package let cause: (any Error)?

    package init(
        _ kind: Kind, _ message: String, refusals: [String: String] = [:],
        waitSeconds: Int64? = nil, cause: (any Error)? = nil
    ) {
        self.kind = kind
        self.message = message
        self.refusals = refusals
        self.waitSeconds = waitSeconds
        self.cause = cause
    }
}
