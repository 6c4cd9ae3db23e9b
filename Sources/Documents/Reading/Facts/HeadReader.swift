package import Domain

/// What stands above and below the body of a document.
package struct HeadReading: Sendable, Equatable {
    package var head: DocumentHead
    package var otherLines: [OtherLine]
    /// Indices into the lines: what lies between head and foot.
    package var body: Range<Int>

    package init(head: DocumentHead, otherLines: [OtherLine], body: Range<Int>) {
        self.head = head
        self.otherLines = otherLines
        self.body = body
    }
}

/// Which lines are head and foot, and what they say.
package enum HeadReader {
    package static func read(_ lines: [SourceLine]) -> HeadReading {
        HeadReading(head: DocumentHead(), otherLines: [], body: 0..<lines.count)
    }
}
