import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Pages of inspections and publications` {
    private static let facility = [
        ("name", "Chợ Thử"), ("kind", "market"), ("address", "1 phố Thử"), ("state", "working"),
    ]

    @Test func `take an inspection from its record to signed minutes`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            try await browser.post("/registers/facilities", Self.facility)
            let kept = try await browser.post(
                "/registers/inspections",
                [
                    ("facility", "chợ thử"), ("kind", "unscheduled"), ("grounds", "Phản ánh"),
                    ("visited_on", "2026-11-20"), ("team", "Người A"),
                    ("duties_unit", site.ward.police), ("building_unit", site.ward.division),
                ])
            let path = try #require(kept.location.split(separator: "?").first.map(String.init))
            let id = try #require(path.split(separator: "/").last.map(String.init))
            let page = try await browser.get(path).text
            #expect(page.contains("Ký phần trách nhiệm, phương tiện"))
            #expect(!page.contains("Ký phần xây dựng, thoát nạn"))
            let section = "/inspections/\(id)/sections/duties"
            let form = try await browser.get(section).text
            #expect(
                form.contains(
                    "href=\"/registers/findings/new?inspection=\(id)&amp;part=duties\""))
            let empty = try await browser.post(section, [("version", "1"), ("result", "")])
            #expect(empty.status == .unprocessableContent)
            let bare = try await browser.post(section, [("version", "1"), ("result", "unmet")])
            #expect(bare.text.contains("Hãy ghi ít nhất một tồn tại"))
            try await browser.post(
                "/registers/findings",
                [
                    ("inspection", id), ("part", "duties"), ("words", "Bình <hết hạn>"),
                    ("due_on", "2026-12-20"),
                ])
            let version = try #require(
                try await browser.get(section).text.firstMatch(
                    of: /name="version" value="(\d+)"/))
            let signed = try await browser.post(
                section,
                [("version", String(version.1)), ("result", "unmet"), ("words", "Đã nhắc")])
            #expect(signed.status == .seeOther)
            let after = try await browser.get(path).text
            #expect(after.contains("Đã ký một phần"))
            #expect(after.contains("Bình &lt;hết hạn&gt;"))
            let other = try await browser.post(
                "/inspections/\(id)/sections/building", [("version", "3"), ("result", "met")])
            #expect(other.status == .forbidden)
            let minutes = try await browser.get("/inspections/\(id)/minutes.docx")
            #expect(minutes.status == .ok)
            #expect(try await browser.get("/inspections/\(id)/sections/roof").status == .notFound)
            #expect(try await browser.get("/inspections/plan/2027").status == .ok)
            #expect(try await browser.get("/inspections/plan/1").status == .notFound)
            let paper = "/inspections/plan/2027/plan.docx"
            #expect(try await browser.get(paper).status == .notFound)
            try await browser.post(
                "/registers/inspections",
                [
                    ("facility", "chợ thử"), ("kind", "periodic"), ("planned_on", "2027-03-08"),
                    ("duties_unit", site.ward.police), ("building_unit", site.ward.division),
                ])
            #expect(try await browser.get("/inspections/plan/2027").text.contains(paper))
            #expect(try await browser.get(paper).status == .ok)
            #expect(try await browser.get("/inspections/plan/2028/plan.docx").status == .notFound)
        }
    }

    @Test func `show the public what two people let be shown, and nothing else`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            try await browser.post("/registers/facilities", Self.facility)
            let kept = try await browser.post(
                "/registers/publications",
                [
                    ("facility", "Chợ Thử"), ("words", "Chưa nghiệm thu"), ("basis", "1/QĐ"),
                    ("channel", "portal"),
                ])
            let path = try #require(kept.location.split(separator: "?").first.map(String.init))
            let id = try #require(path.split(separator: "/").last.map(String.init))
            #expect(!(try await browser.get(path).text.contains("Duyệt công khai")))
            let own = try await browser.post("/publications/\(id)/approval", [("version", "1")])
            #expect(own.status == .forbidden)
            let place = "/public/\(TestWard.code)"
            #expect(!(try await browser.get(place).text.contains("Chưa nghiệm thu")))
            try await browser.signIn("chairman")
            #expect(try await browser.get(path).text.contains("Duyệt công khai"))
            let approved = try await browser.post(
                "/publications/\(id)/approval", [("version", "1")])
            #expect(approved.status == .seeOther)
            try await browser.post("/session/end", [])
            let shown = try await browser.get(place)
            #expect(shown.status == .ok)
            #expect(shown.text.contains("Chưa nghiệm thu"))
            #expect(try await browser.get("/public/99999").status == .notFound)
            #expect(try await browser.get(path).status == .seeOther)
        }
    }
}
