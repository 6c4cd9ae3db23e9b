/// A piece of a sentence where a whole one belongs.
enum FragmentRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-16", "Câu đứt đoạn", .warning,
        meaning: """
            Một gạch đầu dòng hoặc một câu bắt đầu bằng chữ thường, kết thúc giữa chừng, hoặc một \
            điểm "(2) …" không có động từ trong khi các điểm bên cạnh đều có. Thường do cắt dán, \
            ngắt trang hoặc sót chữ.
            """,
        reason: "Không biết phải làm gì; phần bị mất có thể là thời hạn hoặc đơn vị chủ trì.",
        source: "\"06 rõ\" (rõ việc).",
        wrong: "- Kiểm tra các bến nước. vào mùa khô hằng năm. Đồng thời (2) Máy bơm.",
        right: "- Kiểm tra các bến nước vào mùa khô hằng năm; (2) sửa chữa máy bơm.",
        remedy: "Đối chiếu với bản gốc có chữ ký, bổ sung phần thiếu khi xác nhận nhiệm vụ.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.tasks.compactMap { task in
            guard task.reading.table == nil else { return nil }
            if let piece = brokenSentence(task.text) {
                return plan.report(
                    kind, at: task, quoting: piece,
                    "Sau dấu chấm là chữ thường: «\(piece) …»; câu bị đứt hoặc sót chữ.")
            }
            if let item = itemWithoutVerb(task.text) {
                return plan.report(
                    kind, at: task, quoting: item,
                    "Điểm «\(item)» không có động từ: không rõ phải làm gì.")
            }
            guard task.reading.text != nil else { return nil }
            return opening(of: task, in: plan) ?? ending(of: task, in: plan)
        }
    }

    private static func opening(of task: CheckedTask, in plan: CheckedPlan) -> PlanDiagnostic? {
        guard let first = task.text.first, first.isLetter, first.isLowercase else { return nil }
        return plan.report(
            kind, at: task, "Nhiệm vụ bắt đầu bằng chữ thường: chỉ là một phần của câu.")
    }

    private static func ending(of task: CheckedTask, in plan: CheckedPlan) -> PlanDiagnostic? {
        guard let last = Sentences.lastWord(task.text) else { return nil }
        let isOpen = last.hasSuffix(",") || dangling.contains(folded(String(last)))
        guard isOpen else { return nil }
        return plan.report(
            kind, at: task, quoting: task.sentences.last,
            "Nhiệm vụ kết thúc giữa chừng ở «\(last)».")
    }

    /// A full stop after a small word, then small letters: `tai nạn. vào các khung giờ`.
    private static func brokenSentence(_ text: String) -> String? {
        guard text.utf8.dropLast().contains(UInt8(ascii: ".")) else { return nil }
        let words = Sentences.words(text)
        for (index, word) in words.enumerated().dropLast()
        where word.utf8.last == UInt8(ascii: ".") && word.count > 2 && !word.hasSuffix("..") {
            let body = word.dropLast()
            let next = words[index + 1]
            guard body.allSatisfy({ $0.isLetter && $0.isLowercase }),
                next.first?.isLowercase == true, next.first?.isLetter == true
            else { continue }
            return words[index...min(index + 4, words.count - 1)].joined(separator: " ")
        }
        return nil
    }

    /// `(2) Thiết bị báo động.` beside `(1) Số hóa dữ liệu …;`.
    private static func itemWithoutVerb(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return nil }
        let items = numberedItems(text)
        guard items.count > 1, items.contains(where: { beginsWithVerb($0) }) else { return nil }
        return items.first { item in
            let words = item.split(separator: " ").count
            return words <= itemWordsMax && !ActionVerbs.all.isFound(in: PlainText(item))
        }
    }

    /// Longer items say enough to be understood.
    private static let itemWordsMax = 8

    private static func numberedItems(_ text: String) -> [String] {
        var items: [String] = []
        var rest = text[...]
        var number = 1
        while let mark = rest.firstRange(of: "(\(number))") {
            rest = rest[mark.upperBound...]
            let end = rest.firstRange(of: "(\(number + 1))")?.lowerBound ?? rest.endIndex
            let item = rest[..<end].prefix { $0 != ";" && $0 != "." }
            items.append(Sentences.trimmed(item))
            number += 1
        }
        return items
    }

    private static func beginsWithVerb(_ item: String) -> Bool {
        ActionVerbs.all.isFound(in: PlainText(item), within: 0..<openingLength)
    }

    /// Bytes in which an opening verb stands, an adverb before it included.
    private static let openingLength = 20

    private static let dangling: Set = [
        "va", "hoac", "cua", "cho", "voi", "tai", "trong", "theo", "cac", "ve", "de", "den",
    ]
}
