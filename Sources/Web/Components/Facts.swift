/// A few figures at the head of a page, each leading to its list.
enum Facts {
    struct Fact: Sendable {
        let number: String
        let label: String
        let path: String?
        let tone: Tone

        init(_ number: String, _ label: String, path: String? = nil, tone: Tone = .plain) {
            self.number = number
            self.label = label
            self.path = path
            self.tone = tone
        }
    }

    static func row(_ facts: [Fact]) -> HTML {
        let items: [HTML] = facts.map { fact in
            let words: HTML = """
                <span class="fact__number">\(fact.number)</span>\
                <span class="fact__label">\(fact.label)</span>
                """
            let name = "fact\(fact.tone.modifier("fact"))"
            return fact.path.map { "<a class=\"\(name)\" href=\"\($0)\">\(words)</a>" }
                ?? "<div class=\"\(name)\">\(words)</div>"
        }
        return "<div class=\"facts\">\(items)</div>"
    }

    static let samples: [Sample] = [
        Sample(
            "Thường",
            row([
                Fact("3", "quá hạn", path: "#", tone: .danger),
                Fact("5", "đến hạn trong 7 ngày", path: "#", tone: .warn),
                Fact("27", "đang làm đúng hạn"),
                Fact("61%", "ngõ sâu đã có giải pháp cấp nước (chỉ tiêu 30%)"),
            ])),
        Sample("Lớn", row([Fact("1.203.417", Sample.longWords)])),
    ]
}
