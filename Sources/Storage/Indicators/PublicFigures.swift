package import Domain

/// What a ward shows of its figures to everybody: sums, and never a name.
package struct PublicFigures: Sendable {
    package struct Line: Sendable {
        package let indicator: Indicator
        package let figure: IndicatorFigure
        /// The latest first.
        package let months: [IndicatorFigure]
    }

    package let lines: [Line]
    /// How far the work of the running plans is; nil: not shown.
    package let work: WorkCounts?

    /// Stands for the work of the plans among the keys of indicators.
    package static let workKey = "work"

    package var isEmpty: Bool { lines.isEmpty && work == nil }
}

extension Transaction {
    /// Keys of what the ward has chosen to show.
    package func publicFigureKeys(ward: String) throws -> Set<String> {
        Set(
            try rows("SELECT figure FROM public_figures WHERE ward = \(ward)").map {
                $0["figure"]
            })
    }

    /// Exactly what the ward has chosen to show.
    package func publicFigures(ward: String) throws -> PublicFigures {
        let keys = try publicFigureKeys(ward: ward)
        let chosen = Indicators.all.filter { keys.contains($0.key) }
        let months = try months(of: chosen.map(\.key), ward: ward)
        return PublicFigures(
            lines: try chosen.map {
                PublicFigures.Line(
                    indicator: $0, figure: try figure(of: $0, ward: ward),
                    months: months[$0.key] ?? [])
            },
            work: keys.contains(PublicFigures.workKey)
                ? try workCounts(where: "1 = 1", ward: ward) : nil)
    }

    /// Says what everybody may see of the ward's figures; what is not named is taken back.
    ///
    /// - Throws: `.forbidden` for who does not run plans; `.notFound` for a figure that there is not.
    package func choosePublicFigures(_ keys: Set<String>, by officer: Officer) throws {
        try officer.require(.runPlans)
        guard keys.allSatisfy({ $0 == PublicFigures.workKey || Indicators.named($0) != nil })
        else {
            throw Problem(.notFound, "Có số liệu không còn trong chương trình. Hãy tải lại trang.")
        }
        let old = try publicFigureKeys(ward: officer.ward)
        guard keys != old else { return }
        for key in old.subtracting(keys) {
            try run(
                "DELETE FROM public_figures WHERE ward = \(officer.ward) AND figure = \(key)")
        }
        for key in keys.subtracting(old).sorted() {
            try run(
                """
                INSERT INTO public_figures (ward, figure, chosen_at, chosen_by)
                VALUES (\(officer.ward), \(key), \(now), \(officer.id))
                """)
        }
        try record(
            "public.choose", "wards/\(officer.ward)",
            [
                JournalChange(
                    "figures", from: old.sorted().joined(separator: " "),
                    to: keys.sorted().joined(separator: " "))
            ], by: officer)
    }
}
