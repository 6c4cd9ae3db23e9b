/// What tells one plan from another: number, day, issuer and title.
package struct PlanHead: Sendable, Equatable {
    package let number: String?
    package let issued: String?
    package let issuer: String?
    package let title: String?

    private init(_ byField: [Field: String]) {
        number = byField[.number]
        issued = byField[.issued]
        issuer = byField[.issuer]
        title = byField[.title]
    }

    package init(_ plan: Plan) {
        number = plan.number
        issued = plan.issued
        issuer = plan.issuer
        title = plan.title
    }

    package init(_ document: DocumentHead) {
        number = document.number
        issued = document.date
        issuer = document.issuer
        title = document.title
    }

    package enum Field: String, Sendable, CaseIterable {
        case number, issued, issuer, title

        package var words: String {
            switch self {
            case .number: "Số"
            case .issued: "Ngày ban hành"
            case .issuer: "Cơ quan ban hành"
            case .title: "Tên kế hoạch"
            }
        }
    }

    package struct Change: Sendable, Equatable {
        package let field: Field
        package let before: String
        package let after: String
    }

    package subscript(field: Field) -> String? {
        switch field {
        case .number: number
        case .issued: issued
        case .issuer: issuer
        case .title: title
        }
    }

    /// What a later text says otherwise; what it leaves blank is no change.
    package func changes(to later: PlanHead) -> [Change] {
        Field.allCases.compactMap { field in
            guard let after = later[field], let before = self[field] else {
                return later[field].map { Change(field: field, before: "", after: $0) }
            }
            let isSame =
                switch field {
                case .issuer: Self.areOne(before, after)
                // A day that was completed by hand still stands blank in the text.
                case .issued: before.hasPrefix(after)
                case .number, .title: before == after
                }
            return isSame ? nil : Change(field: field, before: before, after: after)
        }
    }

    /// The head with what changes in it.
    package func with(_ changes: [Change]) -> PlanHead {
        var fields: [Field: String] = [:]
        for field in Field.allCases { fields[field] = self[field] }
        for change in changes { fields[change.field] = change.after }
        return PlanHead(fields)
    }

    /// Share of the shorter title's words from which two titles may be of one plan.
    static let titleLikenessMin = 0.5

    /// The fields in which a text is plainly another plan's.
    package func doubts(about text: PlanHead) -> [Change] {
        changes(to: text).filter { change in
            switch change.field {
            case .number:
                !change.before.isEmpty
                    && change.before.filter { !$0.isWhitespace }
                        != change.after.filter { !$0.isWhitespace }
            case .issued: false
            case .issuer: !change.before.isEmpty
            case .title:
                !change.before.isEmpty
                    && Self.common(change.before, change.after) < Self.titleLikenessMin
            }
        }
    }

    /// "ỦY BAN NHÂN DÂN PHƯỜNG THỬ" is "UBND phường Thử".
    private static func areOne(_ left: String, _ right: String) -> Bool {
        UnitNameMatch.words(of: left) == UnitNameMatch.words(of: right)
    }

    private static func common(_ left: String, _ right: String) -> Double {
        let (some, others) = (words(left), words(right))
        let fewest = min(some.count, others.count)
        return fewest == 0 ? 1 : Double(some.intersection(others).count) / Double(fewest)
    }

    private static func words(_ text: String) -> Set<String> {
        Set(folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
