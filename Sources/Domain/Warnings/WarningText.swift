/// What a public warning says, as a person writes it (cảnh báo cho người dân).
///
/// - Source: OASIS, Common Alerting Protocol 1.2, 3.2: the values of its elements.
package struct WarningText: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case fire, risk, smoke, chemical, explosion, rescue, water, road, other

        package var title: String {
            switch self {
            case .fire: "Cháy lớn"
            case .risk: "Nguy cơ cháy cao"
            case .smoke: "Khói độc"
            case .chemical: "Rò rỉ khí, hóa chất"
            case .explosion: "Nguy cơ nổ"
            case .rescue: "Sự cố, tai nạn phải cứu nạn"
            case .water: "Thiếu nước chữa cháy"
            case .road: "Cấm đường để chữa cháy"
            case .other: "Sự cố khác"
            }
        }

        /// `category` of the protocol.
        var category: String {
            switch self {
            case .fire, .risk, .explosion: "Fire"
            case .smoke: "Health"
            case .chemical: "CBRNE"
            case .rescue: "Rescue"
            case .water: "Infra"
            case .road: "Transport"
            case .other: "Safety"
            }
        }
    }

    package enum Urgency: String, Sendable, CaseIterable {
        case immediate = "Immediate"
        case expected = "Expected"
        case future = "Future"
        case past = "Past"
        case unknown = "Unknown"

        package var title: String {
            switch self {
            case .immediate: "Làm ngay"
            case .expected: "Trong vòng một giờ"
            case .future: "Sắp tới"
            case .past: "Đã qua"
            case .unknown: "Chưa rõ"
            }
        }
    }

    package enum Severity: String, Sendable, CaseIterable {
        case extreme = "Extreme"
        case severe = "Severe"
        case moderate = "Moderate"
        case minor = "Minor"
        case unknown = "Unknown"

        package var title: String {
            switch self {
            case .extreme: "Đặc biệt nghiêm trọng"
            case .severe: "Nghiêm trọng"
            case .moderate: "Đáng kể"
            case .minor: "Nhẹ"
            case .unknown: "Chưa rõ"
            }
        }
    }

    package enum Certainty: String, Sendable, CaseIterable {
        case observed = "Observed"
        case likely = "Likely"
        case possible = "Possible"
        case unlikely = "Unlikely"
        case unknown = "Unknown"

        package var title: String {
            switch self {
            case .observed: "Đang xảy ra"
            case .likely: "Nhiều khả năng"
            case .possible: "Có thể"
            case .unlikely: "Ít khả năng"
            case .unknown: "Chưa rõ"
            }
        }
    }

    /// What people should do; `Assess` is the protocol's word against public warnings, and left out.
    package enum Response: String, Sendable, CaseIterable {
        case evacuate = "Evacuate"
        case shelter = "Shelter"
        case prepare = "Prepare"
        case execute = "Execute"
        case avoid = "Avoid"
        case monitor = "Monitor"
        case allClear = "AllClear"
        case none = "None"

        package var title: String {
            switch self {
            case .evacuate: "Rời khỏi khu vực"
            case .shelter: "Ở trong nhà, đóng cửa"
            case .prepare: "Chuẩn bị sẵn"
            case .execute: "Làm theo phương án đã biết"
            case .avoid: "Tránh khu vực"
            case .monitor: "Theo dõi tin tiếp theo"
            case .allClear: "Đã an toàn"
            case .none: "Không phải làm gì"
            }
        }
    }

    package enum Area: Sendable, Equatable {
        case ward
        /// A residential group, by its identifier.
        case group(String)
        case circle(Coordinate, metres: Int)
    }

    package let kind: Kind
    package let urgency: Urgency
    package let severity: Severity
    package let certainty: Certainty
    package let response: Response
    package let isExercise: Bool
    package let headline: String
    package let words: String
    package let instruction: String
    package let contact: String
    /// How long it holds from its issue; nil: nobody said.
    package let hours: Int?
    /// nil: nobody said.
    package let area: Area?

    package init(
        kind: Kind, urgency: Urgency, severity: Severity, certainty: Certainty, response: Response,
        isExercise: Bool, headline: String, words: String, instruction: String, contact: String,
        hours: Int?, area: Area?
    ) {
        self.kind = kind
        self.urgency = urgency
        self.severity = severity
        self.certainty = certainty
        self.response = response
        self.isExercise = isExercise
        self.headline = headline
        self.words = words
        self.instruction = instruction
        self.contact = contact
        self.hours = hours
        self.area = area
    }

    /// - Source: CAP 1.2, 3.2.2: a headline is best within 160 characters.
    package static let headlineMax = 160
    package static let wordsMax = 2_000
    package static let contactMax = 200
    package static let hoursMax = 168
    package static let hoursUsual = 3
    package static let metresRange = 50...20_000

    /// - Throws: one `.invalid` that names every refused field.
    package func check() throws(Problem) {
        var refusals: [String: String] = [:]
        if headline.isEmpty || headline.count > Self.headlineMax {
            refusals["headline"] = "Ghi một dòng tin chính, nhiều nhất \(Self.headlineMax) chữ."
        }
        if words.isEmpty || words.count > Self.wordsMax {
            refusals["words"] = "Ghi chuyện gì đang xảy ra, nhiều nhất \(Self.wordsMax) chữ."
        }
        if instruction.isEmpty || instruction.count > Self.wordsMax {
            refusals["instruction"] =
                "Ghi người dân phải làm gì, nhiều nhất \(Self.wordsMax) chữ."
        }
        if contact.count > Self.contactMax {
            refusals["contact"] = "Nhiều nhất \(Self.contactMax) chữ."
        }
        if !(hours.map { (1...Self.hoursMax).contains($0) } ?? false) {
            refusals["hours"] = "Cảnh báo có hiệu lực từ 1 đến \(Self.hoursMax) giờ."
        }
        switch area {
        case nil: refusals["area"] = "Chọn khu vực phải cảnh báo."
        case .circle(let point, let metres):
            if !point.isInCountry { refusals["latitude"] = "Tọa độ này không ở Việt Nam." }
            if !Self.metresRange.contains(metres) {
                refusals["metres"] =
                    "Bán kính từ \(Self.metresRange.lowerBound) đến \(Self.metresRange.upperBound.vietnamese) m."
            }
        case .ward, .group: break
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }
}
