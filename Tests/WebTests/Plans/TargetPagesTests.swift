import Domain
import TestSupport
import Testing

@Suite struct `Reporting a target over the pages` {
    @Test func `takes a Vietnamese figure from the unit that works on it`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        _ = try await visitor.post("/plans/\(plan)/confirmation", [("version", "1")], as: .office)
        let target = try #require(try await visitor.task("I.1.2", of: plan).targets.first)
        let path = "/plans/\(plan)/targets/\(target.id)"
        let sent = try await visitor.post(
            path, [("value", "26,5"), ("day", "20/11/2026"), ("note", "")], as: .police)
        #expect(sent.status == 303)
        let page = try await visitor.get(path, as: .supervisor)
        #expect(page.body.contains("26,5"))
        #expect(!page.body.contains("Ghi số liệu"))
        let wrong = try await visitor.post(
            path, [("value", "nhiều"), ("day", "20/11/2026"), ("note", "")], as: .police)
        #expect(wrong.status == 422)
        let other = try await visitor.post(
            path, [("value", "1"), ("day", "20/11/2026"), ("note", "")], as: .division)
        #expect(other.status == 403)
        let fields = [("value", "7.5"), ("day", "21/11/2026"), ("note", "")]
        let page2 = try await visitor.upload(
            path, Array("<script>".utf8), name: "minh-chung.html", fields: fields, as: .police)
        #expect(page2.status == 422)
        #expect(page2.body.contains("không phải ảnh"))
        let point = try await visitor.upload(
            path, Array("%PDF-1.7".utf8), name: "minh-chung.pdf", fields: fields, as: .police)
        #expect(point.status == 303)
        let shown = try await visitor.get(path, as: .police).body
        #expect(shown.contains("<strong>7,5</strong>"))
        let withdrawal = String(
            try #require(shown.firstMatch(of: #/href="([^"]+\/withdrawal)"/#)?.1))
        #expect(try await visitor.get(withdrawal, as: .police).body.contains("Rút số liệu 7,5"))
        #expect(try await visitor.post(withdrawal, [], as: .division).status == 403)
        #expect(try await visitor.post(withdrawal, [], as: .police).status == 303)
        let after = try await visitor.get(path, as: .police).body
        #expect(after.contains("<strong>26,5</strong>"))
    }
}
