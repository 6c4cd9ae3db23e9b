/// Suspensions of facilities, of both kinds, from decision to resumption.
///
/// - Source: tạm đình chỉ and đình chỉ hoạt động are safety measures of Decree 105/2025/NĐ-CP;
///   đình chỉ hoạt động có thời hạn is an additional penalty of Decree 106/2025/NĐ-CP. LEG-07:
///   watch that they stay closed.
package enum Suspensions: Register {
    package enum Kind: String, FieldChoice {
        case partial, whole, penalty
        package var title: String {
            switch self {
            case .partial: "Tạm đình chỉ hoạt động"
            case .whole: "Đình chỉ hoạt động"
            case .penalty: "Đình chỉ có thời hạn (hình phạt bổ sung)"
            }
        }
    }

    package enum State: String, FieldChoice {
        case running, over, resumed
        package var title: String {
            switch self {
            case .running: "Đang đình chỉ"
            case .over: "Hết thời hạn, chưa cho hoạt động lại"
            case .resumed: "Đã hoạt động lại"
            }
        }
    }

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", isRequired: true, also: ["Tên cơ sở"])
    package static let kind = Field<Kind>("kind", "Hình thức", isRequired: true)
    package static let scope = Field<String>(
        "scope", "Phạm vi", hint: "Toàn bộ, hoặc bộ phận nào.", wanted: .always)
    package static let decision = Field<String>("decision", "Quyết định", isRequired: true)
    package static let violation = Field<Reference<Violations>>("violation", "Do vi phạm")
    package static let from = Field<Day>("from_on", "Từ ngày", isRequired: true)
    package static let until = Field<Day>("until_on", "Đến ngày", wanted: kind != .whole)
    package static let watched = Field<Day>(
        "watched_on", "Kiểm tra việc chấp hành gần nhất", wanted: .always, freshDays: 30)
    package static let resumed = Field<Day>("resumed_on", "Cho hoạt động lại ngày")
    package static let resumption = Field<String>(
        "resumption", "Quyết định phục hồi", wanted: resumed != nil)
    package static let state = Field<State>("state", "Tình trạng")

    package static let description = RegisterDescription(
        name: "suspensions", title: "Đình chỉ, phục hồi hoạt động", singular: "lần đình chỉ",
        source: "Kế hoạch của phường: cơ sở bị đình chỉ, tạm đình chỉ", area: .inspections,
        fields: [
            facility, kind, scope, decision, violation, from, until, watched, resumed, resumption,
            state,
        ],
        columns: ["facility", "kind", "from_on", "until_on", "state"], filters: ["state", "kind"],
        identity: ["facility", "decision"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.administrator, .chairman, .viceChairman, .office, .police, .division]),
        checks: [
            RecordCheck("dates", from > until, "Ngày bắt đầu sau ngày kết thúc."),
            RecordCheck("resumed", from > resumed, "Cho hoạt động lại trước ngày đình chỉ."),
        ],
        derivations: [
            Derivation("state") { cells, _, today in
                let suspension = Record(id: "", version: 0, cells: cells)
                if suspension[resumed] != nil { return .init(State.resumed.cell) }
                let isOver = suspension[until].map { $0 < today } == true
                return .init((isOver ? State.over : .running).cell)
            }
        ],
        locks: [
            RecordLock(
                .end, when: state != .resumed,
                "Cơ sở chưa được hoạt động lại thì không bỏ mục này khỏi sổ được.")
        ], latestBy: "from_on")
}
