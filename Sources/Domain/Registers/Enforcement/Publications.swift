/// What is made public of unsafe facilities and works (công khai), by two people: one proposes,
/// another approves; withdrawn once mended.
///
/// - Source: INS-10 to INS-12, LEG-08.
package enum Publications: Register {
    package enum Channel: String, FieldChoice {
        case portal, loudspeaker, press, board
        package var title: String {
            switch self {
            case .portal: "Cổng thông tin điện tử của phường"
            case .loudspeaker: "Truyền thanh"
            case .press: "Báo chí"
            case .board: "Niêm yết tại trụ sở, khu dân cư"
            }
        }
    }

    package enum State: String, FieldChoice {
        case proposed, shown, withdrawn
        package var title: String {
            switch self {
            case .proposed: "Chờ duyệt"
            case .shown: "Đang công khai"
            case .withdrawn: "Đã gỡ"
            }
        }
    }

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", isRequired: true, also: ["Tên cơ sở"])
    package static let words = Field<Remark>(
        "words", "Nội dung công khai", hint: "Đúng những gì người dân sẽ đọc.", isRequired: true)
    package static let basis = Field<String>(
        "basis", "Căn cứ công khai", hint: "Văn bản, quyết định cho phép công khai.",
        isRequired: true)
    package static let violation = Field<Reference<Violations>>("violation", "Do vi phạm")
    package static let channel = Field<Channel>("channel", "Nơi đăng", isRequired: true)
    package static let approved = Field<Day>("approved_on", "Duyệt ngày")
    package static let approver = Field<String>("approver", "Người duyệt")
    package static let withdrawn = Field<Day>("withdrawn_on", "Gỡ ngày")
    package static let reason = Field<String>("withdrawal_reason", "Lý do gỡ")
    package static let isCured = Field<Bool>("is_cured", "Vi phạm đã xử lý xong")
    package static let state = Field<State>("state", "Tình trạng")

    package static let description = RegisterDescription(
        name: "publications", title: "Công khai cơ sở không an toàn", singular: "mục công khai",
        source:
            "Kế hoạch của phường: công khai công trình chưa nghiệm thu đã sử dụng, cơ sở không bảo đảm an toàn",
        area: .inspections,
        fields: [
            facility, words, basis, violation, channel, state, approved, approver, withdrawn,
            reason, isCured,
        ],
        columns: ["facility", "channel", "state", "approved_on", "is_cured"],
        filters: ["state", "channel"], identity: ["facility", "channel", "words"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.chairman, .viceChairman, .office, .police, .division]),
        checks: [
            RecordCheck(
                "cured", isCured == true && state == .shown,
                "Vi phạm đã xử lý xong mà vẫn còn công khai. Hãy gỡ.")
        ],
        derivations: [
            Derivation("is_cured", from: .owner(by: "violation")) { _, violation, _ in
                violation.first.map { .init(($0[Violations.stage] == .closed).cell) }
            },
            Derivation("state") { cells, _, _ in
                let item = Record(id: "", version: 0, cells: cells)
                let state: State =
                    item[withdrawn] != nil
                    ? .withdrawn : item[approved] != nil ? .shown : .proposed
                return .init(state.cell)
            },
        ],
        kept: ["approved_on", "approver", "withdrawn_on", "withdrawal_reason"],
        locks: [
            RecordLock(
                .change, when: state != .proposed,
                "Mục đã được duyệt thì không sửa được. Hãy gỡ rồi đề xuất mục mới."),
            RecordLock(.end, when: state == .shown, "Mục đang công khai. Hãy gỡ trước."),
        ])
}
