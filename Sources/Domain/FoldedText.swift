/// Folds Vietnamese for searching: lower case, no diacritics, đ as d, one space.
///
/// The same fold is applied to what is stored and to what is asked, so that both engines compare
/// plain bytes: neither SQLite nor PostgreSQL folds đ.
package func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        guard let base = FoldTable.base(of: scalar) else { continue }
        if base == " " {
            pendingSpace = !out.isEmpty
        } else {
            if pendingSpace { out.append(" ") }
            pendingSpace = false
            out.append(base)
        }
    }
    return String(out)
}

private enum FoldTable {
    /// nil for a combining mark, which goes.
    static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value + 32))
        case 0x09, 0x0A, 0x0D, 0x20, 0xA0: return " "
        case ..<0x80: return scalar
        case 0x110, 0x111: return "d"
        case 0x300...0x36F: return nil
        default: return letters[scalar] ?? Script.lower(scalar)
        }
    }

    private enum Script {
        static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            let mapped = scalar.properties.lowercaseMapping.unicodeScalars
            return mapped.count == 1 ? mapped[mapped.startIndex] : scalar
        }
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("a", "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
            ("e", "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"),
            ("i", "ìíỉĩịÌÍỈĨỊ"),
            ("o", "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
            ("u", "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"),
            ("y", "ỳýỷỹỵỲÝỶỸỴ"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (base, variants) in groups {
            for scalar in variants.unicodeScalars { table[scalar] = base }
        }
        return table
    }()
}

extension String {
    /// As within a sentence: "Tổ dân phố" is "tổ dân phố".
    package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
