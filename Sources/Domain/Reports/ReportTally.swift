/// How many assignments stand where; computed, never entered.
package struct ReportTally: Sendable, Equatable {
    package let tasks: Int
    package let assignments: Int
    /// Units with at least one assignment.
    package let units: Int
    private let counts: [ReportedShare.Status: Int]

    package init(_ tasks: [ReportedTask]) {
        let shares = tasks.flatMap(\.shares)
        self.tasks = tasks.count
        assignments = shares.count
        units = Set(shares.map(\.unit)).count
        counts = Dictionary(shares.map { ($0.status, 1) }, uniquingKeysWith: +)
    }

    /// The times that count of work that comes again, of all its units; nil of work that is done
    /// once, or that has not come to its first day yet.
    package static func ofRounds(_ shares: [ReportedShare]) -> ReportTally? {
        let rounds = shares.flatMap { share in
            share.rounds.filter(\.isOwed).map { ReportedShare(unit: share.unit, status: $0.status) }
        }
        return rounds.isEmpty ? nil : ReportTally([ReportedTask(text: "", shares: rounds)])
    }

    package subscript(status: ReportedShare.Status) -> Int { counts[status] ?? 0 }

    /// Done, in time or late.
    package var done: Int { self[.done] + self[.doneLate] }
}

extension ReportedTask {
    /// Figures of the same label and unit added up, in order of appearance, with the number of
    /// units that gave one. Shares of a hundred are left out: their sum means nothing.
    package var sums: [(figure: ReportedShare.Figure, units: Int)] {
        var order: [String] = []
        var sums: [String: (figure: ReportedShare.Figure, units: Int)] = [:]
        for figure in shares.flatMap(\.figures) where figure.unit != "%" {
            let key = figure.label + "\u{0}" + figure.unit
            if let sum = sums[key] {
                let value = sum.figure.value + figure.value
                sums[key] = (.init(figure.label, value, figure.unit), sum.units + 1)
            } else {
                order.append(key)
                sums[key] = (figure, 1)
            }
        }
        return order.compactMap { sums[$0] }
    }
}
