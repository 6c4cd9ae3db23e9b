/// A word of reporting.
struct ReportAct {
    enum Kind {
        /// "báo cáo"
        case report
        /// "phản ánh", "đề xuất gửi": telling of troubles.
        case tell
        /// "gửi kết quả", "kết quả gửi": results that go to somebody.
        case send
    }

    let kind: Kind
    let range: Range<Int>

    private static let reports: [Phrase] = ["báo cáo"]
    private static let tellings: [Phrase] = [
        "phản ánh", "phản ảnh", "đề xuất gửi", "thông tin về", "gửi ý kiến", "gửi văn bản",
        "báo ngay", "báo tin",
    ]

    /// Whether a text may hold an act at all.
    static func mentions(_ body: Script) -> Bool {
        body.first("báo cáo") != nil || body.first("phản ánh") != nil
            || body.first("phản ảnh") != nil || body.first("gửi") != nil
            || body.first("báo ngay") != nil || body.first("báo tin") != nil
    }

    /// The acts of a text from left to right, without nouns that only contain the word and without
    /// what a recipient does with the report.
    static func all(in body: Script) -> [ReportAct] {
        var acts: [ReportAct] = []
        var position = 0
        while position < body.count {
            guard body.isWordStart(position), let act = act(in: body, at: position) else {
                position += 1
                continue
            }
            acts.append(act)
            position = act.range.upperBound
        }
        return acts
    }

    private static func act(in body: Script, at position: Int) -> ReportAct? {
        if let end = body.end(of: "báo cáo", at: position) {
            return isNoun(body, position..<end) || isOnward(body, position)
                ? nil : ReportAct(kind: .report, range: position..<end)
        }
        if let end = body.end(ofAny: tellings, at: position) {
            return isOnward(body, position) ? nil : ReportAct(kind: .tell, range: position..<end)
        }
        guard let end = body.end(of: "gửi", at: position) else { return nil }
        if let result = body.end(of: "kết quả", at: body.skipSpaces(end)) {
            return isOnward(body, position) ? nil : ReportAct(kind: .send, range: position..<result)
        }
        // "tổng hợp kết quả gửi Văn phòng": what is sent stands in front.
        let part = body.part(around: position).lowerBound..<position
        let isResult =
            body.first("kết quả", from: part.lowerBound, before: position) != nil
            && body.first("báo cáo", from: part.lowerBound, before: position) == nil
        return isResult && !isOnward(body, position)
            ? ReportAct(kind: .send, range: position..<end) : nil
    }

    // MARK: Nouns

    /// "báo cáo viên", "Báo cáo số 12/BC-UBND", "báo cáo của các đơn vị"; "báo cáo số vụ cháy" is none.
    private static func isNoun(_ body: Script, _ word: Range<Int>) -> Bool {
        let next = body.skipSpaces(word.upperBound)
        if body.end(ofAny: ["viên", "quyết toán", "thành tích"], at: next) != nil { return true }
        // "trước ngày 20/6 (báo cáo 6 tháng)": which one is meant.
        if body.at(word.lowerBound - 1) == "(", closesSoon(body, next) { return true }
        if body.start(ofAny: things, before: word.lowerBound) != nil { return true }
        if body.hasWord("của", at: next) {
            // "lập báo cáo của UBND xã gửi Sở Y tế": whose it is, and where it goes.
            let part = body.part(around: next)
            return body.start(ofAny: ["gửi", "nộp", "có"], before: word.lowerBound) == nil
                && (body.start(ofAny: makers, before: word.lowerBound) == nil
                    || body.first(ofAny: ["gửi", "trình"], in: next..<part.upperBound) == nil)
        }
        guard let number = body.end(of: "số", at: next) else { return false }
        return body.at(body.skipSpaces(number))?.digit != nil
    }

    private static let makers: [Phrase] = [
        "lập", "xây dựng", "chuẩn bị", "dự thảo", "soạn thảo", "tổng hợp", "tham mưu", "hoàn thành",
    ]

    private static func closesSoon(_ body: Script, _ position: Int) -> Bool {
        (position..<min(body.count, position + 20)).first { body.scalars[$0] == ")" }
            .map { body.first(ofAny: ["về", "gửi", "cho"], in: position..<$0) == nil } ?? false
    }

    /// "hoàn thiện dự thảo báo cáo", "theo báo cáo", "các báo cáo": a thing that is worked at or cited.
    private static let things: [Phrase] = [
        "đăng tải", "nghiên cứu", "đề cương", "thẩm tra", "tiếp nhận", "hoàn thiện", "kèm theo",
        "với", "trong", "qua", "các", "tại", "của", "đã", "được", "theo", "biểu mẫu", "mẫu",
        "nội dung", "thẩm định",
    ]

    /// "dự thảo báo cáo" is a report only where somebody sends it on.
    static func isDraft(_ body: Script, _ position: Int) -> Bool {
        body.start(ofAny: ["dự thảo"], before: position) != nil
    }

    // MARK: What the recipient does

    private static let along: [Phrase] = [
        "tổng hợp", "tham mưu", "chung", "và", "theo dõi", "kịp thời", "xem xét",
        "cung cấp số liệu", ",", "tiếp tục", "chỉ đạo", "xử lý", "phối hợp",
    ]

    /// "để tổng hợp, báo cáo …", "gửi Sở Y tế tổng hợp, báo cáo UBND tỉnh".
    private static func isOnward(_ body: Script, _ position: Int) -> Bool {
        var end = body.trimSpaces(before: position)
        while end > 0 {
            if body.scalars[end - 1] == "," {
                end = body.trimSpaces(before: end - 1)
            } else if let start = body.start(ofAny: along, before: end) {
                end = body.trimSpaces(before: start)
            } else {
                break
            }
        }
        return body.start(ofAny: ["để", "nhằm", "phục vụ"], before: end) != nil
    }
}
