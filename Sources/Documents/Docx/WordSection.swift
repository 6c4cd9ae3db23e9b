/// Paper, margins and page numbers of a part of a Word document.
package struct WordSection {
    /// A4 upright, in twips. - Source: ISO 216; Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.1.
    package static let paperWidth = Twips.millimetres(210)
    package static let paperHeight = Twips.millimetres(297)

    /// Twips.
    let top, bottom, left, right: Int
    /// From the edge of the paper to the page number.
    let header: Int
    /// Whether counting starts at 1 here.
    let restartsNumbers: Bool

    package var textWidth: Int { WordSection.paperWidth - left - right }

    var xml: String {
        "<w:sectPr>"
            + #"<w:headerReference w:type="default" r:id="\#(WordPackage.numberedHeader)"/>"#
            + #"<w:headerReference w:type="first" r:id="\#(WordPackage.emptyHeader)"/>"#
            + #"<w:type w:val="nextPage"/>"#
            + #"<w:pgSz w:w="\#(WordSection.paperWidth)" w:h="\#(WordSection.paperHeight)"/>"#
            + #"<w:pgMar w:top="\#(top)" w:right="\#(right)" w:bottom="\#(bottom)" "#
            + #"w:left="\#(left)" w:header="\#(header)" w:footer="\#(header)" w:gutter="0"/>"#
            + (restartsNumbers ? #"<w:pgNumType w:start="1"/>"# : "") + "<w:titlePg/></w:sectPr>"
    }
}
