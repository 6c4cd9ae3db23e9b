import Domain
import TestSupport
import Testing

@Suite struct `The work on a plan's page` {
    @Test func `leads where everybody may go, and to every task's work`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        _ = try await visitor.post("/plans/\(plan)/confirmation", [("version", "1")], as: .office)
        for role in [Role.office, .police, .division, .groupHead, .supervisor] {
            let page = try await visitor.get("/plans/\(plan)", as: role).body
            let links = page.matches(of: #/href="(\/work[^"]+)"/#)
                .map { String($0.1).replacing("&amp;", with: "&") }
            for link in links {
                let answer = try await visitor.get(link, as: role)
                #expect(answer.status == 200, "\(role) \(link)")
                #expect(!answer.body.contains("Không có việc nào như vậy"), "\(role) \(link)")
            }
            if role == .office || role == .supervisor { #expect(links.count == 6) }
            if role == .groupHead { #expect(links.count == 2) }
        }
    }

    @Test func `says before which day a task is due`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let page = try await visitor.get("/plans/\(plan)", as: .office).body
        #expect(page.contains("trước 31/12/2026"))
        #expect(page.contains("hằng năm, trước ngày 05/12"))
    }
}
