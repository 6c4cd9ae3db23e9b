// Numbers as Vietnamese documents write them: `1.234,5`.

extension Int {
    /// `1.234`.
    package var vietnamese: String { (self < 0 ? "-" : "") + grouped(String(magnitude)) }

    /// `67%`; nil of nothing.
    ///
    /// - Precondition: neither number is negative.
    package func percent(of whole: Int) -> String? { hundredths(of: whole).map { "\($0)%" } }

    /// How many hundredths of a whole it is, to the nearest; 0 and 100 mean nothing and all. nil of
    /// nothing.
    ///
    /// - Precondition: neither number is negative.
    package func hundredths(of whole: Int) -> Int? {
        guard whole > 0 else { return nil }
        let nearest = (self * 200 + whole) / (whole * 2)
        return self == 0 || self >= whole ? nearest : Swift.min(99, Swift.max(1, nearest))
    }
}

extension Double {
    /// At most two decimals, rounded half away from zero, without idle zeros; nil for what is no
    /// number or too large to be written exactly.
    package var vietnamese: String? {
        guard isFinite, magnitude < exactMax else { return nil }
        let hundredths = Int((magnitude * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let sign = self < 0 && hundredths > 0 ? "-" : ""
        if rest == 0 { return sign + grouped(String(whole)) }
        let decimals = rest % 10 == 0 ? String(rest / 10) : twoDigits(rest)
        return sign + grouped(String(whole)) + "," + decimals
    }
}

extension Double {
    /// What a person typed: `1.234,5`, `1 234`, `4,5`; also `4.5`, where the point cannot part
    /// thousands. Exactly three digits stand behind every point that does.
    ///
    /// Returns nil for what is no such number.
    package init?(vietnamese text: String) {
        var digits = String(text.filter { !$0.isWhitespace })
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits.removeFirst() }
        guard digits.allSatisfy({ "0"..."9" ~= $0 || $0 == "." || $0 == "," }) else { return nil }
        let halves = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard let whole = halves.first, halves.count <= 2 else { return nil }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        let partsThousands =
            groups.count > 1 && (1...3).contains(groups[0].count) && groups[0] != "0"
            && groups.dropFirst().allSatisfy { $0.count == 3 }
        let plain: String
        if groups.count == 1 || partsThousands {
            plain = groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
        } else if groups.count == 2, halves.count == 1 {
            plain = groups.joined(separator: ".")
        } else {
            return nil
        }
        guard plain.first?.isNumber == true, plain.last?.isNumber == true,
            let value = Double(plain), value.magnitude < exactMax
        else { return nil }
        self = isNegative ? -value : value
    }
}

/// Hundredths of numbers below it are integers that a Double holds exactly.
private let exactMax = 9e13

private func grouped(_ digits: String) -> String {
    var out = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { out.append(".") }
        out.append(digit)
    }
    return out
}
