/// Proposals to stop power or water of a facility in grave violation, from warning to restoration.
///
/// - Source: INS-09; in Hà Nội Resolutions 33/2024/NQ-HĐND and 42/2025/NQ-HĐND. The basis is a field,
///   as each province has its own.
package enum UtilityCuts: Register {
    package enum Utility: String, FieldChoice {
        case power, water, both
        package var title: String {
            switch self {
            case .power: "Điện"
            case .water: "Nước"
            case .both: "Điện và nước"
            }
        }
    }

    package enum Stage: String, FieldChoice {
        case draft, warned, proposed, decided, refused, cut, restored
        package var title: String {
            switch self {
            case .draft: "Đang chuẩn bị"
            case .warned: "Đã cảnh báo"
            case .proposed: "Đã đề xuất"
            case .decided: "Đã có quyết định"
            case .refused: "Không được chấp thuận"
            case .cut: "Đã ngừng cung cấp"
            case .restored: "Đã cung cấp lại"
            }
        }
    }

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", isRequired: true, also: ["Tên cơ sở"])
    package static let utility = Field<Utility>("utility", "Ngừng cung cấp", isRequired: true)
    package static let violation = Field<Reference<Violations>>("violation", "Do vi phạm")
    package static let basis = Field<String>("basis", "Căn cứ", isRequired: true)
    package static let warned = Field<Day>("warned_on", "Ngày cảnh báo", wanted: proposed != nil)
    package static let proposed = Field<Day>("proposed_on", "Ngày đề xuất")
    package static let proposal = Field<String>(
        "proposal", "Văn bản đề xuất", wanted: proposed != nil)
    package static let decided = Field<Day>("decided_on", "Ngày quyết định")
    package static let decision = Field<String>(
        "decision", "Quyết định", wanted: decided != nil)
    package static let isRefused = Field<Bool>("is_refused", "Không được chấp thuận")
    package static let cut = Field<Day>("cut_on", "Ngừng cung cấp từ")
    package static let restored = Field<Day>("restored_on", "Cung cấp lại từ")
    package static let stage = Field<Stage>("stage", "Giai đoạn")

    package static let description = RegisterDescription(
        name: "utility_cuts", title: "Đề xuất ngừng cung cấp điện, nước",
        singular: "đề xuất ngừng điện, nước",
        source: "Kế hoạch của phường: đề xuất ngừng cung cấp điện, nước với vi phạm nghiêm trọng",
        area: .inspections,
        fields: [
            facility, utility, violation, basis, warned, proposed, proposal, decided, decision,
            isRefused, cut, restored, stage,
        ],
        columns: ["facility", "utility", "proposed_on", "decided_on", "stage"],
        filters: ["stage", "utility"], identity: ["facility", "utility", "proposed_on"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.administrator, .chairman, .viceChairman, .office, .police, .division]),
        checks: [
            RecordCheck("warned", warned > proposed, "Đề xuất trước khi cảnh báo."),
            RecordCheck("decided", proposed > decided, "Quyết định trước khi đề xuất."),
            RecordCheck("cut", decided > cut, "Ngừng cung cấp trước khi có quyết định."),
            RecordCheck("restored", cut > restored, "Cung cấp lại trước khi ngừng."),
        ],
        derivations: [
            Derivation("stage") { cells, _, _ in
                let item = Record(id: "", version: 0, cells: cells)
                let stage: Stage =
                    item[restored] != nil
                    ? .restored
                    : item[cut] != nil
                        ? .cut
                        : item[isRefused] == true
                            ? .refused
                            : item[decided] != nil
                                ? .decided
                                : item[proposed] != nil
                                    ? .proposed : item[warned] != nil ? .warned : .draft
                return .init(stage.cell)
            }
        ])
}
