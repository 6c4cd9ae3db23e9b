/// One duty with different dates in two plans.
enum ClashingDatesRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-08", "Một việc có hai thời hạn khác nhau ở hai kế hoạch", .warning,
        meaning: """
            Hai kế hoạch được kiểm tra cùng nhau (hoặc kế hoạch mới và kế hoạch đã lưu) đặt thời hạn \
            khác nhau cho cùng một việc. So sánh phần câu mà thời hạn gắn vào với câu có thời hạn \
            của kế hoạch kia. Hạn gửi báo cáo không được so sánh.
            """,
        reason:
            "Cấp dưới không biết theo hạn nào; chậm theo kế hoạch này mà đúng theo kế hoạch kia.",
        source: "Kế hoạch cấp dưới phải phù hợp với kế hoạch cấp trên mà nó thực hiện.",
        wrong: """
            Kế hoạch tỉnh: xong trước ngày 30/6/2027. Kế hoạch xã: xong việc ấy trước ngày \
            31/12/2027.
            """,
        right: "Kế hoạch xã: xong trước ngày 30/6/2027 theo kế hoạch của tỉnh.",
        remedy: """
            Xem hai câu cạnh nhau; nếu kế hoạch của mình muộn hơn cấp trên thì sửa, nếu hai nơi \
            thuộc hai địa phương khác nhau thì ghi rõ và bỏ qua.
            """)

    /// How much of the words that a date belongs to must stand in the other plan's sentence.
    static let shareMin = 0.5
    /// Fewer different content words and pairs than this do not say a matter.
    static let sizeMin = 7

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        let own = dated(in: plan)
        let foreign = context.others(than: plan).flatMap { other in
            dated(in: other).map { (plan: other, work: $0) }
        }
        guard !own.isEmpty, !foreign.isEmpty else { return [] }
        let all = own + foreign.map(\.work)
        let similarity = WorkSimilarity(all.map(\.matter) + all.map(\.sentence))
        return own.indices.flatMap { mine in
            let clashing = foreign.indices.filter { index in
                all[mine].day != foreign[index].work.day
                    && isSame(mine, own.count + index, of: all.count, by: similarity)
            }
            return Dictionary(grouping: clashing) { foreign[$0].plan.number }
                .map { report(own[mine], $0.value.map { foreign[$0] }, in: plan) }
        }
    }

    private struct DatedWork {
        let task: CheckedTask
        let deadline: Deadline
        let day: Day
        /// The words that the date belongs to.
        let matter: String
        let sentence: String
    }

    private static func isSame(
        _ left: Int, _ right: Int, of count: Int, by similarity: WorkSimilarity
    ) -> Bool {
        func isWithin(_ part: Int, _ whole: Int) -> Bool {
            similarity.size(part) >= sizeMin
                && similarity.share(of: part, in: count + whole) >= shareMin
        }
        return isWithin(left, right) || isWithin(right, left)
    }

    private static func report(
        _ mine: DatedWork, _ theirs: [(plan: CheckedPlan, work: DatedWork)],
        in plan: CheckedPlan
    ) -> PlanDiagnostic {
        let places = theirs.map {
            "dòng \($0.work.task.reading.lineStart) là \($0.work.day.vietnamese)"
        }
        let file = theirs[0].plan.reading.file
        return plan.report(
            kind, at: mine.task, quoting: mine.deadline.text,
            """
            Hạn ở đây là \(mine.day.vietnamese); ở \(file) \(places.joined(separator: ", ")).
            """,
            related: theirs.map {
                $0.plan.place(of: $0.work.task, quoting: $0.work.deadline.text)
            })
    }

    private static func dated(in plan: CheckedPlan) -> [DatedWork] {
        plan.tasks.flatMap { task in
            task.reading.deadlines.compactMap { deadline in
                guard [.by, .within, .on].contains(deadline.type),
                    let day = deadline.date.flatMap({ Day(iso: $0) })
                else { return nil }
                let sentence = task.sentence(with: deadline.text)
                let matter = matter(of: deadline.text, in: sentence)
                guard !folded(matter).contains("bao cao") else { return nil }
                return DatedWork(
                    task: task, deadline: deadline, day: day, matter: matter, sentence: sentence)
            }
        }
    }

    /// Inside brackets their words, where they say enough, else the phrase before the bracket;
    /// outside of brackets the clause.
    private static func matter(of words: String, in sentence: String) -> String {
        let bare = CheckedTask.bare(words)
        guard let found = sentence.firstBytes(of: bare) else { return sentence }
        let before = sentence[..<found.lowerBound]
        if let open = before.lastIndex(of: "("), !before[open...].contains(")") {
            let inside = sentence[open...].prefix { $0 != ")" }
            if ContentWords.of(PlainText(String(inside))).count >= bracketWordsMin {
                return String(inside)
            }
            let lead = sentence[..<open]
            let start = lead.lastIndex { $0 == "," || $0 == ";" } ?? lead.startIndex
            return String(lead[start...])
        }
        return Sentences.clauses(sentence).first { $0.firstBytes(of: bare) != nil } ?? sentence
    }

    /// "thực hiện lắp đặt hệ thống báo động xong trước ngày …" says the matter; "hoàn thành xong
    /// trước ngày …" does not.
    private static let bracketWordsMin = 5
}
