/// Part IV: what was reached, what is wanting, what stood in the way, and why.
extension YearlyReportDraft {
    var assessment: [DocumentBlock] {
        [.heading(level: 1, "Đánh giá chung"), .heading(level: 2, "Kết quả đạt được")] + achieved
            + [.heading(level: 2, "Tồn tại, hạn chế")] + shortcomings
            + [.heading(level: 2, "Khó khăn, vướng mắc")] + obstacles
            + [.heading(level: 2, "Nguyên nhân")] + causes
    }

    private var achieved: [DocumentBlock] {
        report.assessment.map { .paragraph(RichText(sentence($0))) } + counted
    }

    private var counted: [DocumentBlock] {
        let tally = ReportTally(tasks)
        guard tally.assignments > 0 else {
            return [.paragraph("Chưa có số liệu để đánh giá.")]
        }
        let word = countWord(tally)
        let late =
            tally[.doneLate] > 0
            ? ", trong đó \(tally[.doneLate].vietnamese) chậm so với thời hạn" : ""
        let done = proportion(tally.done, of: tally.assignments, word)
        let open = ReportedShare.Status.allCases.filter { !$0.isDone && tally[$0] > 0 }
        return [
            .paragraph(RichText("Tính đến ngày \(report.to.official):")),
            .item(RichText("Đã hoàn thành: \(done)\(late).")),
        ]
            + open.map {
                let count = proportion(tally[$0], of: tally.assignments, word)
                return .item(RichText("\(beginningUpper($0.words)): \(count)."))
            }
    }

    private var shortcomings: [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        for status in [ReportedShare.Status.late, .notStarted, .waitingLate, .doneLate] {
            blocks += tasks.compactMap { shortcoming($0, status) }
        }
        let missed = report.targets.filter { $0.verdict(on: report.to) == .missed }
        if !missed.isEmpty {
            let names = missed.map { beginningLower(clause($0.metric)) }
            blocks.append(.item(RichText("Chỉ tiêu chưa đạt: \(names.joined(separator: "; ")).")))
        }
        if !report.unitsWithoutReport.isEmpty {
            let units = joined(report.unitsWithoutReport)
            blocks.append(.item(RichText("Chưa có báo cáo của \(units).")))
        }
        if !tasks.isEmpty, evidence.isEmpty {
            blocks.append(.item("Chưa có tài liệu minh chứng nào được gửi kèm."))
        }
        if !blocks.isEmpty { return blocks }
        return [
            .paragraph(
                tasks.isEmpty
                    ? "Chưa có số liệu để đánh giá."
                    : "Không có nhiệm vụ quá hạn hoặc chưa triển khai.")
        ]
    }

    /// `Kiểm tra … : quá hạn, chưa hoàn thành (Công an phường, thời hạn 30/9/2026).`
    private func shortcoming(
        _ task: ReportedTask, _ status: ReportedShare.Status
    ) -> DocumentBlock? {
        let shares = task.shares.filter { share in
            // What may still begin in time is no shortcoming.
            let isInTime = status == .notStarted && share.due.map { $0 > report.to } == true
            return share.status == status && !isInTime
        }
        if shares.isEmpty { return nil }
        return .item(
            RichText(
                "\(beginningUpper(clause(task.text))): \(status.words)\(holders(shares, status))."
            )
            .from(shares.map(\.origin)))
    }

    /// ` (Công an phường, Phòng Kinh tế; thời hạn 30/9/2026)`.
    ///
    /// - Parameter status: of work that comes again, the times that stand so are named.
    func holders(_ shares: [ReportedShare], _ status: ReportedShare.Status? = nil) -> String {
        let units = shares.map { share -> String in
            let labels = share.rounds.filter { $0.status == status }.map(\.label)
                .joined(separator: ", ")
            if isOwnWork { return labels }
            return labels.isEmpty ? share.unit : "\(share.unit): \(labels)"
        }.filter { !$0.isEmpty }.joined(separator: ", ")
        let days = Set(shares.compactMap(\.due)).sorted().map(\.official).joined(separator: ", ")
        let parts = [units, days.isEmpty ? "" : "thời hạn \(days)"].filter { !$0.isEmpty }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }

    private var obstacles: [DocumentBlock] {
        if report.obstacles.isEmpty {
            return [.paragraph("Không có khó khăn, vướng mắc nào được ghi nhận.")]
        }
        return report.obstacles.map { obstacle in
            let answer =
                obstacle.answer.map { " Kết quả giải quyết: \(sentence($0))" }
                ?? " Chưa có ý kiến giải quyết."
            return told(
                by: obstacle.unit, sentence(obstacle.text) + answer, from: obstacle.origin)
        }
    }

    private var causes: [DocumentBlock] {
        let explained = tasks.flatMap { task in
            task.shares.compactMap { share in
                share.explanation.map { text in
                    told(
                        by: share.unit,
                        "Về nhiệm vụ “\(clause(task.text))”: \(sentence(text))",
                        from: share.origin)
                }
            }
        }
        let written = report.causes.map { DocumentBlock.item(RichText(sentence($0))) }
        if !written.isEmpty || !explained.isEmpty { return written + explained }
        return [.paragraph(.gap("Chưa có nội dung về nguyên nhân: bổ sung trước khi trình ký"))]
    }

    /// An item that names its unit, unless the unit reports of itself.
    func told(
        by unit: String, _ text: String, from origin: ReportSource? = nil
    ) -> DocumentBlock {
        let words: RichText =
            unit == report.reporter
            ? RichText(beginningUpper(text)) : .bold("\(unit): ") + beginningUpper(text)
        return .item(words.from(origin))
    }
}
