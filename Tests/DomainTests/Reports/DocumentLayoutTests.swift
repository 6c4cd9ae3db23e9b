import Domain
import Testing

@Suite struct `Layouts of documents` {
    @Test func `keep within the ranges of Decree 30`() {
        let layout = DocumentLayout.state
        #expect((20...25).contains(layout.margins.top))
        #expect((20...25).contains(layout.margins.bottom))
        #expect((30...35).contains(layout.margins.left))
        #expect((15...20).contains(layout.margins.right))
        #expect((12...13).contains(layout.sizes.state))
        #expect((13...14).contains(layout.sizes.motto))
        #expect((12...13).contains(layout.sizes.issuer))
        #expect(layout.sizes.number == 13)
        #expect((13...14).contains(layout.sizes.placeAndDate))
        #expect((13...14).contains(layout.sizes.kind))
        #expect((13...14).contains(layout.sizes.title))
        #expect((12...13).contains(layout.sizes.letterSubject))
        #expect((13...14).contains(layout.sizes.body))
        #expect(layout.sizes.recipientsTitle == 12)
        #expect(layout.sizes.recipients == 11)
        #expect(layout.sizes.appendix == 14)
        #expect((13...14).contains(layout.sizes.pageNumber))
        #expect([10, 12.7].contains(layout.firstLineIndent))
        #expect(layout.paragraphSpacing >= 6)
        #expect((1...1.5).contains(layout.lineSpacing))
    }

    @Test func `keep to the margins of the Party`() {
        let margins = DocumentLayout.party.margins
        #expect([margins.top, margins.bottom, margins.left, margins.right] == [20, 20, 30, 15])
    }
}
