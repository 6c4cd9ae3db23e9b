import Domain
import Storage

/// Registers whose records have verbs of their own: the tools for them on the record's page and
/// above the list.
enum RecordTools {
    static func onRecord(
        _ record: Record, of register: RegisterDescription, for officer: Officer,
        _ viewer: Viewer?, _ tx: Transaction
    ) throws -> HTML? {
        switch register.name {
        case Inspections.description.name: InspectionPages.tools(record, officer, tx)
        case Publications.description.name:
            try PublicationPages.tools(record, officer, viewer, tx)
        case Transmitters.description.name where officer.may(.judgeAlarms):
            """
            <a class="button button--quiet" href="/desk/trials/new?transmitter=\(record.id)">Đặt chế độ thử</a>
            <a class="button button--quiet" href="/desk/drills/new?transmitter=\(record.id)">Đặt lịch diễn tập</a>
            """
        case Facilities.description.name where officer.may(.draftReports):
            """
            <a class="button button--quiet" href="\(NewReportPages.path(facility: record.id))">Lập báo cáo PC04</a>
            """
        default: nil
        }
    }

    static func onList(of register: RegisterDescription, ward: String, today: Day) -> HTML? {
        switch register.name {
        case Inspections.description.name:
            let years: [HTML] = [today.year, today.year + 1].map {
                "<a class=\"button button--quiet\" href=\"/inspections/plan/\($0)\">Kế hoạch năm \($0)</a>"
            }
            return "\(years)"
        case Publications.description.name:
            return "<a class=\"button button--quiet\" href=\"/public/\(ward)\">Trang công khai</a>"
        default: return nil
        }
    }

    /// What the list says above its records.
    static func note(
        on register: RegisterDescription, for officer: Officer, _ tx: Transaction
    ) throws -> HTML? {
        guard register.name == BroadcastSlots.description.name else { return nil }
        func all(_ register: RegisterDescription) throws -> [Record] {
            try tx.records(of: register, RecordFilter(), for: officer, limit: Int(Int32.max))
                .records
        }
        let floors = OutreachFloors.description
        let mayAsk = floors.access.readers.contains(officer.role)
        let week = BroadcastSlots.week(
            of: tx.today, try all(register), rules: mayAsk ? try all(floors) : [])
        let sunday = week.monday.adding(days: 6)
        let count =
            "Tuần \(week.monday.vietnamese) – \(sunday.vietnamese): \(week.broadcasts) lần phát"
        guard let floor = week.floor else { return "<p>\(count).</p>" }
        let asked = "mức sàn \(floor) lần mỗi tuần\(week.source.map { " (\($0))" } ?? "")"
        return week.missing == 0
            ? "<p>\(count), đủ \(asked).</p>"
            : Note.block("\(count).", "Còn thiếu \(week.missing) lần so với \(asked).")
    }
}
