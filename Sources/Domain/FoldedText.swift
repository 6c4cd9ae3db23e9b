/// Folds Vietnamese for searching: lower case, no diacritics, đ as d, one space.
///
/// The same fold is applied to what is stored and to what is asked, so that both engines compare
/// plain bytes: neither SQLite nor PostgreSQL folds đ.
package func folded(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        let base = FoldTable.base(of: scalar)
        switch base.value {
        case FoldTable.dropped: continue
        case 0x20: pendingSpace = !out.isEmpty
        default:
            if pendingSpace { out.append(0x20) }
            pendingSpace = false
            if base.isASCII {
                out.append(UInt8(base.value))
            } else {
                out += UTF8.encode(base) ?? .init()
            }
        }
    }
    return String(decoding: out, as: UTF8.self)
}

private enum FoldTable {
    /// Stands for a combining mark, which goes.
    static let dropped: UInt32 = 0

    /// Every letter of Vietnamese lies below.
    private static let end: UInt32 = 0x1F00

    private static let scalars = (0..<end).map { value in
        Unicode.Scalar(value).map(found) ?? " "
    }

    @inline(__always)
    static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value < end ? scalars[Int(scalar.value)] : lower(scalar)
    }

    private static func found(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20, 0xA0: " "
        case 0x300...0x36F: Unicode.Scalar(UInt8(dropped))
        default: letters[scalar] ?? lower(scalar)
        }
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped[mapped.startIndex] : scalar
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("a", "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
            ("d", "đĐ"),
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
