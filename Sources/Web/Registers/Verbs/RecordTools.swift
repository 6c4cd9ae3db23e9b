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
}
