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
