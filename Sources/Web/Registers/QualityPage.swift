import Domain
import HTTPTypes
import Hummingbird
import Storage

/// How good the data of the ward, or of one residential group, is in the plans' four words: now, and
/// over the months; what is to be done first.
struct QualityPage: Sendable {
    /// Registers that the reader may see, but for rules of law, which the ward does not collect.
    let registers: [RegisterDescription]
    /// By the register's name.
    let counts: [String: RecordCounts]
    let course: Course
    let groups: [Storage.Unit]
    let byGroup: [String: RecordCounts]
    /// The residential group that the page is about; nil: the ward.
    let group: Storage.Unit?
    let role: Role

    /// The state of all registers together as it was at earlier times.
    struct Course: Sendable {
        /// The oldest first, a month apart; nil where nothing had been counted.
        let months: [RecordCounts?]

        static let monthsShown = 12
        static let daysOfMonth = 30

        /// As so many months ago.
        func ago(_ months: Int) -> RecordCounts? {
            let place = self.months.count - months
            return self.months.indices.contains(place) ? self.months[place] : nil
        }
    }

    /// `GET /registers/quality?unit=`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let registers = Registers.all.filter {
            $0.area != .rules && $0.access.readers.contains(officer.role)
        }
        let asked = visit.query("unit")
        let page = try await visit.site.database.read { tx in
            let groups = try tx.residentialGroups(of: officer.ward)
            let own = officer.role == .groupHead ? officer.unit : nil
            let group = groups.first { $0.id == (own ?? asked) }
            guard group != nil || asked.isEmpty else {
                throw Problem(.notFound, "Không có tổ dân phố này.")
            }
            let byDay: (Day?) throws -> [String: RecordCounts] = { day in
                try tx.recordCounts(for: officer, unit: group?.id, on: day)
            }
            let months = try (1...Course.monthsShown).reversed().map { month -> RecordCounts? in
                let then = try byDay(tx.today.adding(days: -month * Course.daysOfMonth))
                return then.isEmpty ? nil : together(then, registers)
            }
            return QualityPage(
                registers: registers, counts: try byDay(nil), course: Course(months: months),
                groups: groups, byGroup: try tx.recordCountsByGroup(for: officer), group: group,
                role: officer.role)
        }
        return visit.page("Chất lượng dữ liệu", at: .registers, page.html)
    }

    private static func together(
        _ counts: [String: RecordCounts], _ registers: [RegisterDescription]
    ) -> RecordCounts {
        registers.reduce(into: RecordCounts()) { sum, register in
            sum += counts[register.name] ?? RecordCounts()
        }
    }

    private var html: HTML {
        let whole = Self.together(counts, registers)
        let of: HTML = group.map { "\($0.name)" } ?? "phường"
        let back: HTML =
            group == nil || role == .groupHead
            ? "<a href=\"/registers\">← Sổ</a>"
            : "<a href=\"/registers/quality\">← Cả phường</a>"
        return """
            <p class="crumb">\(back)</p>
            <h1>Chất lượng dữ liệu\(group.map { " – \($0.shortName)" } ?? "")</h1>
            <p class="lede">\(whole.all.vietnamese) mục trong các sổ của \(of). Mỗi mục được chấm theo những gì sổ hỏi về nó; điểm của sổ, của tổ và của phường là trung bình các mục.</p>
            \(courseTable(whole))
            \(worklist)
            \(groupTable)
            \(registerTable)
            """
    }

    private func courseTable(_ whole: RecordCounts) -> HTML {
        let rows: [[HTML]] = RecordGap.Kind.allCases.map { kind in
            let now = whole.score(kind)
            let past = course.months.map { $0?.score(kind) }
            let words = now.map { "\(kind.title) bây giờ \($0)%" } ?? kind.title
            return [
                """
                \(kind.title)<span class="table__more">\(kind.meaning)</span>
                """,
                now.map { "<strong>\($0)%</strong>" } ?? "",
                change(now, course.ago(1)?.score(kind)),
                change(now, course.ago(3)?.score(kind)),
                change(now, course.ago(Course.monthsShown)?.score(kind)),
                Sparkline.line(past + [now], label: words),
            ]
        }
        return Panel.section(
            "Bốn điểm", isPadded: false,
            DataTable.cards(
                "Bốn điểm",
                [
                    .init("Tiêu chí"), .init("Bây giờ", isNumber: true),
                    .init("So với 1 tháng trước", isNumber: true),
                    .init("3 tháng trước", isNumber: true),
                    .init("12 tháng trước", isNumber: true), .init("12 tháng qua"),
                ], rows))
    }

    /// "+3", or a dash where nothing had been counted.
    private func change(_ now: Int?, _ then: Int?) -> HTML {
        guard let now, let then else { return "<span class=\"muted\">–</span>" }
        let difference = now - then
        return difference == 0
            ? "không đổi" : "\(difference > 0 ? "+" : "−")\(abs(difference)) điểm"
    }

    private static let tasksShown = 15

    /// What the reader may mend, the most first.
    private var worklist: HTML {
        let tasks = registers.filter { $0.access.writers.contains(role) }.flatMap { register in
            RecordGap.Kind.allCases.compactMap { kind in
                counts[register.name].map { (register: register, kind: kind, count: $0[kind]) }
            }
        }.filter { $0.count > 0 }.sorted {
            ($1.count, $0.register.name) < ($0.count, $1.register.name)
        }
        let rows: [[HTML]] = tasks.prefix(Self.tasksShown).map { task in
            [
                "<a href=\"\(path(task.register, task.kind))\">\(task.register.title)</a>",
                "\(task.kind.lack)", "\(task.count.vietnamese)",
            ]
        }
        let body: HTML =
            rows.isEmpty
            ? EmptyState.block("Không còn việc nào về dữ liệu.")
            : DataTable.cards(
                "Việc cần làm", [.init("Sổ"), .init("Việc"), .init("Số mục", isNumber: true)], rows)
        let note = tasks.count > Self.tasksShown ? "\(Self.tasksShown) việc nhiều nhất" : nil
        return Panel.section("Việc cần làm", note: note, isPadded: false, body)
    }

    /// The records that lack something, of the group that the page is about.
    private func path(_ register: RegisterDescription, _ kind: RecordGap.Kind) -> String {
        let key = register.groupKey ?? Field<GroupReference>.residentialGroup.key
        return Address.with(
            RegisterQuestions.path(register), [("gap", kind.rawValue), (key, group?.id)])
    }

    private var groupTable: HTML? {
        guard group == nil, role != .groupHead else { return nil }
        let rows: [[HTML]] = groups.compactMap { unit -> (counts: RecordCounts, row: [HTML])? in
            guard let counts = byGroup[unit.id], counts.all > 0 else { return nil }
            let path = Address.with("/registers/quality", [("unit", unit.id)])
            let cells = QualityWords.cells(counts) { _ in nil }
            return (
                counts,
                ["<a href=\"\(path)\">\(unit.shortName)</a>", "\(counts.all.vietnamese)"] + cells
            )
        }.sorted { Self.worth($0.counts) < Self.worth($1.counts) }.map(\.row)
        guard !rows.isEmpty else { return nil }
        return Panel.section(
            "Theo tổ dân phố", note: "cần quan tâm nhất ở đầu", isPadded: false,
            DataTable.cards(
                "Theo tổ dân phố",
                [.init("Tổ"), .init("Số mục", isNumber: true)] + QualityWords.columns, rows))
    }

    private var registerTable: HTML {
        let rows: [[HTML]] = registers.compactMap {
            register -> (counts: RecordCounts, row: [HTML])? in
            guard let counts = counts[register.name], counts.all > 0 else { return nil }
            let name: HTML = "<a href=\"/registers/\(register.name)\">\(register.title)</a>"
            let cells = QualityWords.cells(counts) { path(register, $0) }
            return (counts, [name, "\(counts.all.vietnamese)"] + cells)
        }.sorted { Self.worth($0.counts) < Self.worth($1.counts) }.map(\.row)
        return Panel.section(
            "Theo sổ", note: "cần quan tâm nhất ở đầu", isPadded: false,
            DataTable.cards(
                "Theo sổ",
                [.init("Sổ"), .init("Số mục", isNumber: true)] + QualityWords.columns, rows))
    }

    private static func worth(_ counts: RecordCounts) -> Int {
        RecordGap.Kind.allCases.reduce(0) { $0 + (counts.score($1) ?? 100) }
    }
}
