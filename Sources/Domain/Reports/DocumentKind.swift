/// The kind of an administrative document (tên loại văn bản).
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I (names and abbreviations).
package enum DocumentKind: String, Sendable, CaseIterable, Codable {
    case report, plan, letter, submission, notice, decision, programme, guidance, invitation
    case minutes

    /// As it stands in capitals over the title; `letter` (công văn) shows none.
    package var name: String {
        switch self {
        case .report: "Báo cáo"
        case .plan: "Kế hoạch"
        case .letter: "Công văn"
        case .submission: "Tờ trình"
        case .notice: "Thông báo"
        case .decision: "Quyết định"
        case .programme: "Chương trình"
        case .guidance: "Hướng dẫn"
        case .invitation: "Giấy mời"
        case .minutes: "Biên bản"
        }
    }

    /// The first half of the symbol, `BC` of `BC-UBND`; the decree gives a letter none.
    package var abbreviation: String? {
        switch self {
        case .report: "BC"
        case .plan: "KH"
        case .letter: nil
        case .submission: "TTr"
        case .notice: "TB"
        case .decision: "QĐ"
        case .programme: "CTr"
        case .guidance: "HD"
        case .invitation: "GM"
        case .minutes: "BB"
        }
    }
}
