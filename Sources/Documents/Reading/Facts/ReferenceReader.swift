package import Domain

/// The documents that a plan cites, each once, with every date that it is given.
package enum ReferenceReader {
    package static func read(
        _ paragraphs: [Paragraph], head: DocumentHead
    ) -> [DocumentReference] { [] }
}
