import Domain
import Testing

@Suite struct `Report duties` {
    private static let today = Day(number: 20_778)  // 21/11/2026

    private func duty(
        _ recurrence: ReportDuty.Recurrence, due: String?, isBefore: Bool = true
    ) -> ReportDuty {
        ReportDuty(
            from: ["Các tổ dân phố"], to: "UBND phường", via: nil, due: due, isBeforeDue: isBefore,
            recurrence: recurrence, isOfWard: false)
    }

    private func periods(_ duty: ReportDuty, from: String = "2026-05-15") throws
        -> [PlannedOccurrence]
    {
        let first = try #require(Day(iso: from))
        return duty.periods(from: first, known: first, today: Self.today)
    }

    @Test func `fall due the day before when the plan says before`() throws {
        let year = try periods(duty(.yearly, due: "--12-05"))
        #expect(year.map(\.slot) == ["y2026"])
        #expect(year.first?.due?.iso == "2026-12-04")
        #expect(year.first?.begins.iso == "2026-05-15")
        let by = try periods(duty(.yearly, due: "--12-05", isBefore: false))
        #expect(by.first?.due?.iso == "2026-12-05")
    }

    @Test func `follow each other without a gap`() throws {
        let quarters = try periods(duty(.quarterly, due: "---25"))
        #expect(quarters.map(\.slot) == ["q2026-2", "q2026-3", "q2026-4"])
        #expect(quarters.map(\.due?.iso) == ["2026-06-24", "2026-09-24", "2026-12-24"])
        #expect(quarters.map(\.begins.iso) == ["2026-05-15", "2026-06-25", "2026-09-25"])
    }

    @Test func `take the last day of a shorter month`() throws {
        let months = try periods(duty(.monthly, due: "---31", isBefore: false), from: "2026-09-01")
        let days = months.compactMap(\.due?.iso)
        #expect(days.prefix(3) == ["2026-09-30", "2026-10-31", "2026-11-30"])
        #expect(days.contains("2027-02-28") == (Self.today.adding(days: 92).iso >= "2027-02-28"))
    }

    @Test func `know the leap day`() throws {
        let first = try #require(Day(iso: "2028-01-10"))
        let leap = duty(.yearly, due: "--02-29", isBefore: false)
        let found = leap.periods(from: first, known: first, today: first)
        #expect(found.first?.due?.iso == "2028-02-29")
        let later = try #require(Day(iso: "2029-01-10"))
        #expect(
            leap.periods(from: later, known: later, today: later).first?.due?.iso == "2029-02-28")
    }

    @Test func `come once, or on occasion only`() throws {
        let once = try periods(duty(.once, due: "2026-11-15"))
        #expect(once.map(\.slot) == ["once"])
        #expect(once.first?.due?.iso == "2026-11-14")
        #expect(try periods(duty(.adHoc, due: nil)).isEmpty)
        #expect(try periods(duty(.once, due: nil)).isEmpty)
        #expect(duty(.once, due: nil).lacksDate)
        #expect(duty(.asPrescribed, due: nil).lacksDate)
        #expect(!duty(.adHoc, due: nil).lacksDate)
    }

    @Test func `leave out what fell due before the plan was followed here`() throws {
        let first = try #require(Day(iso: "2024-03-01"))
        let found = duty(.yearly, due: "--12-05").periods(
            from: first, known: Self.today, today: Self.today)
        #expect(found.map(\.slot) == ["y2026"])
        #expect(found.first?.begins.iso == "2025-12-05")
    }

    @Test(arguments: [
        // Due on 14/11 and 20/11, a week and a day before the plan was confirmed here.
        (ReportDuty.Recurrence.once, "2026-11-15", ["once"]),
        (.yearly, "--11-21", ["y2026", "y2027"]),
        // Long past, or soon to come again.
        (.once, "2026-08-01", []),
        (.monthly, "---15", ["m2026-12", "m2027-01", "m2027-02"]),
    ]) func `keep the last one that fell due lately, if the next is far`(
        recurrence: ReportDuty.Recurrence, due: String, slots: [String]
    ) throws {
        let first = try #require(Day(iso: "2026-07-01"))
        let found = duty(recurrence, due: due).periods(
            from: first, known: Self.today, today: Self.today)
        #expect(found.map(\.slot) == slots)
    }

    @Test func `name in the archive's line who drafts`() {
        let ward = ReportingWard(
            name: "An Mẫu", kind: "phường", province: "thành phố Hải Mẫu", isParty: false)
        var duty = duty(.yearly, due: nil)
        let line = { (duty: ReportDuty) in
            ReportSheet.ofWard(ward, duty: duty, head: ReportHead(), today: Self.today)
                .recipientLines.last
        }
        #expect(line(duty) == "- Lưu: VT, VP.")
        duty.preparedBy = ["Phòng Kinh tế, Hạ tầng và Đô thị"]
        #expect(line(duty) == "- Lưu: VT, KTHTĐT.")
    }

    @Test(arguments: [
        ("báo cáo về UBND phường trước ngày 05/12 hằng năm", true),
        ("báo cáo **trước ngày 5/12** để tổng hợp", true),
        ("báo cáo trước **ngày 05 tháng 12** hằng năm", true),
        ("báo cáo vào ngày 05/12 hằng năm", false),
        ("trước ngày 10/12; các tổ báo cáo ngày 05/12", false),
    ]) func `are read as before or by a day`(words: String, isBefore: Bool) {
        let reading = ReportDutyReading(
            from: ["Các tổ dân phố"], to: "UBND phường", via: nil, due: "--12-05",
            recurrence: .yearly, line: 1)
        #expect(ReportDuty(reading, words: words).isBeforeDue == isBefore)
    }

    @Test(arguments: [
        (["UBND phường"], true), (["Đảng ủy xã"], true), (["UBND các xã, thị trấn"], false),
        (["Các tổ dân phố"], false), (["UBND phường", "Công an phường"], false),
    ]) func `tell the ward's own report`(names: [String], isOfWard: Bool) {
        let reading = ReportDutyReading(
            from: names, to: nil, via: nil, due: nil, recurrence: .yearly, line: 1)
        #expect(ReportDuty(reading, words: "").isOfWard == isOfWard)
    }

    @Test(arguments: [("05/12", "--12-05"), ("25", "---25"), ("15/11/2026", "2026-11-15")])
    func `take a day as people type it`(typed: String, kept: String) {
        #expect(ReportDuty.dueText(typed) == kept)
    }

    @Test func `refuse what cannot be a day`() {
        #expect(throws: Problem.self) { try duty(.yearly, due: "--02-30").check() }
        #expect(throws: Problem.self) { try duty(.monthly, due: "---32").check() }
        #expect(throws: Problem.self) { try duty(.once, due: nil).check() }
        #expect(throws: Never.self) { try duty(.yearly, due: "--02-29").check() }
        #expect(throws: Never.self) { try duty(.monthly, due: "---31").check() }
    }

    @Test func `count lateness to the delivery or to today`() throws {
        let due = try #require(Day(iso: "2026-11-20"))
        #expect(UnitReport().daysLate(due: due, today: Self.today) == 1)
        #expect(UnitReport().daysLate(due: Self.today, today: Self.today) == 0)
        let sent = UnitReport(state: .submitted, submittedAt: Instant(startOf: due))
        #expect(sent.daysLate(due: due, today: Self.today.adding(days: 30)) == 0)
    }

    @Test func `name units by their initials`() {
        let ward = ReportingWard(
            name: "An Mẫu", kind: "phường", province: "thành phố Hải Mẫu", isParty: false)
        let sheet = { (unit: String) in
            ReportSheet.ofUnit(
                unit, of: ward, duty: duty(.yearly, due: nil), signer: nil, post: nil, issued: nil,
                today: Self.today
            ).symbol
        }
        #expect(sheet("Công an phường") == "BC-CA")
        #expect(sheet("Tổ dân phố số 1") == "BC-TDP1")
        #expect(sheet("Phòng Kinh tế, Hạ tầng và Đô thị phường") == "BC-KTHTĐT")
    }

    @Test(arguments: [
        ("UBND phường", true), ("UBND phường An Mẫu", true), ("Ủy ban nhân dân xã", true),
        ("Đảng ủy phường", true), ("UBND thành phố", false), ("UBND tỉnh", false),
        ("Công an thành phố", false),
    ])
    func `of units stay within the ward when the ward is their addressee`(
        to: String, isWithin: Bool
    ) {
        var own = duty(.yearly, due: "--12-05")
        own.to = to
        own.isOfWard = false
        #expect(own.isWithinWard == isWithin)
        own.isOfWard = true
        #expect(!own.isWithinWard)
    }

    @Test func `stand on the Party's sheet for a Party committee`() {
        let ward = ReportingWard(
            name: "An Mẫu", kind: "phường", province: "thành phố Hải Mẫu", isParty: true)
        let sheet = ReportSheet.ofWard(
            ward, duty: duty(.yearly, due: nil), head: ReportHead(), today: Self.today)
        #expect(sheet.layout.name == "party_hd36")
        #expect(sheet.parentBody == ["Thành ủy Hải Mẫu"])
        #expect(sheet.symbol == "BC/ĐU")
        #expect(sheet.signatureLines == ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"])
    }
}

@Suite struct `Shares of a report` {
    private let today = Day(number: 20_778)

    private func time(_ label: String, due: Int, isDone: Bool, texts: [String]) -> ReportedWork {
        let last = today.adding(days: due)
        return ReportedWork(
            label: label,
            facts: WorkFacts(
                due: last, begins: today.adding(days: -40), reported: today, isStarted: true,
                submitted: isDone ? last : nil, isAccepted: isDone), texts: texts)
    }

    private func shareIfAny(_ times: [ReportedWork]) -> ReportedShare? {
        ReportedShare(
            unit: "Công an phường", times: times, figures: [], evidence: [], explanation: nil,
            on: today)
    }

    private func share(_ times: [ReportedWork]) throws -> ReportedShare {
        try #require(shareIfAny(times))
    }

    private func handedIn(_ day: Int, due: Int) -> ReportedWork {
        ReportedWork(
            label: "",
            facts: WorkFacts(
                due: today.adding(days: due), begins: today.adding(days: -40), isStarted: true,
                submitted: today.adding(days: day)), texts: [])
    }

    @Test func `are not late once handed in, however long the answer takes`() throws {
        let inTime = try share([handedIn(-6, due: -5)])
        #expect(inTime.status == .waiting)
        #expect(inTime.finished == today.adding(days: -6))
        #expect(!inTime.status.isDone)
        #expect(try share([handedIn(-5, due: -5)]).status == .waiting)
        #expect(try share([handedIn(-4, due: -5)]).status == .waitingLate)
    }

    @Test func `leave out what was excused, and do not call it done`() throws {
        var excused = time("Tháng 9/2026", due: -50, isDone: false, texts: ["Không làm được."])
        var facts = excused.facts
        facts.isExcused = true
        excused = ReportedWork(label: excused.label, facts: facts, texts: excused.texts)
        #expect(shareIfAny([excused]) == nil)
        let other = time("Tháng 10/2026", due: -20, isDone: true, texts: [])
        let rest = try share([excused, other])
        #expect(rest.status == .done)
        #expect(rest.rounds.isEmpty)
        #expect(rest.result == nil)
    }

    @Test func `count each time of work that comes again`() throws {
        let share = try share([
            time("Tháng 9/2026", due: -50, isDone: true, texts: []),
            time("Tháng 10/2026", due: -20, isDone: false, texts: []),
            time("Tháng 11/2026", due: 9, isDone: false, texts: []),
        ])
        #expect(share.rounds.map(\.status) == [.done, .late, .onTime])
        let tally = try #require(ReportTally.ofRounds([share, share]))
        // The month that is not over counts for nothing yet.
        #expect(tally.assignments == 4)
        #expect(tally.done == 2)
        #expect(ReportTally.ofRounds([try self.share([handedIn(-6, due: -5)])]) == nil)
    }

    @Test func `do not hide one late month behind done ones`() throws {
        let late = try share([
            time("Tháng 9/2026", due: -50, isDone: true, texts: ["- Đã phát 5 lượt."]),
            time("Tháng 10/2026", due: -20, isDone: false, texts: []),
            time("Tháng 11/2026", due: 9, isDone: false, texts: []),
        ])
        #expect(late.status == .late)
        #expect(late.result == "Tháng 9/2026: Đã phát 5 lượt.")
        #expect(late.finished == nil)
        // The day that was missed, not one to come.
        #expect(late.due == today.adding(days: -20))
    }

    @Test func `are done only when every time is`() throws {
        let done = try share([time("", due: -3, isDone: true, texts: ["Xong"])])
        #expect(done.status == .done)
        #expect(done.finished == today.adding(days: -3))
        let open = try share([
            time("Tháng 10", due: -3, isDone: true, texts: []),
            time("Tháng 11", due: 25, isDone: false, texts: []),
        ])
        #expect(open.status == .onTime)
    }
}
