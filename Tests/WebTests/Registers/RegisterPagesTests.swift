import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Pages of registers` {
    private static let hydrant = [
        ("name", "Trụ nước số 7"), ("kind", "hydrant"), ("state", "working"),
        ("address", "12 phố <Thử>"), ("pressure_bar", "2,5"),
    ]

    @Test func `keep what was typed, show it, and find it without diacritics`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let kept = try await browser.post("/registers/water_sources", Self.hydrant)
            #expect(kept.status == .seeOther)
            let page = try await browser.get(kept.location).text
            #expect(page.contains("<h1>Trụ nước số 7</h1>"))
            #expect(page.contains("12 phố &lt;Thử&gt;"))
            #expect(page.contains("2,5 bar"))
            #expect(page.contains("Chưa có tổ dân phố; ngày kiểm tra gần nhất;"))
            #expect(page.contains("Ghi vào sổ"))
            let found = try await browser.get("/registers/water_sources?q=tru+nuoc&kind=hydrant")
            #expect(found.text.contains("Trụ nước số 7"))
            let other = try await browser.get("/registers/water_sources?kind=tank")
            #expect(other.text.contains("Không có mục nào khớp."))
        }
    }

    @Test func `list by themselves the records that lack something`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            try await browser.post("/registers/water_sources", Self.hydrant)
            try await browser.post(
                "/registers/water_sources",
                Self.hydrant.filter { $0.0 != "name" } + [
                    ("name", "Trụ đủ"), ("group_unit", site.ward.groups[0]),
                    ("checked_on", "2026-11-01"), ("latitude", "21"), ("longitude", "105"),
                ])
            let all = try await browser.get("/registers/water_sources").text
            #expect(all.contains("Trụ đủ"))
            let path = try #require(
                all.firstMatch(
                    of: /href="([^"]+)">Chưa đủ thông tin <span class="tabs__count">1</))
            let lacking = try await browser.get(String(path.1)).text
            #expect(lacking.contains("Trụ nước số 7"))
            #expect(!lacking.contains("Trụ đủ"))
            let index = try await browser.get("/registers").text
            let score = try #require(
                index.firstMatch(of: /water_sources\?gap=complete">(\d+)%</))
            #expect(try #require(Int(score.1)) < 100)
        }
    }

    @Test func `show what other registers say of a record, and lead to adding it`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let kept = try await browser.post(
                "/registers/facilities",
                [
                    ("name", "Chợ <Thử>"), ("kind", "market"), ("address", "1 phố Thử"),
                    ("state", "working"),
                ])
            let page = try await browser.get(kept.location.replacing("?done=saved", with: "")).text
            #expect(page.contains(">Thiết bị truyền tin báo cháy</a>"))
            let id = try #require(kept.location.split(separator: "/").last?.prefix { $0 != "?" })
            let path = "/registers/transmitters/new?facility=\(id)"
            #expect(page.contains("href=\"\(path)\""))
            let form = try await browser.get(path).text
            #expect(form.contains("value=\"Chợ &lt;Thử&gt; – 1 phố Thử\""))
            let unknown = try await browser.post(
                "/registers/transmitters", [("facility", "Chợ khác")])
            #expect(unknown.status == .unprocessableContent)
            #expect(unknown.text.contains("value=\"Chợ khác\""))
            let device = try await browser.post(
                "/registers/transmitters",
                [("facility", "cho <thu>"), ("connected_on", "2026-11-01")])
            #expect(device.status == .seeOther)
            let again = try await browser.get("/registers/facilities/\(id)").text
            #expect(again.contains("Đã kết nối"))
            let list = try await browser.get("/registers/transmitters?facility=\(id)").text
            #expect(list.contains("Cơ sở: <a href=\"/registers/facilities/\(id)\">"))
            let names = try await browser.get("/registers/facilities/choices?q=cho").text
            #expect(names == "[\"Chợ <Thử> – 1 phố Thử\"]")
        }
    }

    @Test func `fill a register of rules from what the program knows, once`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            let path = "/registers/facility_thresholds"
            #expect(try await browser.get(path).text.contains("Nạp các quy định có sẵn"))
            #expect(try await browser.post(path + "/rules", []).status == .seeOther)
            let page = try await browser.get(path).text
            #expect(page.contains("Phụ lục II, mục 1"))
            #expect(!page.contains("Nạp các quy định có sẵn"))
            #expect(try await browser.post(path + "/rules", []).status == .conflict)
            #expect(try await browser.post("/registers/alleys/rules", []).status == .notFound)
        }
    }

    @Test func `show the second of two officers both versions`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let kept = try await browser.post("/registers/water_sources", Self.hydrant)
            let path = try #require(kept.location.split(separator: "?").first.map(String.init))
            let first = Self.hydrant.map { $0.0 == "state" ? ($0.0, "broken") : $0 }
            try await browser.post(path, first + [("version", "1")])
            let mine = Self.hydrant.map { $0.0 == "address" ? ($0.0, "14 phố Thử") : $0 }
            let both = try await browser.post(path, mine + [("version", "1")])
            #expect(both.status == .conflict)
            #expect(both.text.contains("trong sổ hiện là «Hỏng»"))
            #expect(both.text.contains("value=\"14 phố Thử\""))
            #expect(!both.text.contains("Tên, số hiệu: trong sổ"))
            #expect(both.text.contains("name=\"version\" value=\"2\""))
            #expect(try await browser.post(path, mine + [("version", "2")]).status == .seeOther)
        }
    }

    @Test func `lie on one map, each layer with its list`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let page = try await browser.get("/registers/map").text
            for register in ["water_sources", "alleys", "facilities"] {
                #expect(page.contains("data-source=\"/registers/\(register)/export/geojson\""))
                #expect(page.contains("<a href=\"/registers/\(register)\">"))
            }
            let script = try #require(
                page.firstMatch(of: /<script defer src="(\/static\/leaflet-[^"]+\.js)"/))
            let library = try await browser.get(String(script.1))
            #expect(library.status == .ok)
            #expect(library.headers[.contentType] == "text/javascript; charset=utf-8")
            try await browser.signIn("supervisor")
            #expect(
                !(try await browser.get("/registers/map").text.contains("/registers/facilities")))
        }
    }

    @Test func `find a place by the address that other records have`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let placed = Self.hydrant + [("latitude", "20,5"), ("longitude", "106,25")]
            try await browser.post("/registers/water_sources", placed)
            let found = try await browser.get("/registers/places?q=12+pho+thu").text
            #expect(found.contains("\"latitude\":20.5,\"longitude\":106.25"))
            #expect(found.contains("(nguồn nước)"))
            #expect(try await browser.get("/registers/places?q=").text == "[]")
            #expect(try await browser.get("/registers/places?q=pho+khac").text == "[]")
            let form = try await browser.get("/registers/water_sources/new").text
            #expect(form.contains("Tìm theo địa chỉ"))
            let rules = try await browser.get("/registers/holidays/new").text
            #expect(!rules.contains("Tìm theo địa chỉ"))
        }
    }

    @Test func `ask before a record is kept twice`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let base = "/registers/water_sources"
            try await browser.post(base, Self.hydrant)
            let same = Self.hydrant.map { ($0.0, $0.0 == "name" ? "TRU NUOC so 7" : $0.1) }
            let asked = try await browser.post(base, same)
            #expect(asked.status == .conflict)
            #expect(asked.text.contains("Có thể trùng."))
            #expect(asked.text.contains("value=\"TRU NUOC so 7\""))
            #expect(try await browser.get(base).text.contains("1 nguồn nước."))
            let other = same.map { ($0.0, $0.0 == "address" ? "14 phố Thử" : $0.1) }
            #expect(try await browser.post(base, other).status == .seeOther)
            #expect(
                try await browser.post(base, same + [("anyway", "1")]).status == .seeOther)
            #expect(try await browser.get(base).text.contains("3 nguồn nước."))
        }
    }

    @Test func `say what is wrong with each field, and keep what was typed`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let refused = try await browser.post(
                "/registers/water_sources",
                [("name", "Trụ 8"), ("kind", "hydrant"), ("pressure_bar", "99")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Có 3 mục chưa đúng."))
            #expect(refused.text.contains("Áp lực: phải từ 0 đến 20."))
            #expect(refused.text.contains("value=\"Trụ 8\""))
            let list = try await browser.get("/registers/water_sources").text
            #expect(list.contains("Sổ chưa có mục nào."))
        }
    }

    @Test func `tell the second of two officers that the first was faster`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let path = try await browser.post("/registers/water_sources", Self.hydrant).location
                .prefix { $0 != "?" }
            let change = Self.hydrant.filter { $0.0 != "state" } + [("version", "1")]
            let first = try await browser.post(String(path), change + [("state", "broken")])
            #expect(first.status == .seeOther)
            let second = try await browser.post(String(path), change + [("state", "closed")])
            #expect(second.status == .conflict)
            #expect(try await browser.get(String(path)).text.contains("Hỏng"))
        }
    }

    @Test func `are not there for who may not read the register`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("facility_head")
            #expect(try await browser.get("/registers/water_sources").status == .notFound)
            #expect(try await browser.get("/registers/nothing").status == .notFound)
            #expect(!(try await browser.get("/plans").text.contains("href=\"/registers\"")))
        }
    }
}
