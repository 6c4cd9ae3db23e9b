/// What became of a telephone call to a facility.
package struct CallAnswer: Sendable, Equatable {
    package enum Result: String, Sendable, CaseIterable {
        case answered, busy
        case noAnswer = "no_answer"
        case failed
    }

    /// What the person at the telephone pressed.
    package enum Key: String, Sendable, CaseIterable {
        /// It burns, and people act.
        case real = "1"
        /// It does not, as far as they see.
        case unwanted = "2"
    }

    package let result: Result
    /// nil: nothing that says something.
    package let key: Key?

    package init(_ result: Result, key: Key? = nil) {
        self.result = result
        self.key = result == .answered ? key : nil
    }

    /// As the other program says it.
    ///
    /// - Throws: `.invalid` for a result that is none.
    package init(result: String, key: String) throws(Problem) {
        guard let known = Result(rawValue: result) else {
            let all = Result.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                .invalid, "«result» phải là một trong: \(all).",
                refusals: ["result": "Không có kết quả «\(result)»."])
        }
        self.init(known, key: Key(rawValue: key))
    }

    /// `answered.1`, as steps keep it.
    package var code: String { key.map { "\(result.rawValue).\($0.rawValue)" } ?? result.rawValue }

    package init?(code: some StringProtocol) {
        let parts = code.split(separator: ".", maxSplits: 1)
        guard let first = parts.first, let result = Result(rawValue: String(first)) else {
            return nil
        }
        self.init(result, key: parts.count > 1 ? Key(rawValue: String(parts[1])) : nil)
    }

    package var title: String {
        switch (result, key) {
        case (.answered, .real): "nghe máy, bấm 1: có cháy"
        case (.answered, .unwanted): "nghe máy, bấm 2: báo nhầm"
        case (.answered, nil): "nghe máy, chưa trả lời"
        case (.busy, _): "máy bận"
        case (.noAnswer, _): "không nghe máy"
        case (.failed, _): "không gọi được"
        }
    }
}
