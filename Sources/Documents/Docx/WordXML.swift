/// Escaping for the XML of Word's parts.
package enum WordXML {
    /// Text or attribute value: markup escaped, characters that XML 1.0 forbids left out.
    ///
    /// - Source: XML 1.0 (fifth edition), production 2 `Char`.
    package static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r": out.append(scalar)
            default:
                let isForbidden =
                    scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                if !isForbidden { out.append(scalar) }
            }
        }
        return String(out)
    }

    package static let declaration =
        #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    /// Namespace of WordprocessingML. - Source: ECMA-376-1.
    package static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package static let relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}

/// Lengths in twips, twentieths of a point, 1,440 to the inch.
package enum Twips {
    package static func millimetres(_ length: Double) -> Int {
        Int((length / 25.4 * 1440).rounded())
    }

    package static func points(_ length: Double) -> Int { Int((length * 20).rounded()) }
}
