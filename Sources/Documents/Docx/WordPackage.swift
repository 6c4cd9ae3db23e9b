package import Domain

/// The parts of a Word file and how they hang together.
///
/// - Source: ECMA-376-1 and -2 (Office Open XML, open packaging).
package struct WordPackage {
    /// Written into the file's properties; what screen readers and search see.
    package let title: String
    package let creator: String
    package let font: String
    package let styles: [WordStyle]
    /// Style of the page number.
    package let numberStyle: String
    package let body: WordBody

    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let extended =
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

    static let numberedHeader = "rId3"
    static let emptyHeader = "rId4"

    /// - Throws: `.unavailable` when memory runs out.
    package func bytes() throws(Problem) -> [UInt8] {
        try ZipWriter.pack(
            parts.map { name, xml in
                ZipWriter.Part(name: name, bytes: Array((WordXML.declaration + xml).utf8))
            })
    }

    /// Name and XML of each part, in the order of the file.
    package var parts: [(name: String, xml: String)] {
        [
            ("[Content_Types].xml", contentTypes),
            ("_rels/.rels", packageRelations),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", documentRelations),
            ("word/styles.xml", stylesXML),
            ("word/settings.xml", settings),
            ("word/header1.xml", header(WordPackage.pageNumber)),
            ("word/header2.xml", header("")),
            ("docProps/core.xml", core),
            ("docProps/app.xml", app),
        ]
    }

    private var document: String {
        #"<w:document xmlns:w="\#(WordXML.main)" xmlns:r="\#(WordXML.relationships)">"#
            + "<w:body>\(body.xml)</w:body></w:document>"
    }

    private var contentTypes: String {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let overrides = [
            ("/word/document.xml", "\(word).document.main+xml"),
            ("/word/styles.xml", "\(word).styles+xml"),
            ("/word/settings.xml", "\(word).settings+xml"),
            ("/word/header1.xml", "\(word).header+xml"),
            ("/word/header2.xml", "\(word).header+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            (
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml"
            ),
        ].map { #"<Override PartName="\#($0)" ContentType="\#($1)"/>"# }
        let relations = "application/vnd.openxmlformats-package.relationships+xml"
        return #"<Types xmlns="\#(WordPackage.package)/content-types">"#
            + #"<Default Extension="rels" ContentType="\#(relations)"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"#
            + overrides.joined() + "</Types>"
    }

    private var packageRelations: String {
        let metadata = "\(WordPackage.package)/relationships/metadata"
        return relations([
            ("rId1", "\(WordXML.relationships)/officeDocument", "word/document.xml"),
            ("rId2", "\(metadata)/core-properties", "docProps/core.xml"),
            ("rId3", "\(WordXML.relationships)/extended-properties", "docProps/app.xml"),
        ])
    }

    private var documentRelations: String {
        relations([
            ("rId1", "\(WordXML.relationships)/styles", "styles.xml"),
            ("rId2", "\(WordXML.relationships)/settings", "settings.xml"),
            (WordPackage.numberedHeader, "\(WordXML.relationships)/header", "header1.xml"),
            (WordPackage.emptyHeader, "\(WordXML.relationships)/header", "header2.xml"),
        ])
    }

    private func relations(_ entries: [(String, String, String)]) -> String {
        #"<Relationships xmlns="\#(WordPackage.package)/relationships">"#
            + entries.map { #"<Relationship Id="\#($0)" Type="\#($1)" Target="\#($2)"/>"# }.joined()
            + "</Relationships>"
    }

    private var stylesXML: String {
        let font = WordXML.escaped(font)
        return #"<w:styles xmlns:w="\#(WordXML.main)"><w:docDefaults><w:rPrDefault><w:rPr>"#
            + #"<w:rFonts w:ascii="\#(font)" w:eastAsia="\#(font)" w:hAnsi="\#(font)" "#
            + #"w:cs="\#(font)"/><w:color w:val="000000"/>"#
            + #"<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>"#
            + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
            + "</w:docDefaults>" + styles.map(\.xml).joined() + "</w:styles>"
    }

    /// Mode 15 is Word 2013 and later; without it Word opens the file as one of 2007.
    private var settings: String {
        #"<w:settings xmlns:w="\#(WordXML.main)"><w:defaultTabStop w:val="720"/>"#
            + #"<w:characterSpacingControl w:val="doNotCompress"/><w:compat>"#
            // A broken line of justified text is not stretched.
            + "<w:doNotExpandShiftReturn/>"
            + #"<w:compatSetting w:name="compatibilityMode" "#
            + #"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#
            + #"<w:themeFontLang w:val="vi-VN"/></w:settings>"#
    }

    private func header(_ content: String) -> String {
        #"<w:hdr xmlns:w="\#(WordXML.main)"><w:p><w:pPr><w:pStyle w:val="\#(numberStyle)"/>"#
            + "</w:pPr>\(content)</w:p></w:hdr>"
    }

    private static let pageNumber =
        #"<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>"#

    private var core: String {
        #"<cp:coreProperties xmlns:cp="\#(WordPackage.package)/metadata/core-properties" "#
            + #"xmlns:dc="http://purl.org/dc/elements/1.1/">"#
            + "<dc:title>\(WordXML.escaped(title))</dc:title>"
            + "<dc:creator>\(WordXML.escaped(creator))</dc:creator>"
            + "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    }

    private var app: String {
        #"<Properties xmlns="\#(WordPackage.extended)">"#
            + "<Application>Canh Lửa</Application></Properties>"
    }
}
