/// Inspections of facilities (kiểm tra về PCCC): one visit, two sections, each signed by the body
/// that answers for it.
///
/// - Source: Decree 105/2025/NĐ-CP, Articles 13 and 14: the duties of the head and the equipment
///   (letters a, c, d, đ) and the building (letters g, h) of Article 13(1); a notice in writing
///   three working days ahead; minutes on form PC03. The wards' plans give the first part to the
///   police and the second to the office for infrastructure (INS-01).
package enum Inspections: Register {
    package enum Kind: String, FieldChoice {
        case periodic, unscheduled, recheck
        package var title: String {
            switch self {
            case .periodic: "Định kỳ"
            case .unscheduled: "Đột xuất"
            case .recheck: "Phúc tra"
            }
        }
    }

    package enum Stage: String, FieldChoice {
        case planned, notified, visited, signedOnce = "signed_once", done, cancelled
        package var title: String {
            switch self {
            case .planned: "Trong kế hoạch"
            case .notified: "Đã thông báo"
            case .visited: "Đã kiểm tra"
            case .signedOnce: "Đã ký một phần"
            case .done: "Đã ký đủ"
            case .cancelled: "Đã hủy"
            }
        }
    }

    package enum Notice: String, FieldChoice {
        case inTime = "in_time"
        case late, notAsked = "not_asked"
        package var title: String {
            switch self {
            case .inTime: "Đúng hạn"
            case .late: "Chưa đủ ngày"
            case .notAsked: "Không áp dụng"
            }
        }
    }

    package enum Result: String, FieldChoice {
        case met, unmet
        package var title: String {
            switch self {
            case .met: "Bảo đảm"
            case .unmet: "Còn tồn tại"
            }
        }
    }

    /// A part of the visit that one body answers for.
    package enum Section: String, Sendable, CaseIterable {
        case duties, building
        package var title: String {
            switch self {
            case .duties: "Trách nhiệm, phương tiện (điểm a, c, d, đ)"
            case .building: "Khoảng cách, đường, thoát nạn, ngăn cháy (điểm g, h)"
            }
        }
        package var unit: Field<UnitReference> { self == .duties ? dutiesUnit : buildingUnit }
        package var result: Field<Result> { self == .duties ? dutiesResult : buildingResult }
        package var words: Field<Remark> { self == .duties ? dutiesWords : buildingWords }
        package var signer: Field<String> { self == .duties ? dutiesSigner : buildingSigner }
        package var signed: Field<Day> { self == .duties ? dutiesSigned : buildingSigned }
    }

    /// A notice is written so many working days ahead: Decree 105/2025/NĐ-CP, Article 14(3)b.
    package static let noticeDays = 3

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", isRequired: true, also: ["Tên cơ sở"])
    package static let kind = Field<Kind>("kind", "Hình thức", isRequired: true)
    package static let grounds = Field<String>(
        "grounds", "Lý do kiểm tra đột xuất",
        hint: "Dấu hiệu vi phạm, đơn phản ánh, yêu cầu bảo đảm an ninh.",
        wanted: kind == .unscheduled)
    package static let planned = Field<Day>(
        "planned_on", "Ngày theo kế hoạch", wanted: kind == .periodic,
        also: ["Thời gian kiểm tra", "Ngày dự kiến"])
    package static let team = Field<Remark>(
        "team", "Thành phần đoàn", hint: "Mỗi dòng một người, chức vụ, đơn vị.",
        wanted: visited != nil)
    package static let noticeNumber = Field<String>(
        "notice_number", "Số thông báo", wanted: notified != nil)
    package static let notified = Field<Day>(
        "notified_on", "Ngày thông báo", wanted: kind == .periodic && visited != nil)
    package static let notice = Field<Notice>("notice", "Thông báo trước")
    package static let visited = Field<Day>("visited_on", "Ngày kiểm tra")
    package static let represented = Field<String>(
        "represented_by", "Đại diện cơ sở", wanted: visited != nil)
    package static let refusal = Field<String>(
        "refusal", "Lý do cơ sở không ký biên bản", hint: "Để trống nếu cơ sở đã ký.")
    package static let cancelled = Field<Day>("cancelled_on", "Hủy ngày")
    package static let cancellation = Field<String>(
        "cancellation", "Lý do hủy", wanted: cancelled != nil)
    package static let dutiesUnit = Field<UnitReference>(
        "duties_unit", "Đơn vị kiểm tra trách nhiệm, phương tiện", wanted: .always)
    package static let dutiesResult = Field<Result>("duties_result", "Kết quả phần trách nhiệm")
    package static let dutiesWords = Field<Remark>("duties_words", "Nhận xét phần trách nhiệm")
    package static let dutiesSigner = Field<String>("duties_signer", "Người ký phần trách nhiệm")
    package static let dutiesSigned = Field<Day>("duties_signed_on", "Ký phần trách nhiệm ngày")
    package static let buildingUnit = Field<UnitReference>(
        "building_unit", "Đơn vị kiểm tra xây dựng, đường, thoát nạn", wanted: .always)
    package static let buildingResult = Field<Result>("building_result", "Kết quả phần xây dựng")
    package static let buildingWords = Field<Remark>("building_words", "Nhận xét phần xây dựng")
    package static let buildingSigner = Field<String>("building_signer", "Người ký phần xây dựng")
    package static let buildingSigned = Field<Day>("building_signed_on", "Ký phần xây dựng ngày")
    package static let openFindings = Field<Int>("open_findings", "Tồn tại chưa khắc phục")
    package static let stage = Field<Stage>("stage", "Giai đoạn")

    package static let description = RegisterDescription(
        name: "inspections", title: "Kiểm tra về PCCC", singular: "cuộc kiểm tra",
        source: "Nghị định 105/2025/NĐ-CP, Điều 13, 14; kế hoạch của phường: phân công kiểm tra",
        area: .inspections,
        sections: [
            FieldSection(
                "Kế hoạch", [facility, kind, planned, grounds, dutiesUnit, buildingUnit]),
            FieldSection("Thông báo", [noticeNumber, notified, notice]),
            FieldSection("Kiểm tra", [visited, team, represented, refusal, stage, openFindings]),
            FieldSection(
                "Trách nhiệm, phương tiện",
                [dutiesResult, dutiesWords, dutiesSigner, dutiesSigned]),
            FieldSection(
                "Xây dựng, đường, thoát nạn",
                [buildingResult, buildingWords, buildingSigner, buildingSigned]),
            FieldSection("Hủy", [cancelled, cancellation]),
        ],
        columns: ["facility", "kind", "planned_on", "visited_on", "stage", "open_findings"],
        filters: ["kind", "stage"], identity: ["facility", "kind", "planned_on"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.administrator, .office, .police, .division]),
        checks: [
            RecordCheck(
                "notice_late", notice == .late,
                "Thông báo chưa đủ \(noticeDays) ngày làm việc trước ngày kiểm tra."),
            RecordCheck(
                "signed_early", visited > dutiesSigned || visited > buildingSigned,
                "Ký trước ngày kiểm tra. Hãy xem lại các ngày."),
        ],
        derivations: [
            Derivation("notice", from: .rules("holidays"), judgedNotice),
            Derivation("open_findings", from: .children(of: "findings", by: "inspection")) {
                _, findings, _ in
                let open = findings.filter { $0[Findings.state] != .mended }.count
                return .init(open.cell)
            },
            Derivation("stage") { cells, _, _ in .init(stage(of: cells).cell) },
        ],
        kept: Set(
            Section.allCases.flatMap {
                [$0.result.key, $0.words.key, $0.signer.key, $0.signed.key]
            }),
        locks: [
            RecordLock(
                .change, when: stage == .done,
                "Biên bản đã được hai bên ký. Muốn sửa, đơn vị ký phải mở lại phần của mình."),
            RecordLock(
                .end, when: visited != nil,
                "Cuộc kiểm tra đã diễn ra thì không bỏ khỏi sổ được. Hãy ghi hủy kèm lý do nếu nhập nhầm."
            ),
        ], latestBy: "visited_on")

    private static func stage(of cells: [String: Cell]) -> Stage {
        let visit = Record(id: "", version: 0, cells: cells)
        if visit[cancelled] != nil { return .cancelled }
        let signatures = Section.allCases.count { visit[$0.signed] != nil }
        if signatures == Section.allCases.count { return .done }
        if signatures > 0 { return .signedOnce }
        if visit[visited] != nil { return .visited }
        return visit[notified] != nil ? .notified : .planned
    }

    @Sendable private static func judgedNotice(
        _ cells: [String: Cell], _ holidays: [Record], _ today: Day
    ) -> Derivation.Value? {
        let visit = Record(id: "", version: 0, cells: cells)
        guard visit[kind] == .periodic else {
            return .init(Notice.notAsked.cell, "Chỉ kiểm tra định kỳ phải thông báo trước.")
        }
        guard let told = visit[notified], let due = visit[visited] ?? visit[planned] else {
            return nil
        }
        let free = Set(holidays.compactMap { $0[Holidays.day] })
        let earliest = told.adding(workingDays: noticeDays, without: free)
        return .init(
            (earliest <= due ? Notice.inTime : .late).cell,
            "Sớm nhất là \(earliest.vietnamese): \(noticeDays) ngày làm việc sau ngày thông báo.")
    }
}
