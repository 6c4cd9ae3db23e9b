package import Domain

extension WarningText {
    /// A warning of a fire, for tests.
    package static func test(
        headline: String = "Cháy lớn tại chợ Thử", hours: Int? = 3, area: Area? = .ward,
        isExercise: Bool = false, instruction: String = "Đóng cửa, tránh đường vào chợ."
    ) -> WarningText {
        WarningText(
            kind: .fire, urgency: .immediate, severity: .severe, certainty: .observed,
            response: .avoid, isExercise: isExercise, headline: headline,
            words: "Khói độc lan về <phía đông> & ven sông.", instruction: instruction,
            contact: "0225 3 000 000", hours: hours, area: area)
    }
}
