/// The words of a document's fixed parts, as its layout wants them.
extension AdministrativeDocument {
    /// `Số: 05/BC-UBND`; `Số 90-BC/ĐU`; a blank number keeps its room.
    package var numberLine: String {
        layout.numberLead + (number.map(padded) ?? AdministrativeDocument.blankNumber)
            + layout.numberSeparator + symbol
    }

    /// `BC-UBND`, `BC/ĐU`; a letter of the State has the issuer's half only.
    package var symbol: String {
        // The Party abbreviates a letter (CV), the decree does not.
        let kind = kind.abbreviation ?? (layout.emblem == .party ? "CV" : nil)
        return [kind, issuerSymbol].compactMap(\.self).joined(separator: layout.symbolSeparator)
    }

    /// `Sao Mai, ngày 05 tháng 12 năm 2026`.
    package var placeAndDate: String { "\(place), \(date.inWords)" }

    /// Top left, in capitals.
    package var parentLines: [String] { parentBody.map { $0.uppercased() } }
    package var issuerLines: [String] { issuer.map { $0.uppercased() } }

    /// Top right, the lines in order.
    package var emblemLines: [String] {
        switch layout.emblem {
        case .republic: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
        case .party: ["ĐẢNG CỘNG SẢN VIỆT NAM"]
        }
    }

    /// `BÁO CÁO`; nil for a letter.
    package var kindLine: String? { kind == .letter ? nil : kind.name.uppercased() }

    /// `V/v …`; nil for every other kind.
    package var letterSubject: String? { kind == .letter ? "V/v \(title)" : nil }

    /// Each basis with its sign: `;`, the last `.`.
    package var basisLines: [String] { listed(bases, separator: ";") }

    /// Kính gửi; each with its sign when there are several.
    package var addresseeLines: [String] {
        addressees.count < 2 ? addressees : listed(addressees.map { "- \($0)" }, separator: ";")
    }

    /// Under "Nơi nhận:", the archive last.
    package var recipientLines: [String] {
        listed(
            (recipients + [layout.archiveLead + archive]).map { "- \($0)" },
            separator: layout.recipientSeparator)
    }

    /// `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
    package var signatureLines: [String] {
        signature.lines.map { line in
            let prefix = line.authority.map { layout.prefixes[$0] + " " } ?? ""
            return prefix + line.text.uppercased()
        }
    }

    /// `PHỤ LỤC`, or `PHỤ LỤC I`, … when there are several.
    package func appendixLabel(at index: Int) -> String {
        appendices.count < 2 ? "PHỤ LỤC" : "PHỤ LỤC \(roman(index + 1))"
    }

    /// `(Kèm theo Báo cáo số 05/BC-UBND ngày 05/12/2026 của …)`, blanks kept.
    package var appendixReference: String {
        let number =
            (number.map(padded) ?? AdministrativeDocument.blankNumber) + layout.numberSeparator
            + symbol
        return "(Kèm theo \(kind.name) số \(number)\(layout.citationSeparator)\(date.inWords)"
            + " của \(issuer.joined(separator: " ")))"
    }

    /// Room for a number by hand.
    private static let blankNumber = String(repeating: "\u{A0}", count: 7)

    /// Numbers below 10 take a leading zero.
    private func padded(_ number: String) -> String {
        number.utf8.count == 1 && Int(number) != nil ? "0\(number)" : number
    }

    private func listed(_ lines: [String], separator: String) -> [String] {
        lines.enumerated().map { index, line in
            line + (index == lines.count - 1 ? "." : separator)
        }
    }
}

extension DocumentLayout.Prefixes {
    fileprivate subscript(authority: DocumentSignature.Authority) -> String {
        switch authority {
        case .onBehalf: onBehalf
        case .deputy: deputy
        case .byOrder: byOrder
        case .byAuthority: byAuthority
        case .acting: acting
        }
    }
}

/// Counts the headings of one text and gives each its label.
package struct HeadingNumbers {
    private var counts = [0, 0, 0]
    private let romanSuffix: String

    package init(layout: DocumentLayout) { romanSuffix = layout.romanSuffix }

    /// `II. KẾT QUẢ`, `1. Công tác …`, `a) …`; a deeper level begins again under each heading.
    package mutating func label(level: Int, _ title: String) -> String {
        let level = min(max(level, 1), 3)
        counts[level - 1] += 1
        for deeper in level..<3 { counts[deeper] = 0 }
        let count = counts[level - 1]
        switch level {
        case 1: return "\(roman(count))\(romanSuffix) \(title.uppercased())"
        case 2: return "\(count). \(title)"
        default: return "\(pointLetter(count))) \(title)"
        }
    }
}

/// Letters of points in the order of the Vietnamese alphabet; after `y` comes `aa`.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.
private func pointLetter(_ number: Int) -> String {
    let letters = Array("abcdđeghiklmnopqrstuvxy")
    let rest = number - 1
    let last = String(letters[rest % letters.count])
    return rest < letters.count ? last : pointLetter(rest / letters.count) + last
}

/// - Precondition: `number` is positive.
private func roman(_ number: Int) -> String {
    let steps = [
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
        (1, "I"),
    ]
    var rest = number
    var out = ""
    for (value, digits) in steps {
        while rest >= value {
            out += digits
            rest -= value
        }
    }
    return out
}
