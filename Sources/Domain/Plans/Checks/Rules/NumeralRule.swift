/// A number whose words and digits disagree.
enum NumeralRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-21", "Số viết bằng chữ khác số viết bằng chữ số", .error,
        meaning: "Sau một con số có phần chú bằng chữ trong ngoặc, và hai bên không bằng nhau.",
        reason: "Không biết phải theo số nào; phần bằng chữ sinh ra để tránh chính chuyện này.",
        source: "Hai cách ghi một con số trong cùng một câu phải bằng nhau.",
        wrong: "Mỗi khu dân cư tối thiểu 05 (sáu) bình chữa cháy.",
        right: "Mỗi khu dân cư tối thiểu 05 (năm) bình chữa cháy.",
        remedy: "Hỏi lại cơ quan ban hành con số đúng, sửa khi xác nhận nhiệm vụ.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.tasks.flatMap { task in
            pairs(in: task.text).compactMap { digits, words in
                guard let number = Int(digits), let said = VietnameseNumeral.value(of: words),
                    said != number
                else { return nil }
                return plan.report(
                    kind, at: task, quoting: "\(digits) (\(words))",
                    "Ghi \(digits) nhưng chú bằng chữ là «\(words)» (\(said)).")
            }
        }
    }

    /// Every `05 (năm)`: digits, and what stands in the bracket behind them.
    private static func pairs(in text: String) -> [(digits: String, words: String)] {
        let pieces = text.utf8.split(
            separator: UInt8(ascii: "("), omittingEmptySubsequences: false
        ).map { Substring($0) }
        var found: [(String, String)] = []
        for (before, after) in zip(pieces, pieces.dropFirst()) {
            let digits = before.reversed().drop { $0 == " " }.prefix { $0.isNumber }
            guard !digits.isEmpty else { continue }
            found.append((String(digits.reversed()), String(after.prefix { $0 != ")" })))
        }
        return found
    }
}

/// Vietnamese words for whole numbers below a thousand.
enum VietnameseNumeral {
    /// - Returns: nil for anything that is not wholly such a number.
    static func value(of text: String) -> Int? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        guard !words.isEmpty else { return nil }
        var (total, last): (Int, Int?) = (0, nil)
        for word in words {
            switch word {
            case "trăm":
                guard let digit = last else { return nil }
                (total, last) = (total + digit * 100, nil)
            case "mươi":
                guard let digit = last else { return nil }
                (total, last) = (total + digit * 10, nil)
            case "mười": (total, last) = (total + 10, nil)
            case "lẻ", "linh": guard last == nil, total > 0 else { return nil }
            default:
                guard last == nil, let digit = digits[word] else { return nil }
                last = digit
            }
        }
        return total + (last ?? 0)
    }

    private static let digits = [
        "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
        "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    ]
}
