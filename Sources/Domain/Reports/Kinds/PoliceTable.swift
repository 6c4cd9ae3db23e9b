extension ReportKind {
    /// The statistical table of the fire police, as a ward can fill it, with its sums checked.
    ///
    /// Lines 54 to 61 split trained officers by rank; no register has them, nor what each line is
    /// called, so that a person types them.
    static let policeTable = ReportKind(
        "police_table", "Biểu thống kê PCCC và CNCH",
        "Biểu 61 dòng của Cảnh sát PCCC và CNCH; các dòng tổng được đối chiếu trước khi duyệt.",
        source:
            "Biểu báo cáo của Cảnh sát PCCC và CNCH năm 2026 (đọc qua phần mềm dùng biểu này, chưa đối chiếu với mẫu gốc)",
        about: .ward, figures: PoliceLine.all.compactMap(\.figure),
        sums: [
            ReportSum("rescues_saved", ["rescues_direct", "rescues_guided"]),
            ReportSum("inspected", ["inspected_periodic", "inspected_unscheduled"]),
            ReportSum(
                "sanctioned_all",
                ["sanctioned_warning", "suspended_partial", "suspended_whole", "sanctioned_fine"]),
            ReportSum("trained_all", (56...61).map { "trained_\($0)" }),
        ]
    ) { facts in
        let subject = "số liệu thống kê PCCC và CNCH \(facts.timeWords)"
        return ReportText(
            title: "Biểu \(subject)",
            sections: ReportSection.parted(
                "opening",
                [
                    .paragraph(
                        RichText(
                            "\(facts.reporter) báo cáo \(subject), kèm cùng kỳ năm \(facts.previousTo.year). Dấu “–” là chưa có số liệu."
                        ))
                ])
                + ReportSection.parted("table", [.table(PoliceLine.table(facts))])
                + ReportSection.parted(
                    "closing",
                    [.paragraph(RichText("Trên đây là \(subject) của \(facts.reporter)./."))]))
    }
}

/// One line of the police's table.
///
/// - Source: the daily table "BC NGÀY" of a fire police team of 2026, lines 1 to 61.
package struct PoliceLine: Sendable {
    package let number: Int
    let label: String
    /// nil: a heading.
    let figure: ReportKind.Figure?

    private init(_ number: Int, _ label: String, _ figure: ReportKind.Figure? = nil) {
        self.number = number
        self.label = label
        self.figure = figure
    }

    private init(_ number: Int, _ label: String, of key: String) {
        guard let measure = ReportMeasures.named(key) else {
            preconditionFailure("no measure \(key)")
        }
        self.init(number, label, .measured(measure))
    }

    private static func harm(_ first: Int, _ name: String) -> [PoliceLine] {
        [
            PoliceLine(first, "Người chết", of: "\(name)_dead"),
            PoliceLine(first + 1, "Người bị thương", of: "\(name)_injured"),
            PoliceLine(first + 2, "Người cứu được", of: "\(name)_saved"),
            PoliceLine(first + 3, "Thiệt hại tài sản", of: "\(name)_loss"),
            PoliceLine(first + 4, "Tài sản cứu được", of: "\(name)_property_saved"),
        ]
    }

    private static func plans(_ head: Int, _ name: String, _ title: String) -> [PoliceLine] {
        [
            PoliceLine(head, title),
            PoliceLine(head + 1, "Xây dựng, phê duyệt", of: "\(name)_approved"),
            PoliceLine(head + 2, "Thực tập", of: "\(name)_drilled"),
        ]
    }

    package static let all: [PoliceLine] =
        [PoliceLine(1, "I. TÌNH HÌNH"), PoliceLine(2, "Số vụ cháy", of: "fires")]
        + harm(3, "fires") + [PoliceLine(8, "Số vụ nổ", of: "explosions")]
        + harm(9, "explosions") + [
            PoliceLine(14, "Số vụ tai nạn, sự cố", of: "rescues"),
            PoliceLine(15, "Số người cứu được", of: "rescues_saved"),
            PoliceLine(16, "Cứu trực tiếp", of: "rescues_direct"),
            PoliceLine(17, "Hướng dẫn thoát nạn", of: "rescues_guided"),
            PoliceLine(18, "Thi thể tìm được", of: "rescues_bodies"),
            PoliceLine(19, "Tài sản cứu được", of: "rescues_property_saved"),
            PoliceLine(20, "II. KẾT QUẢ CÔNG TÁC"), PoliceLine(21, "1. Tuyên truyền"),
            PoliceLine(22, "Trên phương tiện thông tin"),
            PoliceLine(23, "Tin, bài", of: "outreach_articles"),
            PoliceLine(24, "Hình ảnh", of: "outreach_pictures"),
            PoliceLine(25, "Người cài ứng dụng báo cháy", of: "app_installs"),
            PoliceLine(26, "Trực tiếp"), PoliceLine(27, "Số buổi", of: "outreach_sessions"),
            PoliceLine(28, "Số người", of: "outreach_people"),
            PoliceLine(29, "Tờ rơi", of: "outreach_leaflets"),
            PoliceLine(30, "2. Hướng dẫn, kiểm tra"),
            PoliceLine(31, "Số cơ sở được kiểm tra", of: "inspected"),
            PoliceLine(32, "Định kỳ", of: "inspected_periodic"),
            PoliceLine(33, "Đột xuất, chuyên đề", of: "inspected_unscheduled"),
            PoliceLine(34, "Số vi phạm phát hiện", of: "violations"),
            PoliceLine(
                35, "Số cơ sở bị xử lý",
                .sum(
                    key: "sanctioned_all", label: "cơ sở bị xử lý", unit: "cơ sở",
                    of: [
                        "sanctioned_warning", "suspended_partial", "suspended_whole",
                        "sanctioned_fine",
                    ])), PoliceLine(36, "Cảnh cáo", of: "sanctioned_warning"),
            PoliceLine(37, "Tạm đình chỉ", of: "suspended_partial"),
            PoliceLine(38, "Đình chỉ", of: "suspended_whole"),
            PoliceLine(39, "Phạt tiền", of: "sanctioned_fine"),
            PoliceLine(40, "Tiền phạt", of: "fines"), PoliceLine(41, "3. Phương án"),
        ] + plans(42, "pc06", "3.1. Phương án PC06") + plans(45, "pc07", "3.2. Phương án PC07")
        + plans(48, "pc08", "3.3. Phương án PC08") + plans(51, "pc09", "3.4. Phương án PC09")
        + [PoliceLine(54, "4. Huấn luyện cán bộ, chiến sĩ")]
        + [
            PoliceLine(
                55, "Số cán bộ, chiến sĩ được huấn luyện",
                .typed(
                    key: "trained_all", label: "cán bộ, chiến sĩ được huấn luyện", unit: "người"))
        ]
        + (56...61).map {
            PoliceLine(
                $0, "Chia theo cấp, dòng \($0)",
                .typed(key: "trained_\($0)", label: "được huấn luyện, dòng \($0)", unit: "người"))
        }

    private static let numbers = Dictionary(
        all.compactMap { line in line.figure.map { ($0.key, line.number) } },
        uniquingKeysWith: { first, _ in first })

    /// The line of a figure, `31`; nil for a figure that the table has not.
    package static func number(of key: String) -> Int? { numbers[key] }

    static func table(_ facts: ReportFacts) -> DocumentTable {
        let figures = Dictionary(
            facts.figures.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        return DocumentTable(
            summary: "Biểu thống kê",
            columns: [
                .init("TT", share: 7, .centre), .init("Nội dung", share: 41),
                .init("Đơn vị", share: 15, .centre), .init("Trong kỳ", share: 13, .right),
                .init("Cùng kỳ năm trước", share: 13, .right),
                .init("Tăng, giảm", share: 11, .right),
            ],
            rows: all.map { line in
                guard let figure = line.figure else {
                    return .cells([RichText("\(line.number)"), .bold(line.label)])
                }
                let held = figures[figure.key]
                let change = held.flatMap { held in
                    held.value.flatMap { value in held.previous.map { value - $0 } }
                }
                return .cells([
                    RichText("\(line.number)"), RichText(line.label).from(.figure(figure.key)),
                    RichText(figure.unit), shown(held?.value), shown(held?.previous),
                    RichText(change.map { signed($0) } ?? "–"),
                ])
            })
    }

    private static func shown(_ value: Double?) -> RichText {
        RichText(value.flatMap(\.vietnamese) ?? "–")
    }

    private static func signed(_ change: Double) -> String {
        (change > 0 ? "+" : "") + (change.vietnamese ?? "–")
    }
}
