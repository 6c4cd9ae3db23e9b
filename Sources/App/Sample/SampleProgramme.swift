import Documents
import Domain
import Storage
import Synchronization

/// The sample ward's plan in full swing: confirmed some months ago, its work in every state.
///
/// Everything is done through the verbs that people use, at the moment when it would have been
/// done; so the journal, the timelines and the figures hang together.
struct SampleProgramme: Sendable {
    let database: Database
    let clock: SampleClock
    let people: SamplePeople
    /// The day on which the ward is loaded.
    let today: Day
    let size: SampleSize

    /// How long ago the plan was confirmed, in days.
    static let daysRunning = 148

    func load(copies: Int) async throws {
        for number in 1...copies { try await importPlan(number) }
        var events =
            try await events() + reported() + measured() + surveyed() + kept() + yearOfWork()
            + alarmed()
        events.sort { ($0.at, $0.subject) < ($1.at, $1.subject) }
        var counted = events.first?.at.day ?? today
        for event in events {
            clock.set(event.at)
            if event.at.day.number - counted.number >= Self.daysBetweenCounts {
                counted = event.at.day
                try await count()
            }
            try await database.write { tx in try event.happen(tx) }
        }
        clock.follow()
        try await database.write { tx in try tx.extendHorizon(ward: SampleWard.code) }
        try await count()
    }

    /// How often the state of the registers is kept; the server does it every day.
    private static let daysBetweenCounts = 14

    private func count() async throws {
        while try await database.write({ try $0.rescoreDue(ward: SampleWard.code) }) {}
        try await database.write { tx in
            try tx.keepCountsOfYesterday(ward: SampleWard.code)
            try tx.keepIndicators(ward: SampleWard.code)
        }
    }

    private func importPlan(_ number: Int) async throws {
        clock.set(moment(daysAgo: Self.daysRunning, hour: 9))
        let text = SamplePlan.text(on: today, copy: number)
        let source = SourceText(text: text)
        let reading = PlanReader.read(source, file: SamplePlan.fileName)
        let intake = PlanIntake(
            content: Array(text.utf8), fileName: SamplePlan.fileName,
            mediaType: "text/plain; charset=utf-8", source: source, reading: reading)
        let office = try people.officer("vanphong")
        try await database.write { tx in
            let plan = try tx.addPlan(intake, by: office)
            try tx.confirmPlan(plan, version: try tx.plan(plan, for: office).version, by: office)
        }
    }

    func moment(daysAgo days: Int, hour: Int) -> Instant {
        Instant(startOf: today.adding(days: -days)).adding(seconds: Int64(hour) * 3600)
    }

    // MARK: What happened

    /// One thing that somebody did.
    struct Event: Sendable {
        let at: Instant
        let subject: String
        let happen: @Sendable (Transaction) throws -> Void
    }

    private func events() async throws -> [Event] {
        let office = try people.officer("vanphong")
        let work = try await database.read { tx in
            var filter = WorkFilter()
            filter.isOfWard = true
            filter.state = .all
            return try tx.work(filter, for: office, limit: 1000)
        }
        return try work.enumerated().flatMap { number, row in
            try events(of: row, course: SampleCourse(number: number, row: row, today: today))
        } + extras(work)
    }

    private func events(of row: WorkRow, course: SampleCourse) throws -> [Event] {
        guard let lead = row.lead, let officer = people.head(of: lead) else { return [] }
        let deputy = try people.officer("phochutich")
        var events = course.reports.map { report in
            Event(at: moment(daysAgo: report.daysAgo, hour: 10), subject: row.id) { tx in
                try tx.reportWork(row.id, text: report.words, percent: report.percent, by: officer)
            }
        }
        if let daysAgo = course.submittedDaysAgo {
            let evidence = try SampleEvidence.report(
                of: row.title, unit: row.leadName ?? "", on: today.adding(days: -daysAgo))
            events.append(
                Event(at: moment(daysAgo: daysAgo, hour: 15), subject: row.id) { tx in
                    let version = try tx.workDetail(row.id, for: officer).row.version
                    try tx.submitWork(
                        row.id, text: "Đã hoàn thành theo Kế hoạch, gửi kèm biên bản.",
                        evidence: [evidence], reason: nil, version: version, by: officer)
                })
        }
        if let daysAgo = course.acceptedDaysAgo {
            events.append(
                Event(at: moment(daysAgo: daysAgo, hour: 17), subject: row.id) { tx in
                    let version = try tx.workDetail(row.id, for: deputy).row.version
                    try tx.acceptWork(row.id, note: "", version: version, by: deputy)
                })
        }
        return events
    }

    /// What a ward's months hold beside the course of work: obstacles, proposals, explanations.
    private func extras(_ work: [WorkRow]) throws -> [Event] {
        let infrastructure = try people.officer("kinhte")
        let police = try people.officer("congan")
        let office = try people.officer("vanphong")
        let chairman = try people.officer("chutich")
        let late = work.first {
            $0.lead == infrastructure.unit && $0.title.hasPrefix(SampleCourse.behind)
        }
        let transmitters = work.first { $0.lead == police.unit && $0.title.contains("truyền tin") }
        let budget = work.first { $0.lead == infrastructure.unit && $0.title.contains("kinh phí") }
        var events: [Event] = []
        if let late {
            events.append(
                Event(at: moment(daysAgo: 5, hour: 8), subject: late.id) { [today] tx in
                    try tx.questionWork(
                        late.id,
                        question: "Còn 02 barie trong ngõ 42 chưa tháo. Nguyên nhân và ngày xong?",
                        due: today.adding(days: 1), by: office)
                })
            events.append(
                Event(at: moment(daysAgo: 9, hour: 14), subject: late.id) { tx in
                    try tx.raiseObstacle(
                        onWork: late.id, orPlan: nil,
                        text:
                            "Hai hộ đầu ngõ 42 chưa đồng ý tháo mái che; cần UBND phường làm việc với hộ.",
                        by: infrastructure)
                })
        }
        if let transmitters {
            events.append(
                Event(at: moment(daysAgo: 30, hour: 11), subject: transmitters.id) { tx in
                    try tx.makeProposal(
                        onWork: transmitters.id, orPlan: nil,
                        text:
                            "Đề xuất mời ba đơn vị cung cấp thiết bị báo giá chung cho các cơ sở trong chợ.",
                        by: police)
                })
            events.append(
                Event(at: moment(daysAgo: 26, hour: 9), subject: transmitters.id) { tx in
                    guard let proposal = try tx.proposals(isOpen: true, for: chairman).first else {
                        return
                    }
                    try tx.decideProposal(
                        proposal.id, .agreed,
                        decision: "Đồng ý; Công an phường chủ trì mời trong tháng.",
                        version: proposal.version, by: chairman)
                })
        }
        if let budget {
            events.append(
                Event(at: moment(daysAgo: 2, hour: 16), subject: budget.id) { tx in
                    try tx.makeProposal(
                        onWork: budget.id, orPlan: nil,
                        text:
                            "Đề xuất mua 06 bộ phương tiện cho lực lượng dân phòng của 06 tổ dân phố.",
                        by: infrastructure)
                })
        }
        return events
    }
}
