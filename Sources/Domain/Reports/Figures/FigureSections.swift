/// Parts of a report that tell the ward's figures: situation, outreach, inspection, plans, devices.
struct FigureSections {
    private let facts: ReportFacts
    private let words: FigureWords

    init(_ facts: ReportFacts) {
        self.facts = facts
        words = FigureWords(facts)
    }

    /// The figures that these parts speak of.
    static let figures: [ReportKind.Figure] =
        (ReportMeasures.fires + ReportMeasures.explosions + ReportMeasures.rescues
        + ReportMeasures.outreach + ReportMeasures.inspections + ReportMeasures.enforcement
        + ReportMeasures.plans + ReportMeasures.training + ReportMeasures.devices)
        .map { .measured($0) }

    /// All of them below one heading.
    var registers: [ReportSection] {
        ReportSection.parted(
            "figures", [.heading(level: 1, "Số liệu công tác PCCC và CNCH")] + situation + results)
    }

    /// What happened: fires, explosions, accidents.
    var situation: [DocumentBlock] {
        [
            .heading(level: 2, "Tình hình cháy, nổ, tai nạn, sự cố"),
            .item(event("fires", "vụ cháy", harm: true)),
            .item(event("explosions", "vụ nổ", harm: true)), .item(rescues),
        ]
    }

    /// What was done, by fields of work.
    var results: [DocumentBlock] {
        [
            .heading(level: 2, "Tuyên truyền, phổ biến pháp luật và kỹ năng"),
            .item(
                sentence(
                    "Tuyên truyền trực tiếp",
                    ["outreach_sessions", "outreach_people", "outreach_leaflets"])),
            .item(
                sentence(
                    "Trên phương tiện thông tin",
                    ["outreach_articles", "outreach_pictures", "app_installs"])),
            .item(sentence("Hướng dẫn kỹ năng", ["public_trainings", "public_trainings_people"])),
            .heading(level: 2, "Kiểm tra và xử lý vi phạm"),
            .item(
                sentence(
                    "Kiểm tra",
                    [
                        "inspected", "inspected_periodic", "inspected_unscheduled",
                        "self_inspections",
                    ])),
            .item(
                sentence(
                    "Xử lý vi phạm",
                    ["violations", "sanctioned", "sanctioned_warning", "sanctioned_fine", "fines"])),
            .item(
                sentence(
                    "Đình chỉ, phục hồi, kiến nghị",
                    ["suspended_partial", "suspended_whole", "resumed", "recommendations"])),
            .heading(level: 2, "Phương án, thực tập, huấn luyện"),
            .item(
                sentence(
                    "Phương án",
                    [
                        "pc06_approved", "pc06_drilled", "pc08_approved", "pc08_drilled",
                        "pc09_approved", "pc09_drilled",
                    ])),
            .item(sentence("Thực tập, huấn luyện", ["drills", "courses", "courses_people"])),
            .heading(level: 2, "Thiết bị truyền tin báo cháy"),
            .item(sentence("Thiết bị", ["transmitters_registered", "transmitters_connected"])),
        ]
    }

    /// Figures that grew worse, and those that nobody keeps: what a person has to explain.
    var shortcomings: [DocumentBlock] {
        let worse = ["fires", "fires_dead", "fires_injured", "fires_loss", "explosions", "rescues"]
            .compactMap { words[$0] }
            .filter { figure in
                guard let value = figure.value, let previous = figure.previous else { return false }
                return value > previous
            }
        let missing = facts.figures.filter { $0.value == nil }
        var blocks: [DocumentBlock] = worse.map {
            .item(RichText("\(upper(words.comparison($0, named: true))).").from(.figure($0.key)))
        }
        if !missing.isEmpty {
            let names = missing.map(\.name).joined(separator: "; ")
            blocks.append(
                .item(
                    RichText("Chưa theo dõi được bằng sổ: \(names).")
                        .from(missing.map { .figure($0.key) })))
        }
        return blocks.isEmpty
            ? [.paragraph("Số liệu trong kỳ không cho thấy mặt nào kém hơn cùng kỳ năm trước.")]
            : blocks
    }

    private func upper(_ text: String) -> String {
        (text.first?.uppercased() ?? "") + text.dropFirst()
    }

    private func event(_ key: String, _ name: String, harm: Bool) -> RichText {
        guard let figure = words[key] else { return "" }
        guard let value = figure.value else {
            return RichText("Chưa có số liệu về \(name) trong sổ.").from(.figure(key))
        }
        if value == 0 {
            return RichText("Không xảy ra \(name) nào\(words.compared(figure)).")
                .from(.figure(key))
        }
        var text = RichText("Xảy ra ") + words.counted(key)
        let people = ["\(key)_dead", "\(key)_injured"]
        let hurt = people.filter { (words[$0]?.value ?? 0) > 0 }
        text =
            text + "; "
            + (hurt.isEmpty
                ? RichText("không có thiệt hại về người").from(people.map { .figure($0) })
                : RichText("làm ") + RichText.listed(hurt.compactMap(words.bare)))
        let rest = ["\(key)_saved", "\(key)_loss", "\(key)_property_saved"]
            .filter { (words[$0]?.value ?? 0) > 0 }
        return rest.isEmpty
            ? text + "." : text + "; " + RichText.listed(rest.compactMap(words.bare)) + "."
    }

    private var rescues: RichText {
        guard let figure = words["rescues"] else { return "" }
        guard let value = figure.value else {
            return RichText("Chưa có số liệu về cứu nạn, cứu hộ trong sổ.").from(.figure("rescues"))
        }
        if value == 0 {
            return RichText(
                "Không xảy ra tai nạn, sự cố phải cứu nạn, cứu hộ\(words.compared(figure))."
            )
            .from(.figure("rescues"))
        }
        let rest = ["rescues_saved", "rescues_bodies", "rescues_property_saved"]
            .filter { (words[$0]?.value ?? 0) > 0 }
        let more: RichText =
            rest.isEmpty ? "." : "; " + RichText.listed(rest.compactMap(words.bare)) + "."
        return RichText("Xảy ra ") + words.counted("rescues") + more
    }

    /// `Kiểm tra: 45 cơ sở được kiểm tra, tăng …; …`, the first compared with the year before.
    private func sentence(_ lead: String, _ keys: [String]) -> RichText {
        let held = keys.filter { words[$0] != nil }
        guard let first = held.first else { return "" }
        let known = held.filter { words[$0]?.value != nil }
        guard !known.isEmpty else {
            return RichText("\(lead): chưa có số liệu trong sổ.").from(held.map { .figure($0) })
        }
        // What did not happen is told of the first alone: a list of zeros says nothing.
        let rest = known.filter { $0 != first && words[$0]?.value != 0 }
        let told = [words.counted(first)] + rest.compactMap(words.bare)
        return RichText("\(lead): ") + RichText.listed(told) + "."
    }
}

extension FigureWords {
    /// `số vụ cháy tăng 02 vụ so với cùng kỳ năm 2025`.
    func comparison(_ figure: ReportFigure, named: Bool) -> String {
        let lead = figure.label.hasPrefix(figure.unit + " ") ? "số " : ""
        return "\(lead)\(figure.name) \(comparison(figure))"
    }
}

extension ReportFacts {
    /// How the time is called in a title: `6 tháng đầu năm 2026`, `quý III năm 2026`.
    var timeWords: String {
        let isWhole = from == from.firstOfMonth && to == to.lastOfMonth && from.year == to.year
        let year = from.year
        guard isWhole else { return period }
        switch (from.month, to.month) {
        case (1, 12): return "năm \(year)"
        case (1, 6): return "6 tháng đầu năm \(year)"
        case (7, 12): return "6 tháng cuối năm \(year)"
        case (1, 9): return "9 tháng đầu năm \(year)"
        case (1, 3): return "quý I năm \(year)"
        case (4, 6): return "quý II năm \(year)"
        case (7, 9): return "quý III năm \(year)"
        case (10, 12): return "quý IV năm \(year)"
        case (let first, let last) where first == last: return "tháng \(first) năm \(year)"
        default: return period
        }
    }

    private var toldObstacles: [DocumentBlock] {
        if obstacles.isEmpty {
            return [.paragraph("Không có khó khăn, vướng mắc nào được ghi nhận trong kỳ.")]
        }
        return obstacles.map { obstacle in
            let answer = obstacle.answer.map { "Kết quả giải quyết: \(ended($0))" }
            return told(
                obstacle.unit, obstacle.text, answer ?? "Chưa có ý kiến giải quyết.",
                obstacle.origin)
        }
    }

    private var toldProposals: [DocumentBlock] {
        if proposals.isEmpty {
            return [.paragraph(.gap("Đề xuất, kiến nghị: bổ sung, hoặc ghi “Không có”"))]
        }
        return proposals.map { proposal in
            let decision = proposal.decision.map { "Ý kiến đã có: \(ended($0))" }
            return told(proposal.unit, proposal.text, decision ?? "", proposal.origin)
        }
    }

    private func told(
        _ unit: String, _ text: String, _ more: String, _ origin: ReportSource?
    ) -> DocumentBlock {
        let words: RichText = .bold("\(unit): ") + "\(ended(text)) \(more)".trimmedEnd
        return .item(words.from(origin))
    }

    /// With one full stop.
    private func ended(_ text: String) -> String {
        var text = writtenLines(text).joined(separator: "; ")
        while let last = text.last, ".;, ".contains(last) { text.removeLast() }
        return text + "."
    }

    /// The parts that end a report which no plan shapes: what is wanting, why, what comes, what is asked.
    func ending(_ figures: FigureSections, closing subject: String) -> [ReportSection] {
        let to =
            sheet.addressees.isEmpty ? "" : ", kính gửi \(sheet.addressees.joined(separator: ", "))"
        return ReportSection.parted(
            "assessment",
            [.heading(level: 1, "Đánh giá chung"), .heading(level: 2, "Tồn tại, hạn chế")]
                + figures.shortcomings + [.heading(level: 2, "Khó khăn, vướng mắc")]
                + toldObstacles + [
                    .heading(level: 2, "Nguyên nhân"),
                    .paragraph(.gap("Nguyên nhân: bổ sung trước khi trình")),
                ])
            + ReportSection.parted(
                "outlook",
                [
                    .heading(level: 1, "Phương hướng, nhiệm vụ thời gian tới"),
                    .paragraph(.gap("Phương hướng, nhiệm vụ: bổ sung trước khi trình")),
                ])
            + ReportSection.parted(
                "proposals", [.heading(level: 1, "Đề xuất, kiến nghị")] + toldProposals)
            + ReportSection.parted(
                "closing",
                [.paragraph(RichText("Trên đây là báo cáo của \(reporter) về \(subject)\(to)./."))])
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
