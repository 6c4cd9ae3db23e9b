/// The number of a Vietnamese administrative document taken apart: `57/2026/QĐ-UBND`, `02-CT/TW`.
struct DocumentNumber: Equatable {
    /// The year that the number itself bears.
    let year: Int?
    /// Kind and issuer, `QĐ-UBND`.
    let symbol: String

    init(_ number: String) {
        let parts = Self.key(number).split(separator: "/").map(String.init)
        let inner = parts.dropFirst().first.flatMap(Int.init)
        year = inner.flatMap { (1900...2100).contains($0) ? $0 : nil }
        var rest = parts.dropFirst(year == nil ? 1 : 2).joined(separator: "/")
        // A party number joins its kind with a hyphen: 02-CT/TW.
        if let head = parts.first, let hyphen = head.firstIndex(of: "-") {
            rest = String(head[head.index(after: hyphen)...]) + "/" + rest
        }
        symbol = rest
    }

    /// Whether the symbol names one issuer in the whole country, so that equal numbers of one
    /// year are one document. Every ward has a `01/KH-UBND`.
    var isCentral: Bool {
        let tails = ["/TW", "-CP", "-TTG", "-BCA", "-BNV", "-BTC", "-VPTW"]
        return tails.contains { symbol.hasSuffix($0) } || symbol.hasPrefix("QH")
    }

    /// What is wrong with the form of the number, as a clause; nil when it is well formed.
    ///
    /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II (số, ký hiệu, không có dấu cách); số
    ///   của luật và nghị quyết Quốc hội ghi khóa: `55/2024/QH15`.
    static func fault(in number: String) -> String? {
        if number.contains(where: \.isWhitespace) {
            return "có dấu cách trong số, ký hiệu"
        }
        let parts = number.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, !parts.contains("") else { return "thiếu một phần của ký hiệu" }
        if parts.last?.uppercased() == "QH" {
            return "thiếu khóa Quốc hội sau «QH» (ví dụ «QH15»)"
        }
        return nil
    }

    /// Capitals, NFC, without spaces.
    static func key(_ number: String) -> String {
        number.filter { !$0.isWhitespace }.uppercased()
    }
}
