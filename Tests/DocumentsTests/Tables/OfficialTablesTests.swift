import Documents
import Domain
import Testing

/// Compares with the issuers' own tables of tasks, re-shaped by hand.
@Suite(.enabled(if: SharedPlans.isPresent, SharedPlans.missing))
struct `Reading official tables of assignments` {
    /// Share of the cells that must be right.
    private static let shareMin = 0.95

    @Test(arguments: [("more/10.docx", "more/10.table.csv"), ("more/36.txt", "more/36.table.csv")])
    func `finds every row, and the cells right`(document: String, table: String) async throws {
        let source = try await PlanFile.read(try SharedPlans.bytes(document), name: document)
        var tasks = TableReader(source).read(year: nil).tasks
        var right = 0
        var all = 0
        var wrong: [String] = []
        for row in try SharedPlans.table(table) {
            guard let at = tasks.firstIndex(where: { bare($0.text) == bare(row["task"]) }) else {
                Issue.record("no row \(row["no"] ?? "") \(row["task"] ?? "")")
                continue
            }
            let task = tasks.remove(at: at)
            #expect(task.row == row["no"].flatMap { Int($0) })
            let partners = task.coordinatingUnits + task.genericPartners
            let cells: [(String, String?)] = [
                (units(task.leadUnits), row["lead"].map { units([$0]) }),
                (units(partners), row["coordinate"].map { units([$0]) }),
                (bare(task.deadlines.first?.text), row["deadline"].map(bare)),
                (bare(task.product), row["product"].map(bare)),
            ]
            for (read, written) in cells {
                all += 1
                if read == written {
                    right += 1
                } else {
                    wrong.append("\(read) ≠ \(written ?? "")")
                }
            }
        }
        let share = Double(right) / Double(all)
        #expect(share >= Self.shareMin, "\(wrong)")
        #expect(tasks.count <= 3, "rows that the issuer does not have: \(tasks.map(\.text))")
    }

    /// Words without case, white space and stops.
    private func bare(_ text: String?) -> String {
        (text ?? "").lowercased().split { $0.isWhitespace || ".;,".contains($0) }
            .joined(separator: " ")
    }

    /// The names of one cell in the order of the alphabet, as their order says nothing.
    private func units(_ names: [String]) -> String {
        bare(names.joined(separator: " ")).split(separator: " ").sorted().joined(separator: " ")
    }
}
