import Documents
import Domain
import Testing

@Suite struct `Escaping for Word` {
    @Test func `escapes markup`() {
        #expect(WordXML.escaped(#"a < b & c > "d""#) == "a &lt; b &amp; c &gt; &quot;d&quot;")
    }

    @Test func `leaves out what XML forbids`() {
        #expect(WordXML.escaped("a\u{0}\u{1}\u{8}\u{B}\u{1F}\u{FFFE}\u{FFFF}b") == "ab")
        #expect(WordXML.escaped("a\t\n\rb\u{20}\u{FFFD}😀") == "a\t\n\rb \u{FFFD}😀")
    }

    @Test func `breaks lines and sets tabs as elements`() {
        var body = WordBody()
        body.paragraph("NoiDung", "một\nhai\tba")
        #expect(body.xml.contains(">một</w:t><w:br/>"))
        #expect(body.xml.contains(">hai</w:t><w:tab/>"))
    }

    @Test func `gives every column a whole width that adds up`() {
        var body = WordBody()
        let table = DocumentTable(
            summary: "S & T",
            columns: [.init("A", share: 1), .init("B", share: 1), .init("C", share: 1)],
            rows: [.cells(["1"]), .group("Nhóm")])
        body.table(table, width: 1_000, headStyle: "H", styles: [.left: "L"])
        let widths = body.xml.matches(of: /<w:gridCol w:w="(\d+)"\/>/).compactMap { Int($0.1) }
        #expect(widths == [333, 334, 333])
        #expect(body.xml.contains(#"<w:gridSpan w:val="3"/>"#))
        #expect(body.xml.contains(#"<w:tblDescription w:val="S &amp; T"/>"#))
        // A row with too few cells is filled up: heading, cells, group.
        #expect(body.xml.matches(of: /<w:tc>/).count == 3 + 3 + 1)
    }
}
