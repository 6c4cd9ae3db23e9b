import Domain

/// The acts of reporting of a paragraph, each with the part of its clause that speaks of it.
enum ReportSentence {
    static func duties(in context: ReportContext) -> [ReportDutyReading] {
        let body = context.body
        var duties: [ReportDutyReading] = []
        /// Where in `duties` those of the sentence that is being read begin.
        var sentenceStart = (place: -1, index: 0)
        var head: ReportDutyReading?
        for frame in frames(in: context) {
            let sentence = body.sentence(around: frame.act.range.lowerBound)
            if sentence.lowerBound != sentenceStart.place {
                sentenceStart = (sentence.lowerBound, duties.count)
                head = nil
            }
            var frame = frame
            if duties.count > sentenceStart.index { frame.before = duties.last }
            if frame.isHead {
                // "… về UBND xã (qua Công an xã): báo cáo 6 tháng …": it says where the others go.
                head = frame.recipients.isEmpty ? nil : frame.duties.first
                continue
            }
            if frame.before == nil, let head { frame.before = head }
            guard ReportDuty(frame: frame).isOne else { continue }
            // What a recipient passes on without a date of its own is no further report.
            var found = frame.duties.filter { duty in
                duty.due != nil
                    || duty.recurrence != .unspecified && duty.recurrence != .asPrescribed
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
            // "báo cáo tuần trước …; báo cáo tháng trước …; gửi về Sở Y tế": said at the end of all.
            if let end = destination(behind: frame, in: context) {
                for index in found.indices where found[index].to == nil {
                    found[index].to = end.to
                    found[index].via = end.via
                    found[index].from.removeAll { $0 == end.to }
                }
            }
            // "phản ánh, gửi văn bản về Sở Y tế" is said once.
            duties += found.filter { !duties[sentenceStart.index...].contains($0) }
        }
        return duties
    }

    /// Where the reports of a sentence go as a later clause without an act of its own says.
    private static func destination(
        behind frame: ReportFrame, in context: ReportContext
    ) -> (to: String, via: String?)? {
        let body = context.body
        let sentence = body.sentence(around: frame.act.range.lowerBound)
        guard
            let mover = body.first(
                ofAny: ["gửi về", "gửi cho", "gửi", "về"],
                in: frame.act.range.upperBound..<sentence.upperBound),
            let match = context.matches.first(where: { match in
                match.range.lowerBound >= mover.upperBound
                    && body.start(
                        ofAny: ["gửi về", "gửi cho", "gửi"], before: match.range.lowerBound)
                        != nil
                    && sentence.contains(match.range.lowerBound)
            }),
            body.last(
                ofAny: ["để", "nhằm"], in: frame.act.range.upperBound..<match.range.lowerBound)
                == nil
        else { return nil }
        let open = body.skipSpaces(match.range.upperBound)
        let via = context.matches.first { next in
            next.range.lowerBound > match.range.upperBound && body.at(open) == "("
                && body.end(of: "qua", at: open + 1).map(body.skipSpaces) == next.range.lowerBound
        }
        return (match.canonical, via?.canonical)
    }

    private static func frames(in context: ReportContext) -> [ReportFrame] {
        let body = context.body
        var frames: [ReportFrame] = []
        for act in ReportAct.all(in: body) {
            let clause = clause(of: act, in: body)
            guard let last = frames.last, clause.contains(last.act.range.lowerBound) else {
                frames.append(ReportFrame(context: context, act: act, part: clause))
                continue
            }
            // "báo cáo tuần …, báo cáo tháng …": a further report begins behind a mark of its own.
            guard !isPassedOn(act, after: last.act, in: body),
                let start = opening(of: act, after: last.act, context)
            else { continue }
            frames[frames.count - 1].part = last.part.lowerBound..<start
            frames[frames.count - 1].isHead = body.at(body.trimSpaces(before: start) - 1) == ":"
            frames.append(ReportFrame(context: context, act: act, part: start..<clause.upperBound))
        }
        return frames.flatMap { $0.kept(in: context) }
    }

    /// The clause of an act, and those behind it that only name further periods: "báo cáo quý I trước
    /// ngày 10/3; 6 tháng trước ngày 10/6".
    private static func clause(of act: ReportAct, in body: Script) -> Range<Int> {
        var clause = body.clause(around: act.range.lowerBound)
        while body.at(clause.upperBound) == ";" {
            let next = body.skipSpaces(clause.upperBound + 1)
            let word = body.number(at: next).map { body.skipSpaces($0.end) } ?? next
            guard body.end(ofAny: ["tháng", "năm", "quý"], at: word) != nil,
                body.first(
                    ofAny: ["trước ngày", "ngày"],
                    in: word..<min(word + 20, body.count)) != nil
            else { break }
            clause = clause.lowerBound..<body.clause(around: next).upperBound
        }
        return clause
    }

    /// "… để tổng hợp, tham mưu UBND xã báo cáo UBND tỉnh": what becomes of the report.
    private static func isPassedOn(
        _ act: ReportAct, after first: ReportAct, in body: Script
    ) -> Bool {
        let gap = first.range.upperBound..<act.range.lowerBound
        return body.first(ofAny: ["để", "nhằm"], in: gap) != nil
            && body.first(ofAny: ["đồng thời"], in: gap) == nil
    }

    /// Behind the colons, commas and joints of a stretch that stand in no bracket and no list of units.
    private static func openings(in gap: Range<Int>, _ context: ReportContext) -> [Int] {
        let body = context.body
        var depth = 0
        var found: [Int] = []
        for position in gap {
            switch body.scalars[position] {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case ":" where depth == 0: found.append(body.skipSpaces(position + 1))
            case "," where depth == 0:
                let next = body.skipSpaces(position + 1)
                if !isInList(position, next, context) { found.append(next) }
            default:
                guard depth == 0, body.isWordStart(position),
                    let end = body.end(ofAny: joints, at: position).map(body.skipSpaces),
                    !isInList(position, end, context)
                else { continue }
                found.append(end)
            }
        }
        return found.filter { $0 <= gap.upperBound && !isFurtherDay($0, in: body) }
    }

    /// "trước ngày 15/6 và 15/11 hằng năm, báo cáo …": a time of the first report, and a mark behind it.
    private static func isFurtherDay(_ position: Int, in body: Script) -> Bool {
        let time = TimeExpressions(body, context: .task).found.first {
            $0.range.lowerBound == position
        }
        guard let time else { return false }
        let next = body.skipSpaces(time.range.upperBound)
        return body.at(next) == "," || body.at(next) == ";"
            || body.end(ofAny: ["và"], at: next) != nil
    }

    /// Whether the mark stands in a list of units: inside a name, or with names on either side.
    private static func isInList(_ mark: Int, _ next: Int, _ context: ReportContext) -> Bool {
        let end = context.body.trimSpaces(before: mark)
        return context.matches.contains { $0.range.contains(mark) }
            || context.matches.contains { $0.range.lowerBound == next }
                && context.matches.contains { $0.range.upperBound == end }
    }

    private static let joints: [Phrase] = ["và", "đồng thời", "hoặc"]

    /// Where the part of a second act of one clause begins: behind a colon, else behind the first comma
    /// or "và" after the recipient of the first act, else behind the last; nil: it only names the
    /// first one again.
    private static func opening(
        of act: ReportAct, after first: ReportAct, _ context: ReportContext
    ) -> Int? {
        let body = context.body
        let gap = first.range.upperBound..<act.range.lowerBound
        let openings = openings(in: gap, context)
        guard let last = openings.last else { return nil }
        let frame = ReportFrame(context: context, act: first, part: first.range.lowerBound..<last)
        let recipient = frame.recipients.last
        let found =
            openings.first { body.scalars[body.trimSpaces(before: $0) - 1] == ":" }
            ?? recipient.flatMap { end in openings.first { $0 >= end.range.upperBound } } ?? last
        // "gửi Sở Y tế tổng hợp, báo cáo UBND tỉnh": what the recipient does.
        let named = context.matches.last {
            $0.range.lowerBound >= first.range.upperBound && $0.range.upperBound <= found
        }
        if let recipient = named {
            let next = body.skipSpaces(recipient.range.upperBound)
            if body.end(ofAny: ["tổng hợp", "theo dõi", "xem xét"], at: next) != nil { return nil }
        }
        return found
    }
}

extension ReportFrame {
    /// "báo cáo UBND xã trước ngày 20 hằng tháng, Sở Y tế theo quy định": two reports, one verb.
    fileprivate func kept(in context: ReportContext) -> [ReportFrame] {
        guard let first = recipients.last, act.kind == .report else { return [self] }
        let behind = context.matches.filter {
            $0.range.lowerBound > first.range.upperBound && $0.range.lowerBound < purpose
        }
        guard !behind.isEmpty else { return [self] }
        let times = TimeExpressions(body, context: .task).found
        for match in behind {
            let place = match.range.lowerBound
            let word = body.start(ofAny: ["và"], before: place) ?? place
            let mark = body.trimSpaces(before: word) - 1
            guard word < place || body.at(mark) == ",",
                times.contains(where: { time in
                    let end = time.range.upperBound
                    return time.range.lowerBound >= first.range.upperBound
                        && body.skipSpaces(end) >= mark && end <= place
                }),
                body.end(
                    ofAny: ["theo quy định", "trước", "hằng", "hàng", "chậm nhất"],
                    at: body.skipSpaces(match.range.upperBound)) != nil
            else { continue }
            var own = self
            own.part = part.lowerBound..<word
            var other = self
            other.part = place..<part.upperBound
            other.act = ReportAct(kind: .report, range: place..<place)
            other.sharesVerb = true
            return [own, other]
        }
        return [self]
    }
}
