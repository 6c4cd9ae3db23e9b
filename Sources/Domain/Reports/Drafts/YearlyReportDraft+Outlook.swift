/// Parts V and VI: what comes next, and what is asked for.
extension YearlyReportDraft {
    var outlook: [DocumentBlock] {
        var blocks: [DocumentBlock] = [
            .heading(level: 1, "Phương hướng, nhiệm vụ thời gian tới")
        ]
        let planned = report.nextSteps.map { DocumentBlock.item(RichText(sentence($0))) }
        blocks += planned
        let open = tasks.compactMap(openWork)
        if !open.isEmpty {
            blocks.append(.paragraph("Tiếp tục thực hiện các nhiệm vụ chưa hoàn thành:"))
            blocks += open
        }
        blocks += reviewedMeasures
        if planned.isEmpty {
            blocks.append(
                .paragraph(
                    .gap("Chưa có phương hướng cho kỳ sau: bổ sung trước khi trình ký")))
        }
        return blocks
    }

    private func openWork(_ task: ReportedTask) -> DocumentBlock? {
        let open = task.shares.filter(\.status.isOpen)
        if open.isEmpty { return nil }
        let who =
            isLaidOnMany(task)
            ? " (\(open.count.vietnamese) đơn vị, theo \(unitsAppendixLabel))"
            : holders(open)
        return .item(
            RichText("\(beginningUpper(clause(task.text)))\(who).").from(open.map(\.origin)))
    }

    var proposals: [DocumentBlock] {
        let heading = DocumentBlock.heading(level: 1, "Đề xuất, kiến nghị")
        if report.proposals.isEmpty {
            return [heading, .paragraph("Không có đề xuất, kiến nghị nào được ghi nhận.")]
        }
        return [heading]
            + report.proposals.map { proposal in
                let decision =
                    proposal.decision.map { " Ý kiến đã có: \(sentence($0))" } ?? ""
                return told(
                    by: proposal.unit, sentence(proposal.text) + decision, from: proposal.origin)
            }
    }
}
