import Domain

/// The acts of reporting of a paragraph, each with the part of its clause that speaks of it.
enum ReportSentence {
    static func duties(in context: ReportContext) -> [ReportDutyReading] {
        let body = context.body
        var duties: [ReportDutyReading] = []
        /// Where in `duties` those of the sentence that is being read begin.
        var sentenceStart = (place: -1, index: 0)
        for frame in frames(in: context) {
            let sentence = body.sentence(around: frame.act.range.lowerBound)
            if sentence.lowerBound != sentenceStart.place {
                sentenceStart = (sentence.lowerBound, duties.count)
            }
            var frame = frame
            if duties.count > sentenceStart.index { frame.before = duties.last }
            guard ReportDuty(frame: frame).isOne else { continue }
            // What a recipient passes on without a date of its own is no further report.
            let found = frame.duties.filter { duty in
                duty.due != nil || duty.recurrence == .adHoc
                    || !duties.contains { $0.to != nil && duty.from == [$0.to] }
            }
            // "báo cáo quý trước ngày 20; báo cáo năm … về Sở Tài chính": all of them go there.
            if let next = found.first, next.to != nil {
                for index in duties.indices[sentenceStart.index...]
                where duties[index].to == nil && duties[index].from == next.from {
                    duties[index].to = next.to
                    duties[index].via = next.via
                }
            }
            duties += found
        }
        return duties
    }

    private static func frames(in context: ReportContext) -> [ReportFrame] {
        let body = context.body
        var frames: [ReportFrame] = []
        for act in ReportAct.all(in: body) {
            let clause = body.clause(around: act.range.lowerBound)
            guard let last = frames.last, clause.contains(last.act.range.lowerBound) else {
                frames.append(ReportFrame(context: context, act: act, part: clause))
                continue
            }
            // "báo cáo tuần …, báo cáo tháng …": a further report begins behind a mark of its own.
            guard let start = opening(of: act, after: last.act, context) else { continue }
            frames[frames.count - 1].part = last.part.lowerBound..<start
            frames.append(ReportFrame(context: context, act: act, part: start..<clause.upperBound))
        }
        return frames
    }

    private static let joints: [Phrase] = ["và", "đồng thời", "hoặc"]

    /// Where the part of a second act of one clause begins: behind the last comma or "và" that stands
    /// before its own words; nil: it only names the first one again.
    private static func opening(
        of act: ReportAct, after first: ReportAct, _ context: ReportContext
    ) -> Int? {
        let body = context.body
        let gap = first.range.upperBound..<act.range.lowerBound
        var depth = 0
        var found: Int?
        for position in gap {
            switch body.scalars[position] {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case "," where depth == 0: found = body.skipSpaces(position + 1)
            default:
                guard depth == 0, body.isWordStart(position),
                    let end = body.end(ofAny: joints, at: position)
                else { continue }
                found = body.skipSpaces(end)
            }
        }
        guard let found, found <= act.range.lowerBound else { return nil }
        // "gửi Sở Y tế tổng hợp, báo cáo UBND tỉnh": what the recipient does.
        let recipient = context.matches.last {
            $0.range.lowerBound >= first.range.upperBound && $0.range.upperBound <= found
        }
        if let recipient {
            let next = body.skipSpaces(recipient.range.upperBound)
            if body.end(ofAny: ["tổng hợp", "theo dõi", "xem xét"], at: next) != nil { return nil }
        }
        return found
    }
}
