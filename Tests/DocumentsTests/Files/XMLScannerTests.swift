import Documents
import Domain
import Testing

@Suite struct `Reading the XML of Word files` {
    /// The text of one paragraph around some XML.
    private func text(_ xml: String) async throws -> [String] {
        var zip = SampleZip()
        zip.add("_rels/.rels", SampleDocx.relations)
        zip.add("word/document.xml", xml)
        return try await PlanFile.read(zip.bytes, name: "a.docx").lines.map(\.text)
    }

    private func document(_ text: String) -> String {
        "<w:document><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:document>"
    }

    @Test(arguments: [
        ("Công an &amp; dân phòng", "Công an & dân phòng"), ("a&#225;&#xE1;", "aáá"),
        ("&lt;5&gt; &quot;&apos;", "<5> \"'"), ("<![CDATA[a<b]]>", "a<b"),
        ("a<!-- <w:t> -->b", "ab"), ("a<?x y?>b", "ab"),
    ])
    func `takes references, sections and comments`(xml: String, words: String) async throws {
        #expect(try await text("<?xml version='1.0'?>\n" + document(xml)) == [words])
    }

    @Test func `takes a byte order mark and UTF-16`() async throws {
        #expect(try await text("\u{FEFF}" + document("Phường")) == ["Phường"])
        var zip = SampleZip()
        zip.add("_rels/.rels", SampleDocx.relations)
        let units = [0xFEFF] + Array(document("Phường").utf16)
        zip.add("word/document.xml", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(try await PlanFile.read(zip.bytes, name: "a").lines.map(\.text) == ["Phường"])
    }

    @Test(arguments: [
        "<a><b></a></b>", "<a>", "</a>", "<a/><b/>", "<a b></a>", "<a b=c></a>", "<a b='<'/>", "<a",
        "<a>&x;</a>", "<a>&#xD800;</a>", "<a>&", "<a><!--", "x<a/>", "<>", "<a b='", "<a><![CDATA[",
        String(repeating: "<a>", count: 257) + String(repeating: "</a>", count: 257),
    ])
    func `refuses what is not well-formed`(xml: String) async {
        let problem = await #expect(throws: Problem.self) { try await text(xml) }
        #expect(problem?.message.contains("hỏng") == true)
    }
}
