import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite struct `The page of data quality` {
    @Test func `leads from the scores to the records and to what each of them lacks`() async throws
    {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let empty = try await browser.get("/registers/quality").text
            #expect(empty.contains("Không còn việc nào về dữ liệu."))
            let group = site.ward.groups[0]
            let kept = try await browser.post(
                "/registers/water_sources",
                [
                    ("name", "Trụ số 1"), ("kind", "hydrant"), ("state", "working"),
                    ("address", "Số 1 phố Mẫu"),
                    ("group_unit", group),
                ])
            #expect(try await browser.get(kept.location).text.contains("Đủ <strong>"))
            let ward = try await browser.get("/registers/quality").text
            let whole = "/registers/water_sources?gap=complete"
            #expect(ward.contains("<a href=\"\(whole)\">Nguồn nước chữa cháy</a>"))
            #expect(ward.contains("<a href=\"/registers/quality?unit=\(group)\">"))
            let own = try await browser.get("/registers/quality?unit=\(group)").text
            #expect(own.contains("\(whole)&amp;group_unit=\(group)"))
            let list = try await browser.get("\(whole)&group_unit=\(group)").text
            #expect(list.contains("<th scope=\"col\">Cần làm</th>"))
            #expect(list.contains("Chưa có "))
            let other = try await browser.get("\(whole)&group_unit=\(site.ward.groups[1])").text
            #expect(other.contains("Không có mục nào khớp."))
        }
    }

    @Test func `shows a head of a group that group alone`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            for group in site.ward.groups {
                _ = try await browser.post(
                    "/registers/water_sources",
                    [
                        ("name", "Trụ \(group)"), ("kind", "hydrant"), ("state", "working"),
                        ("address", "Số 1 phố Mẫu"), ("anyway", "1"),
                        ("group_unit", group),
                    ])
            }
            try await browser.signIn(Role.groupHead.rawValue)
            let other = site.ward.groups[1]
            let page = try await browser.get("/registers/quality?unit=\(other)").text
            #expect(page.contains("1 mục trong các sổ"))
            #expect(!page.contains(other))
            let unknown = try await browser.get("/registers/quality?unit=nothing").text
            #expect(unknown.contains("1 mục trong các sổ"))
            try await browser.signIn("office")
            #expect(try await browser.get("/registers/quality?unit=nothing").status == .notFound)
        }
    }
}
