import Domain
import Storage
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
        #expect(shown.contains("<strong>7,5%</strong>"))
        let withdrawal = String(
            try #require(shown.firstMatch(of: #/href="([^"]+\/withdrawal)"/#)?.1))
        #expect(try await visitor.get(withdrawal, as: .police).body.contains("Rút số liệu 7,5"))
        #expect(try await visitor.post(withdrawal, [], as: .division).status == 403)
        #expect(try await visitor.post(withdrawal, [], as: .police).status == 303)
        let after = try await visitor.get(path, as: .police).body
        #expect(after.contains("<strong>26,5%</strong>"))
    }

    @Test func `freezes the list, shows who came since, and opens what is behind`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        _ = try await visitor.post("/plans/\(plan)/confirmation", [("version", "1")], as: .office)
        let target = try #require(try await visitor.task("I.1.2", of: plan).targets.first)
        let path = "/plans/\(plan)/targets/\(target.id)"
        let facilities = Facilities.description
        let police = visitor.ward.officer(.police)
        let keep = { @Sendable (name: String) in
            let cells = try facilities.read([
                "name": name, "kind": "market", "address": "\(name) phố", "state": "working",
            ])
            try await visitor.database.write { tx in
                try tx.addRecord(cells, to: facilities, by: police)
            }
        }
        _ = try await keep("Chợ Một")
        _ = try await visitor.post(
            "\(path)/measure", [("indicator", "transmitters_connected")], as: .office)
        let form = [("frozen_on", "21/11/2026"), ("basis", "")]
        let refused = try await visitor.post("\(path)/baseline", form, as: .office)
        #expect(refused.status == 422)
        #expect(refused.body.contains("Hãy ghi văn bản có danh sách"))
        let unread = try await visitor.post(
            "\(path)/baseline", [("frozen_on", "hôm qua"), ("basis", "PA 12")], as: .office)
        #expect(unread.status == 422)
        let frozen = try await visitor.post(
            "\(path)/baseline", [("frozen_on", "21/11/2026"), ("basis", "PA 12")], as: .office)
        #expect(frozen.status == 303)
        _ = try await keep("Chợ Hai")
        let page = try await visitor.get(path, as: .office).body
        #expect(page.contains("theo PA 12"))
        #expect(page.contains("<strong>thêm 1</strong>"))
        #expect(page.contains("Chợ Hai"))
        let link = try #require(
            page.firstMatch(of: #/href="(/indicators/[^"]+part=others[^"]+)"/#)?.1)
        let behind = try await visitor.get(
            String(link).replacing("&amp;", with: "&"), as: .office
        ).body
        #expect(behind.contains("Chợ Một"))
        #expect(!behind.contains("Chợ Hai"))
        #expect(try await visitor.post("\(path)/baseline/end", [], as: .division).status == 403)
        #expect(
            try await visitor.get("\(path)/baseline/end", as: .office).body.contains("Bỏ danh sách")
        )
        #expect(try await visitor.post("\(path)/baseline/end", [], as: .office).status == 303)
        let after = try await visitor.get(path, as: .office).body
        #expect(!after.contains("theo PA 12"))
    }
}
