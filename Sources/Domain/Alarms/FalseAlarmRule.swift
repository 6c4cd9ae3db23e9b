/// When the head of a facility owes a plan against false alarms.
package struct FalseAlarmRule: Sendable, Equatable {
    /// From this one on.
    package let count: Int
    /// Within so many days.
    package let days: Int
    /// Within which the plan is handed in.
    package let planDays: Int
    /// Whether the ward approved it.
    package let isVerified: Bool

    package init(count: Int, days: Int, planDays: Int, isVerified: Bool) {
        self.count = count
        self.days = days
        self.planDays = planDays
        self.isVerified = isVerified
    }

    /// Where the ward has not said otherwise; the product's own.
    ///
    /// - Source: issue 4: a plan after three in 30 days.
    package static let usual = FalseAlarmRule(count: 3, days: 30, planDays: 10, isVerified: false)
}

/// What the head of a facility does against false alarms (kế hoạch khắc phục), as it is handed in.
package enum AlarmRemedy {
    package static let planMax = 2_000
    package static let wordsMax = 500

    package static func check(plan: String, doneBy: Day?, today: Day) throws(Problem) {
        var refusals: [String: String] = [:]
        if plan.isEmpty || plan.count > planMax {
            refusals["plan"] = "Hãy ghi cơ sở sẽ làm gì, nhiều nhất \(planMax) chữ."
        }
        if !(doneBy.map { $0 >= today } ?? false) {
            refusals["done_by"] = "Hãy chọn ngày làm xong, từ hôm nay trở đi."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    /// - Parameter words: what was found when it ended.
    package static func check(end words: String) throws(Problem) {
        guard !words.isEmpty, words.count <= wordsMax else {
            throw Problem(
                .invalid, "Hãy ghi kết quả khắc phục, nhiều nhất \(wordsMax) chữ.",
                refusals: ["words": "Hãy ghi kết quả, nhiều nhất \(wordsMax) chữ."])
        }
    }
}
