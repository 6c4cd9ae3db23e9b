/// A percentage of nobody knows how many.
enum DenominatorRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-07", "Mẫu số chưa xác định", .warning,
        meaning: """
            Chỉ tiêu là một tỉ lệ dưới 100%, nhưng câu không nói tổng số là bao nhiêu và cũng không \
            dẫn tới danh sách, phụ lục kèm theo. Chỉ tiêu 100% không bị báo: khi đó là tất cả, không \
            cần biết tổng số mới hiểu.
            """,
        reason: """
            Không biết tổng số thì không biết phải làm bao nhiêu, và cuối năm mỗi bên tính một tỉ lệ.
            """,
        source: "\"06 rõ\" (rõ kết quả); mục tiêu phải đo đếm được.",
        wrong: "Trong năm 2026 lắp trụ nước cho tối thiểu 40% các tuyến hẻm.",
        right: """
            Trong năm 2026 lắp trụ nước cho tối thiểu 8 trong tổng số 20 tuyến hẻm (40%) theo danh \
            sách tại Phụ lục 2.
            """,
        remedy:
            "Ghi tổng số và ngày chốt tổng số, hoặc gắn chỉ tiêu với một danh sách, sổ theo dõi.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.tasks.compactMap { task in
            let open = task.reading.targets.filter { isShare($0) && !hasTotal($0, in: task) }
            guard let first = open.first else { return nil }
            let shares = open.map(share).reduce(into: [String]()) { shares, share in
                if !shares.contains(share) { shares.append(share) }
            }
            let count = open.count > shares.count ? " (\(open.count) chỉ tiêu)" : ""
            return plan.report(
                kind, at: task, quoting: first.text,
                "\(shares.joined(separator: ", "))\(count) của bao nhiêu?")
        }
    }

    private static func isShare(_ target: TargetReading) -> Bool {
        target.unit == "percent" && (target.min ?? target.max ?? 100) < 100
    }

    private static func share(_ target: TargetReading) -> String {
        let (low, high) = (target.min, target.max)
        let bounds = low == high ? [low] : [low, high]
        return bounds.compactMap { $0 }.map(PaceRule.decimal).joined(separator: "–") + "%"
    }

    /// The sentence gives a total or points to a list.
    private static func hasTotal(_ target: TargetReading, in task: CheckedTask) -> Bool {
        let sentence = task.sentence(with: target.text)
        if totals.isFound(in: PlainText(sentence)) { return true }
        guard let place = sentence.firstBytes(of: CheckedTask.bare(target.text)) else {
            return false
        }
        // "tỷ lệ giải ngân đạt 90%", "98% hồ sơ": the year itself counts the whole.
        let before = folded(String(sentence[..<place.lowerBound].suffix(rateReach)))
        let after = folded(String(sentence[place.upperBound...].prefix(flowReach)))
        return before.contains("ty le ") || before.contains("ti le ")
            || flows.contains { after.hasPrefix($0) }
    }

    /// Characters before the number in which its rate is named.
    private static let rateReach = 120
    /// Characters behind the number that say of what it is a share.
    private static let flowReach = 20

    /// Things that come in over the year and are counted as they come.
    private static let flows = [
        "ho so", "van ban", "thu tuc", "don thu", "phan anh", "so vu", "cac vu",
    ]

    private static let totals = PhraseList([
        "tong so ", "danh sach", "phu luc", "kem theo", "trong so 1", "trong so 2", "trong so 3",
        "trong so 4", "trong so 5", "trong so 6", "trong so 7", "trong so 8", "trong so 9",
    ])
}
