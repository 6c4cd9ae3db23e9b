/// Evaluations of models, which separate the living from those that exist for form's sake.
///
/// No official criteria could be found; the three signs of life are the product's own, and what the
/// evaluator says stands beside them.
///
/// - Source: the wards' plans: "rà soát, đánh giá hiệu quả, chấn chỉnh mô hình hoạt động hình thức"
///   (MOD-03).
package enum ModelEvaluations: Register {
    package enum Grade: String, FieldChoice {
        case good, fair, average, formal
        package var title: String {
            switch self {
            case .good: "Tốt"
            case .fair: "Khá"
            case .average: "Trung bình"
            case .formal: "Hình thức"
            }
        }
    }

    package enum Life: String, FieldChoice {
        case living, formal
        package var title: String {
            switch self {
            case .living: "Sống"
            case .formal: "Có dấu hiệu hình thức"
            }
        }
    }

    package static let evaluated = Field<Day>(
        "evaluated_on", "Ngày đánh giá", isRequired: true, also: ["Ngày", "Thời gian"])
    package static let title = Field<String>(
        "title", "Đánh giá mô hình nào", isRequired: true, also: ["Tên mô hình", "Mô hình"])
    package static let aidGroup = Field<Reference<MutualAidGroups>>(
        "mutual_aid_group", "Tổ liên gia")
    package static let point = Field<Reference<PublicFirePoints>>(
        "public_fire_point", "Điểm chữa cháy công cộng")
    package static let model = Field<Reference<CommunityModels>>(
        "community_model", "Mô hình khác")
    package static let group = Field<GroupReference>.residentialGroup
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị đánh giá", wanted: .always, also: ["Đơn vị"])
    package static let works = Field<Bool>(
        "works", "Thử ngay thì dùng được", hint: "Ấn chuông, mở tủ, xịt thử bình.",
        wanted: .always)
    package static let isKnown = Field<Bool>(
        "is_known", "Người dân gần đó biết dùng", hint: "Hỏi vài nhà gần nhất.", wanted: .always)
    package static let isActive = Field<Bool>(
        "is_active", "Có họp, tập, tuần tra trong 12 tháng", wanted: .always)
    package static let life = Field<Life>("life", "Sống hay hình thức")
    package static let extinguishers = Field<Percent>(
        "extinguisher_share", "Tỷ lệ hộ có bình chữa cháy")
    package static let tools = Field<Percent>("tool_share", "Tỷ lệ hộ có dụng cụ phá dỡ")
    package static let bells = Field<Percent>("bell_share", "Tỷ lệ chuông kêu khi thử")
    package static let exits = Field<Percent>("exit_share", "Tỷ lệ hộ có lối thoát nạn thứ hai")
    package static let apps = Field<Percent>("app_share", "Tỷ lệ hộ cài ứng dụng Báo cháy 114")
    package static let grade = Field<Grade>(
        "grade", "Xếp loại", isRequired: true, also: ["Kết quả", "Đánh giá"])
    package static let grounds = Field<Remark>("grounds", "Nhận xét", wanted: .always)
    package static let action = Field<Remark>(
        "action", "Chấn chỉnh thế nào", wanted: grade == .formal)
    package static let due = Field<Day>("due_on", "Hạn chấn chỉnh", wanted: grade == .formal)
    package static let done = Field<Day>("done_on", "Ngày chấn chỉnh xong")

    package static let description = RegisterDescription(
        name: "model_evaluations", title: "Đánh giá mô hình", singular: "lần đánh giá",
        source: "Kế hoạch của phường: đánh giá hiệu quả, chấn chỉnh mô hình hoạt động hình thức",
        area: .community,
        sections: [
            FieldSection(
                "Mô hình", [evaluated, title, aidGroup, point, model, group, unit]),
            FieldSection("Dấu hiệu sống", [works, isKnown, isActive, life]),
            FieldSection("Tỷ lệ", [extinguishers, tools, bells, exits, apps]),
            FieldSection(
                "Xếp loại và chấn chỉnh",
                [grade, grounds, action, due, done, Field<Remark>.note]),
        ],
        columns: ["title", "evaluated_on", "group_unit", "life", "grade", "due_on", "done_on"],
        filters: ["grade", "life", "group_unit"], identity: ["title", "evaluated_on"],
        access: RegisterAccess(readers: .ward, writers: .keepers, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "good_formal",
                life == .formal && grade == .good || life == .formal && grade == .fair,
                "Xếp loại tốt hoặc khá mà có dấu hiệu hình thức. Hãy xem lại, hoặc nói rõ ở nhận xét."
            ),
            RecordCheck("due_order", evaluated > due, "Hạn chấn chỉnh trước ngày đánh giá."),
            RecordCheck(
                "done_order", evaluated > done, "Ngày chấn chỉnh xong trước ngày đánh giá."),
        ],
        derivations: [
            Derivation("life") { cells, _, _ in
                let seen = Record(id: "", version: 0, cells: cells)
                let signs = [works, isKnown, isActive]
                let missing = signs.filter { seen[$0] == false }.map(\.label)
                if !missing.isEmpty {
                    let words = missing.joined(separator: "; ")
                    return .init(Life.formal.cell, "Không có: \(words).")
                }
                guard signs.allSatisfy({ seen[$0] == true }) else { return nil }
                return .init(Life.living.cell, "Có đủ ba dấu hiệu.")
            }
        ])
}
