/// Transmitters of fire alarms (thiết bị truyền tin báo cháy), from the first talk to working.
///
/// - Source: Law 55/2024/QH15, Articles 20, 23, 54; Decree 105/2025/NĐ-CP, Articles 24 to 27; the
///   wards' plans: registered, installed, connected month by month (ALM-01, ALM-02, ALM-08).
package enum Transmitters: Register {
    package enum Stage: String, FieldChoice {
        case none, informed, registered, surveyed, contracted, installed, connected, tested
        case disconnected, exempt
        package var title: String {
            switch self {
            case .none: "Chưa vận động"
            case .informed: "Đã vận động"
            case .registered: "Đã đăng ký"
            case .surveyed: "Đã khảo sát"
            case .contracted: "Đã ký hợp đồng"
            case .installed: "Đã lắp"
            case .connected: "Đã kết nối"
            case .tested: "Đã thử, hoạt động"
            case .disconnected: "Mất kết nối"
            case .exempt: "Không phải lắp"
            }
        }
    }

    /// How its SIM is paid for.
    package enum Subscription: String, FieldChoice {
        case paid, ending, over
        package var title: String {
            switch self {
            case .paid: "Còn hạn"
            case .ending: "Sắp hết hạn"
            case .over: "Đã hết hạn"
            }
        }
    }

    /// A SIM that ends is somebody's work for so many days before.
    ///
    /// - Source: FEATURES.md 56.
    package static let subscriptionDays = 14

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", isRequired: true, also: ["Tên cơ sở", "Đơn vị lắp đặt"])
    package static let stage = Field<Stage>("stage", "Giai đoạn")
    package static let informed = Field<Day>("informed_on", "Ngày vận động", wanted: .always)
    package static let registered = Field<Day>(
        "registered_on", "Ngày đăng ký nhu cầu", also: ["Ngày đăng ký"])
    package static let surveyed = Field<Day>("surveyed_on", "Ngày khảo sát")
    package static let contracted = Field<Day>("contracted_on", "Ngày ký hợp đồng")
    package static let installed = Field<Day>("installed_on", "Ngày lắp đặt")
    package static let connected = Field<Day>(
        "connected_on", "Ngày kết nối",
        hint: "Vào Cơ sở dữ liệu về PCCC, CNCH và truyền tin báo cháy.")
    package static let tested = Field<Day>(
        "tested_on", "Ngày thử gần nhất", wanted: connected != nil, freshDays: 365)
    package static let disconnected = Field<Day>("disconnected_on", "Mất kết nối từ ngày")
    package static let exempt = Field<Day>("exempt_on", "Xác nhận không phải lắp ngày")
    package static let exemption = Field<String>(
        "exemption", "Căn cứ không phải lắp", wanted: exempt != nil)
    package static let supplier = Field<String>(
        "supplier", "Đơn vị cung cấp", wanted: contracted != nil,
        also: ["Nhà cung cấp", "Đơn vị thi công"])
    package static let model = Field<String>("model", "Kiểu thiết bị", also: ["Loại thiết bị"])
    package static let serial = Field<String>(
        "serial", "Số máy", wanted: installed != nil, also: ["Serial", "Số seri", "Mã thiết bị"])
    package static let panels = Field<String>(
        "panels", "Tủ báo cháy được nối", hint: "Một thiết bị có thể nối nhiều tủ.",
        wanted: installed != nil)
    package static let funding = Field<String>("funding", "Nguồn kinh phí")
    package static let carrier = Field<String>(
        "carrier", "Nhà mạng",
        hint: "Viettel, VinaPhone, MobiFone…; mạng LAN thì ghi nhà mạng Internet.",
        wanted: connected != nil,
        also: ["Nhà mạng viễn thông", "Nhà cung cấp mạng", "Mạng di động", "Đường truyền"])
    package static let sim = Field<String>(
        "sim", "Số SIM hoặc ICCID", hint: "Để trống nếu thiết bị không dùng SIM.",
        also: ["SIM", "Số SIM", "ICCID", "Số thuê bao", "Số điện thoại SIM"],
        seenBy: [.administrator, .office, .police, .division])
    package static let paidUntil = Field<Day>(
        "paid_until", "Trả cước đến hết ngày", wanted: sim != nil,
        also: [
            "Hạn cước", "Hạn SIM", "Hạn thuê bao", "Ngày hết hạn", "Ngày hết hạn SIM",
            "Ngày hết hạn cước",
        ])
    package static let subscription = Field<Subscription>("subscription", "Thuê bao")
    package static let secondPath = Field<String>(
        "second_path", "Đường truyền dự phòng", also: ["Đường truyền 2", "Đường dự phòng"])

    package static let description = RegisterDescription(
        name: "transmitters", title: "Thiết bị truyền tin báo cháy",
        singular: "thiết bị truyền tin",
        source:
            "Kế hoạch của phường: mỗi tháng 5% đến 8% cơ sở đăng ký, 100% kết nối trước 01/7/2027",
        area: .alarms,
        sections: [
            FieldSection("Thiết bị", [facility, serial, model, supplier, panels, funding]),
            FieldSection("Đường truyền", [carrier, sim, paidUntil, subscription, secondPath]),
            FieldSection(
                "Từng bước",
                [
                    stage, informed, registered, surveyed, contracted, installed, connected,
                    tested, disconnected, exempt, exemption,
                ]),
            FieldSection("Ghi chú", [Field<Remark>.note]),
        ],
        columns: ["facility", "stage", "registered_on", "connected_on", "serial", "paid_until"],
        filters: ["stage", "subscription"], identity: ["facility", "serial"],
        access: RegisterAccess(
            readers: Set(Role.allCases).subtracting([.facilityHead, .groupHead]),
            writers: [.administrator, .office, .police, .division]),
        checks: [
            RecordCheck(
                "registered_before", registered > connected,
                "Ngày đăng ký sau ngày kết nối. Hãy xem lại hai ngày."),
            RecordCheck(
                "installed_before", installed > connected,
                "Ngày lắp đặt sau ngày kết nối. Hãy xem lại hai ngày."),
            RecordCheck(
                "subscription_over", subscription == .over && exempt == nil,
                "SIM đã hết hạn trả cước: thiết bị không báo cháy được. Hãy trả cước và ghi ngày mới."
            ),
        ],
        derivations: [
            Derivation("stage") { cells, _, _ in
                let device = Record(id: "", version: 0, cells: cells)
                let steps: [(Stage, Field<Day>)] = [
                    (.exempt, exempt), (.disconnected, disconnected), (.tested, tested),
                    (.connected, connected), (.installed, installed), (.contracted, contracted),
                    (.surveyed, surveyed), (.registered, registered), (.informed, informed),
                ]
                for (stage, field) in steps {
                    if let day = device[field] {
                        return .init(stage.cell, "\(field.label): \(day.vietnamese).")
                    }
                }
                return .init(Stage.none.cell, "Chưa có bước nào được ghi.")
            },
            Derivation("subscription") { cells, _, today in
                guard let until = Record(id: "", version: 0, cells: cells)[paidUntil] else {
                    return nil
                }
                return .init(
                    standing(until, on: today).cell,
                    "Đã trả cước đến hết ngày \(until.vietnamese).")
            },
        ])

    private static func standing(_ until: Day, on today: Day) -> Subscription {
        if until < today { return .over }
        return until <= today.adding(days: subscriptionDays) ? .ending : .paid
    }
}
