import Domain
import Storage

/// The form on which a public warning is written.
struct WarningForm: Sendable {
    let action: String
    let back: String
    let form: Form
    let groups: [Storage.Unit]
    /// Fields that are not sent with the form, as the version.
    let hidden: HTML?
    let refused: Problem?
    let viewer: Viewer?
    let map: HTML?

    static let empty: [(String, String)] = [
        ("kind", WarningText.Kind.fire.rawValue),
        ("urgency", WarningText.Urgency.immediate.rawValue),
        ("severity", WarningText.Severity.severe.rawValue),
        ("certainty", WarningText.Certainty.observed.rawValue),
        ("response", WarningText.Response.avoid.rawValue), ("area", "ward"),
        ("hours", "\(WarningText.hoursUsual)"), ("metres", "500"),
    ]

    /// The fields of a text, as the form sends them.
    static func fields(of text: WarningText) -> [(String, String)] {
        var fields = [
            ("kind", text.kind.rawValue), ("urgency", text.urgency.rawValue),
            ("severity", text.severity.rawValue), ("certainty", text.certainty.rawValue),
            ("response", text.response.rawValue), ("exercise", text.isExercise ? "1" : ""),
            ("headline", text.headline), ("words", text.words),
            ("instruction", text.instruction), ("contact", text.contact),
            ("hours", text.hours.map { "\($0)" } ?? ""),
        ]
        switch text.area {
        case .ward, nil: fields.append(("area", "ward"))
        case .group(let id): fields.append(("area", id))
        case .circle(let point, let metres):
            fields += [
                ("area", "circle"), ("latitude", Degrees(point.latitude).shown),
                ("longitude", Degrees(point.longitude).shown), ("metres", "\(metres)"),
            ]
        }
        return fields
    }

    /// What was written; a value of no list is the first of it.
    static func text(_ form: Form) -> WarningText {
        var area: WarningText.Area?
        switch form["area"] {
        case "": area = nil
        case "ward": area = .ward
        case "circle":
            let latitude = Degrees(text: form["latitude"])
            let longitude = Degrees(text: form["longitude"])
            if let latitude, let longitude {
                area = .circle(
                    Coordinate(latitude: latitude.value, longitude: longitude.value),
                    metres: Int(form["metres"]) ?? 0)
            }
        default: area = .group(form["area"])
        }
        return WarningText(
            kind: WarningText.Kind(rawValue: form["kind"]) ?? .other,
            urgency: WarningText.Urgency(rawValue: form["urgency"]) ?? .unknown,
            severity: WarningText.Severity(rawValue: form["severity"]) ?? .unknown,
            certainty: WarningText.Certainty(rawValue: form["certainty"]) ?? .unknown,
            response: WarningText.Response(rawValue: form["response"]) ?? .monitor,
            isExercise: form["exercise"] == "1", headline: form["headline"], words: form["words"],
            instruction: form["instruction"], contact: form["contact"], hours: Int(form["hours"]),
            area: area)
    }

    var html: HTML {
        """
        <p class="crumb"><a href="\(back)">← Cảnh báo</a></p>
        <h1>Soạn cảnh báo cho người dân</h1>
        <p class="lede">Ngắn, rõ, ai cũng hiểu: chuyện gì, ở đâu, phải làm gì. Lưu xong được xem lại \
        trước khi phát; chưa phát thì chưa ai thấy.</p>
        \(refused.map { Fields.summary($0.message, $0.refusals) })
        <form class="narrow" method="post" action="\(action)">\(Fields.token(viewer))\(hidden)
        \(choice("kind", "Loại", WarningText.Kind.allCases.map { ($0.rawValue, $0.title) }))
        \(text("headline", "Tin chính", hint: "Một dòng, như «Cháy lớn tại chợ Mẫu, khói độc lan về phía đông»."))
        \(area("words", "Chuyện gì đang xảy ra"))
        \(choice("response", "Người dân phải", WarningText.Response.allCases.map { ($0.rawValue, $0.title) }))
        \(area("instruction", "Làm cụ thể thế nào"))
        \(choice("urgency", "Mức gấp", WarningText.Urgency.allCases.map { ($0.rawValue, $0.title) }))
        \(choice("severity", "Mức nghiêm trọng", WarningText.Severity.allCases.map { ($0.rawValue, $0.title) }))
        \(choice("certainty", "Mức chắc chắn", WarningText.Certainty.allCases.map { ($0.rawValue, $0.title) }))
        \(text("hours", "Có hiệu lực bao nhiêu giờ", type: "number", hint: "Từ lúc phát; hết giờ thì tự hết hiệu lực. Nhiều nhất \(WarningText.hoursMax) giờ."))
        \(text("contact", "Hỏi thêm ở đâu", hint: "Số điện thoại, địa chỉ của phường."))
        \(Fields.check("exercise", "Đây là diễn tập", isOn: form["exercise"] == "1"))
        \(choice("area", "Khu vực", areas))
        \(text("latitude", "Vĩ độ tâm, nếu là vòng tròn"))
        \(text("longitude", "Kinh độ tâm"))
        \(map.map { _ in MapControls.place("/registers/facilities/export/geojson") })
        \(text("metres", "Bán kính, mét", type: "number"))
        <button class="button" type="submit">Lưu và xem lại</button>
        </form>
        \(map)
        """
    }

    private var areas: [(value: String, label: String)] {
        [("ward", "Toàn phường, xã"), ("circle", "Vòng tròn quanh một điểm")]
            + groups.map { ($0.id, $0.name) }
    }

    private func choice(
        _ name: String, _ label: String, _ options: [(value: String, label: String)]
    ) -> HTML {
        Fields.choice(
            name, label, options, value: form[name], refusal: refused?.refusals[name])
    }

    private func text(
        _ name: String, _ label: String, type: String = "text", hint: String? = nil
    ) -> HTML {
        Fields.text(
            name, label, value: form[name], type: type, hint: hint,
            refusal: refused?.refusals[name], autocomplete: "off")
    }

    private func area(_ name: String, _ label: String) -> HTML {
        Fields.area(
            name, label, value: form[name], rows: 3, refusal: refused?.refusals[name],
            isRequired: true)
    }
}
