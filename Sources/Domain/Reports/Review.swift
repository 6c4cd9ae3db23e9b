/// A review of how a plan is carried out (sơ kết, tổng kết) that a unit held.
package struct Review: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case preliminary, final

        package var title: String {
            switch self {
            case .preliminary: "Sơ kết"
            case .final: "Tổng kết"
            }
        }
    }

    package var kind: Kind
    package var day: Day
    /// What was found (đánh giá, kết quả), one per line.
    package var findings: String
    /// What is to be done (giải pháp, nhiệm vụ tiếp theo), one per line.
    package var measures: String

    package init(kind: Kind, day: Day, findings: String, measures: String) {
        self.kind = kind
        self.day = day
        self.findings = findings
        self.measures = measures
    }

    /// Longest text of one field, in characters: about ten pages.
    package static let textLengthMax = 30_000

    /// - Throws: `.invalid` with every refused field.
    package func check(today: Day) throws(Problem) {
        var refusals: [String: String] = [:]
        if day > today {
            refusals["day"] =
                "Ngày \(day.vietnamese) chưa đến. Hãy ghi sau khi đã \(kind.title.lowercased())."
        }
        if findings.isEmpty { refusals["findings"] = "Hãy ghi kết quả, đánh giá, dù ngắn." }
        for (name, text) in [("findings", findings), ("measures", measures)]
        where text.count > Self.textLengthMax {
            refusals[name] = "Dài nhất \(Self.textLengthMax) ký tự."
        }
        if !refusals.isEmpty {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }
}

/// A review as the ward's report tells it.
package struct ReportedReview: Sendable, Equatable {
    package let unit: String
    package let review: Review
    package let origin: ReportSource?

    package init(unit: String, review: Review, origin: ReportSource? = nil) {
        self.unit = unit
        self.review = review
        self.origin = origin
    }
}
