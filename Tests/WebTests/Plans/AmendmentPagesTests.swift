import Domain
import Foundation
import Testing

@Suite struct `Amending over the pages` {
    @Test func `shows the difference and puts it in force`() async throws {
        let visitor = try await PlanVisitor()
        let first = try await visitor.upload(
            "/plans", Array(fictional.utf8), name: "a.txt", as: .office)
        let plan = String(try #require(first.location.split(separator: "/").dropFirst().first))
        let amended = fictional.replacingOccurrences(of: "30/11/2026", with: "15/12/2026")
        let sent = try await visitor.upload(
            "/plans/\(plan)/versions", Array(amended.utf8), name: "b.txt", as: .office)
        #expect(sent.location == "/plans/\(plan)/versions/2")
        let page = try await visitor.get(sent.location, as: .office)
        #expect(page.body.contains("1 nhiệm vụ thay đổi"))
        #expect(page.body.contains("15/12/2026"))
        let adopted = try await visitor.post(
            "/plans/\(plan)/versions/2/adoption", [("version", "1")], as: .office)
        #expect(adopted.status == 303)
        #expect(try await visitor.plan(plan).currentVersion == 2)
        #expect(try await visitor.get("/plans/\(plan)/versions/1", as: .office).status == 200)
        // What it changed can still be read, and undone.
        let second = try await visitor.get("/plans/\(plan)/versions/2", as: .office)
        #expect(second.body.contains("So với bản 1"))
        #expect(second.body.contains("1 nhiệm vụ thay đổi"))
        #expect(!second.body.contains("/adoption"))
        let back = try await visitor.get("/plans/\(plan)/versions/1/adoption", as: .office)
        #expect(back.body.contains("Trở lại bản 1"))
        let undone = try await visitor.post(
            "/plans/\(plan)/versions/1/adoption",
            [("version", "\(try await visitor.plan(plan).version)")], as: .office)
        #expect(undone.status == 303)
        #expect(try await visitor.plan(plan).currentVersion == 1)
    }

    @Test func `points out another plan's text, asks for a tick, and lets it go`() async throws {
        let visitor = try await PlanVisitor()
        let first = try await visitor.upload(
            "/plans", Array(fictional.utf8), name: "a.txt", as: .office)
        let plan = String(try #require(first.location.split(separator: "/").dropFirst().first))
        let other = fictional.replacingOccurrences(of: "12/KH-UBND", with: "99/KH-UBND")
            .replacingOccurrences(
                of: "Bảo đảm an toàn phòng cháy, chữa cháy mùa hanh khô",
                with: "Tổ chức bầu cử đại biểu Quốc hội khóa mới")
        let sent = try await visitor.upload(
            "/plans/\(plan)/versions", Array(other.utf8), name: "b.txt", as: .office)
        let page = try await visitor.get(sent.location, as: .office).body
        #expect(page.contains("Bản mới có vẻ là của kế hoạch khác."))
        #expect(page.contains("name=\"sure\""))
        let path = "/plans/\(plan)/versions/2"
        let refused = try await visitor.post(
            "\(path)/adoption", [("version", "1")], as: .office)
        #expect(refused.status == 422)
        #expect(refused.body.contains("href=\"#f-sure\""))
        let gone = try await visitor.post("\(path)/removal", [], as: .office)
        #expect(gone.status == 303)
        #expect(try await visitor.get(path, as: .office).status == 404)
        let list = try await visitor.get("/plans/\(plan)", as: .office).body
        #expect(!list.contains("Có bản sửa đổi chờ xem"))
        let own = try await visitor.upload(
            "/plans", Array(other.utf8), name: "b.txt", as: .office)
        #expect(own.status == 303)
    }
}
