/// What an inspection found wanting (tồn tại, thiếu sót), until it is mended.
///
/// - Source: form PC03 of Decree 105/2025/NĐ-CP; INS-02: guidance, limit, re-check until mended.
package enum Findings: Register {
    package enum State: String, FieldChoice {
        case open, overdue, mended
        package var title: String {
            switch self {
            case .open: "Đang khắc phục"
            case .overdue: "Quá hạn"
            case .mended: "Đã khắc phục"
            }
        }
    }

    package enum Part: String, FieldChoice {
        case duties, building
        package var title: String {
            (self == .duties ? Inspections.Section.duties : .building).title
        }
    }

    package static let inspection = Field<Reference<Inspections>>(
        "inspection", "Cuộc kiểm tra", isRequired: true)
    package static let facility = Field<Reference<Facilities>>("facility", "Cơ sở")
    package static let part = Field<Part>("part", "Thuộc phần", isRequired: true)
    package static let words = Field<String>(
        "words", "Tồn tại", isRequired: true, also: ["Nội dung tồn tại", "Thiếu sót"])
    package static let guidance = Field<String>(
        "guidance", "Hướng dẫn, yêu cầu", wanted: .always, also: ["Kiến nghị", "Biện pháp"])
    package static let due = Field<Day>(
        "due_on", "Hạn khắc phục", wanted: .always, also: ["Thời hạn"])
    package static let state = Field<State>("state", "Kết quả")
    package static let mended = Field<Day>("mended_on", "Khắc phục xong ngày")
    package static let extended = Field<Day>("extended_to", "Gia hạn đến")

    package static let description = RegisterDescription(
        name: "findings", title: "Tồn tại qua kiểm tra", singular: "tồn tại",
        source: "Kế hoạch của phường: hướng dẫn khắc phục, phúc tra đến khi xong",
        area: .inspections,
        fields: [inspection, facility, part, words, guidance, due, extended, state, mended],
        columns: ["words", "facility", "due_on", "state", "mended_on"],
        filters: ["state", "part"], identity: ["inspection", "words"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.administrator, .office, .police, .division]),
        derivations: [
            Derivation("facility", from: .owner(by: "inspection")) { _, owner, _ in
                owner.first?[Inspections.facility].map { .init($0.cell, "Theo cuộc kiểm tra.") }
            },
            Derivation("mended_on", from: .children(of: "rechecks", by: "finding")) {
                _, checks, _ in
                checks.filter { $0[Rechecks.isMended] == true }.compactMap { $0[Rechecks.day] }
                    .min().map { .init($0.cell, "Theo lần phúc tra đạt đầu tiên.") }
            },
            Derivation("extended_to", from: .children(of: "rechecks", by: "finding")) {
                _, checks, _ in
                checks.compactMap { $0[Rechecks.due] }.max().map {
                    .init($0.cell, "Theo lần phúc tra gần nhất cho thêm hạn.")
                }
            },
            Derivation("state") { cells, _, today in
                let finding = Record(id: "", version: 0, cells: cells)
                if finding[mended] != nil { return .init(State.mended.cell) }
                let limit = finding[extended] ?? finding[due]
                return .init((limit.map { $0 < today } == true ? State.overdue : .open).cell)
            },
        ],
        locks: [
            RecordLock(
                .end, when: state != .mended,
                "Tồn tại chưa khắc phục thì không bỏ khỏi sổ được. Hãy ghi một lần phúc tra.")
        ])
}

/// Visits that look whether a finding was mended (phúc tra).
///
/// - Source: INS-02.
package enum Rechecks: Register {
    package static let finding = Field<Reference<Findings>>(
        "finding", "Tồn tại", isRequired: true)
    package static let day = Field<Day>("checked_on", "Ngày phúc tra", isRequired: true)
    package static let isMended = Field<Bool>("is_mended", "Đã khắc phục", isRequired: true)
    package static let due = Field<Day>("due_on", "Cho thêm hạn đến", wanted: isMended == false)
    package static let words = Field<Remark>("words", "Nhận xét")

    package static let description = RegisterDescription(
        name: "rechecks", title: "Phúc tra", singular: "lần phúc tra",
        source: "Kế hoạch của phường: phúc tra đến khi khắc phục xong", area: .inspections,
        fields: [finding, day, isMended, due, words],
        columns: ["checked_on", "finding", "is_mended", "due_on"], filters: ["is_mended"],
        identity: ["finding", "checked_on"],
        access: RegisterAccess(
            readers: Findings.description.access.readers,
            writers: Findings.description.access.writers),
        checks: [
            RecordCheck(
                "due_before", day > due, "Hạn mới trước ngày phúc tra. Hãy xem lại hai ngày.")
        ])
}
