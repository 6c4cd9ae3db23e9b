/// What was put to a competent authority (kiến nghị xử lý), and its answer.
///
/// - Source: INS-04.
package enum Recommendations: Register {
    package enum State: String, FieldChoice {
        case waiting, late, answered
        package var title: String {
            switch self {
            case .waiting: "Chờ trả lời"
            case .late: "Quá hạn trả lời"
            case .answered: "Đã trả lời"
            }
        }
    }

    package static let subject = Field<String>("subject", "Nội dung kiến nghị", isRequired: true)
    package static let facility = Field<Reference<Facilities>>("facility", "Về cơ sở")
    package static let violation = Field<Reference<Violations>>("violation", "Về vi phạm")
    package static let to = Field<String>("sent_to", "Gửi", isRequired: true, also: ["Nơi nhận"])
    package static let document = Field<String>("document", "Văn bản số", wanted: .always)
    package static let sent = Field<Day>("sent_on", "Ngày gửi", isRequired: true)
    package static let due = Field<Day>("due_on", "Đề nghị trả lời trước", wanted: .always)
    package static let answered = Field<Day>("answered_on", "Ngày trả lời")
    package static let answer = Field<Remark>("answer", "Trả lời", wanted: answered != nil)
    package static let state = Field<State>("state", "Tình trạng")

    package static let description = RegisterDescription(
        name: "recommendations", title: "Kiến nghị cấp có thẩm quyền", singular: "kiến nghị",
        source: "Kế hoạch của phường: kiến nghị cấp có thẩm quyền xử lý", area: .inspections,
        fields: [
            subject, facility, violation, to, document, sent, due, answered, answer, state,
        ],
        columns: ["subject", "sent_to", "sent_on", "due_on", "state"], filters: ["state"],
        identity: ["subject", "sent_to", "sent_on"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.administrator, .chairman, .viceChairman, .office, .police, .division]),
        checks: [
            RecordCheck(
                "answered", sent > answered, "Trả lời trước ngày gửi. Hãy xem lại hai ngày.")
        ],
        derivations: [
            Derivation("state") { cells, _, today in
                let item = Record(id: "", version: 0, cells: cells)
                if item[answered] != nil { return .init(State.answered.cell) }
                let isLate = item[due].map { $0 < today } == true
                return .init((isLate ? State.late : .waiting).cell)
            }
        ], latestBy: "sent_on")
}
