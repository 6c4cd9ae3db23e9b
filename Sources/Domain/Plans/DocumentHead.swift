/// Head and foot of an administrative document.
package struct DocumentHead: Sendable, Equatable, Codable {
    package struct Signer: Sendable, Equatable, Codable {
        @ExplicitNull package var onBehalfOf: String?
        @ExplicitNull package var authority: String?
        @ExplicitNull package var title: String?
        @ExplicitNull package var name: String?

        package init(onBehalfOf: String?, authority: String?, title: String?, name: String?) {
            self.onBehalfOf = onBehalfOf
            self.authority = authority
            self.title = title
            self.name = name
        }
    }

    /// `plan`, or another kind of `DocumentReference.Kind`'s raw values; nil: not recognised.
    @ExplicitNull package var kind: String?
    /// As written, `131/KH-UBND`; nil when blank or absent.
    @ExplicitNull package var number: String?
    /// The part that a blank number still shows, `/KH-UBND`.
    @ExplicitNull package var numberSuffix: String?
    @ExplicitNull package var issuer: String?
    @ExplicitNull package var place: String?
    /// `YYYY-MM-DD`, or `YYYY-MM` when the day is blank.
    @ExplicitNull package var date: String?
    @ExplicitNull package var title: String?
    package var signers: [Signer] = []
    package var recipients: [String] = []
    /// Why the document is not complete; nil: it is.
    @ExplicitNull package var statusNote: String?

    package init() {}
}
