package import Domain

extension Plan.Status: SQLConvertible {}
extension TaskUnit.Role: SQLConvertible {}
extension Deadline.Kind: SQLConvertible {}
extension Deadline.Recurrence: SQLConvertible {}

extension Plan {
    static let columns: SQL = """
        id, kind, number, number_suffix, title, issuer, place, issued, status, current_version,
        created_at, confirmed_at, version
        """

    init(_ row: Row) {
        self.init(
            id: row["id"], kind: row["kind"], number: row["number"],
            numberSuffix: row["number_suffix"], title: row["title"], issuer: row["issuer"],
            place: row["place"], issued: row["issued"], status: row["status"],
            currentVersion: row["current_version"], createdAt: row["created_at"],
            confirmedAt: row["confirmed_at"], version: row["version"])
    }
}

extension PlanTask {
    static let columns: SQL = """
        id, plan, code, section_path, unit_heading, title, text, line_start, line_end, person,
        product, authority, work_item, is_deferred, ended_at, ended_because, version
        """

    init(_ row: Row, units: [TaskUnit], deadlines: [Deadline], targets: [TaskTarget]) {
        self.init(
            id: row["id"], plan: row["plan"], code: row["code"],
            sectionPath: row["section_path"], unitHeading: row["unit_heading"],
            title: row["title"], text: row["text"], lineStart: row["line_start"],
            lineEnd: row["line_end"], person: row["person"], product: row["product"],
            authority: row["authority"], workItem: row["work_item"],
            isDeferred: row["is_deferred"], endedAt: row["ended_at"],
            endedBecause: row["ended_because"], version: row["version"], units: units,
            deadlines: deadlines, targets: targets)
    }
}

extension TaskTarget {
    static let columns: SQL = "id, task, text, name, min, max, unit, per, due"

    init(_ row: Row) {
        self.init(
            id: row["id"], task: row["task"], text: row["text"], name: row["name"],
            min: row["min"], max: row["max"], unit: row["unit"], per: row["per"],
            due: row["due"])
    }
}
