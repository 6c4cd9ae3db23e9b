/// A paragraph style of a Word document.
package struct WordStyle: Sendable {
    package enum Alignment: String, Sendable { case left, centre = "center", right, both }

    package let id: String
    /// As Word shows it; `heading 1`, `Title` … are Word's own and make its navigation work.
    package let name: String
    var basedOn: String? = "Normal"
    var next: String?
    /// Points.
    var size: Double?
    var isBold = false
    var isItalic = false
    var alignment: Alignment?
    /// Points before and after.
    var before: Double?
    var after: Double?
    /// In 240ths of a line; `exact` in twips.
    var line: Int?
    var isLineExact = false
    /// Twips.
    var firstLine: Int?
    var left: Int?
    var hanging: Int?
    var keepsWithNext = false
    var keepsLines = false
    /// 0 is the highest of the navigation pane.
    var outlineLevel: Int?
    var hasRuleAbove = false

    /// Elements in the order that the schema wants.
    var xml: String {
        let base = basedOn.map { #"<w:basedOn w:val="\#($0)"/>"# } ?? ""
        let next = next.map { #"<w:next w:val="\#($0)"/>"# } ?? ""
        let isDefault = basedOn == nil ? #" w:default="1""# : ""
        return #"<w:style w:type="paragraph"\#(isDefault) w:styleId="\#(id)">"#
            + #"<w:name w:val="\#(WordXML.escaped(name))"/>\#(base)\#(next)<w:qFormat/>"#
            + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
    }

    private var paragraph: String {
        var out = ""
        if keepsWithNext { out += "<w:keepNext/>" }
        if keepsLines { out += "<w:keepLines/>" }
        if hasRuleAbove {
            out +=
                #"<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>"#
        }
        out += element(
            "spacing",
            [
                ("before", before.map(Twips.points)), ("after", after.map(Twips.points)),
                ("line", line),
            ], text: line == nil ? nil : ("lineRule", isLineExact ? "exact" : "auto"))
        out += element("ind", [("left", left), ("hanging", hanging), ("firstLine", firstLine)])
        if let alignment { out += #"<w:jc w:val="\#(alignment.rawValue)"/>"# }
        if let outlineLevel { out += #"<w:outlineLvl w:val="\#(outlineLevel)"/>"# }
        return out
    }

    private var run: String {
        var out = ""
        if isBold { out += "<w:b/><w:bCs/>" }
        if isItalic { out += "<w:i/><w:iCs/>" }
        if let size {
            let halves = Int((size * 2).rounded())
            out += #"<w:sz w:val="\#(halves)"/><w:szCs w:val="\#(halves)"/>"#
        }
        return out
    }

    private func element(
        _ name: String, _ values: [(String, Int?)], text: (String, String)? = nil
    ) -> String {
        var attributes = values.compactMap { key, value in
            value.map { #" w:\#(key)="\#($0)""# }
        }
        if let text { attributes.append(#" w:\#(text.0)="\#(text.1)""#) }
        return attributes.isEmpty ? "" : "<w:\(name)\(attributes.joined())/>"
    }
}
