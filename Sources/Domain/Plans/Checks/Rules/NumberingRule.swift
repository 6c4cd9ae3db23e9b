/// Section numbers that jump, repeat or do not begin with one.
enum NumberingRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-26", "Đánh số đề mục nhảy hoặc trùng", .warning,
        meaning: "Các mục cùng cấp phải đánh số 1, 2, 3 … (I, II, III …) liên tục, không trùng.",
        reason: """
            Có thể thiếu cả một mục do quét hoặc cắt dán; hai mục trùng số thì "mục 2" không chỉ \
            được một chỗ.
            """,
        source: "Nghị định 30/2020/NĐ-CP, Phụ lục I: bố cục nội dung văn bản.",
        wrong: "I. MỤC ĐÍCH … II. NHIỆM VỤ … IV. TỔ CHỨC THỰC HIỆN",
        right: "I. MỤC ĐÍCH … II. NHIỆM VỤ … III. TỔ CHỨC THỰC HIỆN",
        remedy: "Đối chiếu với bản gốc: nếu thiếu mục thì bổ sung, nếu đánh nhầm thì sửa số.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        var last: [String: Int] = [:]
        var interrupted: [String: Int] = [:]
        return plan.reading.sections.compactMap { section in
            let parts = section.path.split(separator: ".").map(String.init)
            guard let label = parts.last, let number = value(of: label) else { return nil }
            let parent = parts.dropLast().joined(separator: ".")
            let previous = last[parent] ?? 0
            last[parent] = number
            // What stands below this section begins anew, also where its number is a second one.
            last = last.filter { !$0.key.hasPrefix(section.path + ".") && $0.key != section.path }
            guard number != previous + 1 else { return nil }
            // A list within a section counts from one, and the sections go on after it.
            if number == 1, previous > 1 {
                interrupted[parent] = previous
                return nil
            }
            if let before = interrupted[parent], number == before + 1 { return nil }
            let message: String
            if previous == 0 {
                message = "Mục đầu tiên mang số \(label), không phải số 1."
            } else if number == previous {
                message = "Hai mục cùng cấp mang số \(label)."
            } else {
                message = "Số \(label) đứng sau số \(previous)."
            }
            return plan.report(
                kind, line: section.line, section: section.path, quoting: section.title ?? label,
                message)
        }
    }

    private static func value(of label: String) -> Int? { Int(label) ?? roman(label) }

    /// Roman numerals up to 39, enough for any plan.
    private static func roman(_ label: String) -> Int? {
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10]
        var (total, previous) = (0, 0)
        for letter in label.reversed() {
            guard let value = values[letter] else { return nil }
            total += value < previous ? -value : value
            previous = value
        }
        return total
    }
}
