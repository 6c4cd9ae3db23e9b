/// Part II: what was done, by the task groups of the plan.
extension YearlyReportDraft {
    var results: [DocumentBlock] {
        var blocks: [DocumentBlock] = [.heading(level: 1, "Kết quả thực hiện nhiệm vụ")]
        if tasks.isEmpty {
            return blocks
                + [.paragraph("Chưa có nhiệm vụ nào được ghi nhận trong kỳ báo cáo.")] + remarks
        }
        blocks.append(.paragraph(RichText(overview)))
        for group in report.groups where !group.tasks.isEmpty {
            blocks.append(.heading(level: 2, uncapitalised(clause(group.title))))
            for task in group.tasks { blocks += describe(task) }
        }
        return blocks + remarks
    }

    private var remarks: [DocumentBlock] {
        if report.remarks.isEmpty { return [] }
        return [.heading(level: 2, "Kết quả khác theo báo cáo của đơn vị")]
            + report.remarks.map { told(by: $0.unit, sentence($0.text), from: $0.origin) }
    }

    private var overview: String {
        let tally = ReportTally(tasks)
        let assigned =
            isOwnWork || tally.assignments == tally.tasks
            ? ""
            : ", với \(tally.assignments.vietnamese) lượt phân công cho"
                + " \(tally.units.vietnamese) đơn vị"
        let owner = isOwnWork ? "\(report.reporter) được giao" : "\(report.plan.kind) giao"
        return "\(owner) \(tally.tasks.vietnamese) nhiệm vụ\(assigned). Tính đến ngày"
            + " \(report.to.official), đã hoàn thành"
            + " \(proportion(tally.done, of: tally.assignments, countWord(tally)))."
    }

    /// What the numbers of a tally count.
    func countWord(_ tally: ReportTally) -> String {
        tally.assignments == tally.tasks ? "nhiệm vụ" : "lượt phân công"
    }

    /// `12/14 đơn vị (85%)`.
    func proportion(_ part: Int, of whole: Int, _ counted: String) -> String {
        let share = part.percent(of: whole).map { " (\($0))" } ?? ""
        return "\(part.vietnamese)/\(whole.vietnamese) \(counted)\(share)"
    }

    private func describe(_ task: ReportedTask) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = [.heading(level: 3, clause(task.text))]
        if let summary = task.summary { blocks += items(summary) }
        if isLaidOnMany(task) {
            blocks += gathered(task)
        } else {
            for share in task.shares where share.hasReport { blocks += describe(share) }
            blocks += unreported(task)
        }
        if !task.partners.isEmpty {
            blocks.append(.item(RichText("Đơn vị phối hợp: \(joined(task.partners)).")))
        }
        return blocks
    }

    /// More units than a reader wants to read of in the text; the appendix lists them.
    func isLaidOnMany(_ task: ReportedTask) -> Bool {
        task.shares.count > YearlyReportDraft.unitsInText
    }

    private static let unitsInText = 5

    private func describe(_ share: ReportedShare) -> [DocumentBlock] {
        let lines = share.result.map(typedLines) ?? []
        let unit: RichText = isOwnWork ? "" : .bold("\(share.unit): ")
        let first = lines.first.map { " " + sentence($0) } ?? ""
        let state = isOwnWork ? beginningUpper(standing(share)) : standing(share)
        let rest = figures(share.figures).map { " Số liệu: \($0)." } ?? ""
        let head = unit + "\(state)."
        if lines.count < 2 {
            return [.item((head + "\(first)\(rest)\(citations(share))").from(share.origin))]
        }
        return [.item((head + "\(rest)\(citations(share))").from(share.origin))]
            + lines.map {
                .item(depth: 2, RichText(beginningUpper(sentence($0))).from(share.origin))
            }
    }

    /// `đã hoàn thành ngày 25/9/2026 (thời hạn 30/9/2026)`; of work that comes again how many of
    /// its times, and which are missing.
    func standing(_ share: ReportedShare) -> String {
        if let tally = ReportTally.ofRounds([share]) {
            let open = ReportedShare.Status.allCases.compactMap { status -> String? in
                let labels = share.rounds.filter { $0.status == status && !status.isDone }
                    .map(\.label)
                return labels.isEmpty
                    ? nil : "\(status.words): \(labels.joined(separator: ", "))"
            }
            let done = "đã hoàn thành \(tally.done.vietnamese)/\(tally.assignments.vietnamese) kỳ"
            return ([done] + open).joined(separator: "; ")
        }
        let finished = share.finished.map { " ngày \($0.official)" } ?? ""
        let due = share.due.map { " (thời hạn \($0.official))" } ?? ""
        switch share.status {
        case .done: return "\(share.status.words)\(finished)\(due)"
        case .doneLate: return "đã hoàn thành\(finished), chậm so với thời hạn\(due)"
        case .waiting, .waitingLate:
            return "đã báo cáo hoàn thành\(finished), \(waitingWords(share.status))\(due)"
        case .onTime, .atRisk, .late, .notStarted: return "\(share.status.words)\(due)"
        }
    }

    private func waitingWords(_ status: ReportedShare.Status) -> String {
        status == .waitingLate ? "chậm so với thời hạn, chờ xác nhận" : "chờ xác nhận"
    }

    /// What many units did of a task: how many of them, or of work that comes again how many times
    /// of all of them.
    private func gathered(_ task: ReportedTask) -> [DocumentBlock] {
        let rounds = ReportTally.ofRounds(task.shares)
        let tally = rounds ?? ReportTally([task])
        let counted = rounds == nil ? "đơn vị" : "lượt thực hiện"
        let open = ReportedShare.Status.allCases.filter { !$0.isDone && tally[$0] > 0 }.map {
            "; \(tally[$0].vietnamese) \(counted) \($0.words)"
        }
        let late =
            tally[.doneLate] > 0
            ? ", trong đó \(tally[.doneLate].vietnamese) \(counted) chậm so với thời hạn" : ""
        let of = rounds == nil ? "" : " của \(task.shares.count.vietnamese) đơn vị"
        var blocks: [DocumentBlock] = [
            .item(
                RichText(
                    "Có \(proportion(tally.done, of: tally.assignments, counted))\(of)"
                        + " đã hoàn thành\(late)\(open.joined())"
                        + " (chi tiết tại \(unitsAppendixLabel))."
                )
                .from(task.shares.map(\.origin))
            )
        ]
        let sums = task.sums.compactMap { sum in
            value(sum.figure).map {
                "\(beginningLower(sum.figure.label)): \($0)"
                    + " (theo báo cáo của \(sum.units.vietnamese) đơn vị)"
            }
        }
        if !sums.isEmpty {
            let told = task.shares.filter { !$0.figures.isEmpty }.map(\.origin)
            blocks.append(
                .item(
                    RichText("Tổng hợp số liệu: \(sums.joined(separator: "; ")).").from(told)))
        }
        return blocks + unreported(task)
    }

    private func unreported(_ task: ReportedTask) -> [DocumentBlock] {
        let silent = task.shares.filter { !$0.hasReport }
        if silent.isEmpty { return [] }
        if isOwnWork {
            return silent.map {
                .item(
                    (RichText("\(beginningUpper(standing($0))). ")
                        + .gap("chưa có nội dung kết quả: bổ sung")).from($0.origin))
            }
        }
        return [
            .item(
                RichText("Chưa có báo cáo của \(joined(silent.map(\.unit))).")
                    .from(silent.map(\.origin)))
        ]
    }

    private func items(_ text: String) -> [DocumentBlock] {
        typedLines(text).map { .item(RichText(beginningUpper(sentence($0)))) }
    }

    /// `cơ sở đã kiểm tra: 120 cơ sở; …`; nil without any.
    func figures(_ figures: [ReportedShare.Figure]) -> String? {
        let texts = figures.compactMap { figure in
            value(figure).map { "\(beginningLower(figure.label)): \($0)" }
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }

    private func value(_ figure: ReportedShare.Figure) -> String? {
        quantity(figure.value, figure.unit)
    }

    /// `1.234,5 triệu đồng`, `85%`.
    func quantity(_ value: Double, _ unit: String) -> String? {
        value.vietnamese.map { MeasureName.joined($0, unit) }
    }

    /// ` (minh chứng số 1, 2 tại Phụ lục II)`.
    private func citations(_ share: ReportedShare) -> String {
        let numbers = citedNumbers(share)
        return numbers.isEmpty ? "" : " (Minh chứng số \(numbers) tại \(evidenceAppendixLabel).)"
    }

    func citedNumbers(_ share: ReportedShare) -> String {
        evidence.filter { share.evidence.contains($0.evidence) }.map { String($0.number) }
            .joined(separator: ", ")
    }
}
