import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Lines and areas on pages` {
    private static let line = "LINESTRING (105.801 21.001, 105.802 21.002)"
    private static let alley = [
        ("name", "Ngõ 4 phố Thử"), ("depth_m", ""), ("line", line),
    ]
    private static let border =
        "POLYGON ((105.8 21, 105.81 21, 105.81 21.01, 105.8 21.01, 105.8 21))"

    @Test func `are drawn on the form, shown in words, and go out as they are`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let form = try await browser.get("/registers/alleys/new").text
            #expect(form.contains("data-kind=\"line\" data-field=\"f-line\""))
            #expect(form.contains("data-field=\"f-depth_m\" data-label=\"Chiều sâu\""))
            #expect(form.contains("data-borders=\"/boundaries/geojson\""))
            let kept = try await browser.post("/registers/alleys", Self.alley)
            let page = try await browser.get(kept.location).text
            #expect(page.contains("dài 152 m, 2 điểm"))
            let map = try await browser.get("/registers/alleys/export/geojson").text
            #expect(map.contains("\"type\":\"LineString\""))
            #expect(map.contains("[[105.801,21.001],[105.802,21.002]]"))
            #expect(!map.contains("LINESTRING"))
            let refused = try await browser.post(
                "/registers/alleys",
                [("name", "Ngõ 6"), ("line", "LINESTRING (21 105, 21.1 105)")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("kinh độ trước"))
            #expect(refused.text.contains("LINESTRING (21 105, 21.1 105)"))
        }
    }

    @Test func `are narrowed on the map as their lists are`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let group = site.ward.groups[0]
            try await browser.post(
                "/registers/alleys", Self.alley + [("group_unit", group)])
            try await browser.post("/registers/alleys", [("name", "Ngõ 6 phố Thử")])
            let page = try await browser.get(
                "/registers/map?q=ngo&group_unit=\(group)&gap=complete&layer=roads"
            ).text
            let asked = "q=ngo&amp;gap=complete&amp;group_unit=\(group)"
            #expect(page.contains("href=\"/registers/alleys?\(asked)\""))
            #expect(page.contains("data-source=\"/registers/alleys/export/geojson?\(asked)\""))
            #expect(
                page.contains("value=\"roads\" checked")
                    && !page.contains("value=\"alleys\" checked"))
            let map = try await browser.get(
                "/registers/alleys/export/geojson?q=ngo&gap=complete&group_unit=\(group)"
            ).text
            #expect(map.contains("Ngõ 4 phố Thử") && !map.contains("Ngõ 6 phố Thử"))
            // What knows no groups is not on the map of one.
            let all = try await browser.get("/registers/map").text
            for register in Registers.all where register.isMapped {
                let isShown = page.contains("data-path=\"/registers/\(register.name)\"")
                #expect(isShown == (register.field("group_unit") != nil), "\(register.name)")
                #expect(all.contains("data-path=\"/registers/\(register.name)\""))
            }
        }
    }

    @Test func `of borders are set by the office, and lie under all maps`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let group = site.ward.groups[0]
            #expect(try await browser.get("/boundaries").text.contains("Đã vẽ 0 trên 3."))
            let path = "/boundaries/\(group)"
            let wrong = try await browser.post(
                path, [("version", "1"), ("area", "POLYGON ((1 2))")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("POLYGON ((1 2))"))
            let kept = try await browser.post(path, [("version", "1"), ("area", Self.border)])
            #expect(kept.location == "\(path)?done=saved")
            let late = try await browser.post(path, [("version", "1"), ("area", "")])
            #expect(late.status == .conflict)
            #expect(try await browser.get(path).text.contains("\(Self.border)</textarea>"))
            try await browser.signIn("group_head")
            let map = try await browser.get("/boundaries/geojson").text
            #expect(map.contains("\"kind\":\"group\"") && map.contains("\"Polygon\""))
            #expect(try await browser.get("/boundaries").status == .forbidden)
            try await browser.signIn("administrator")
            let unit = try await browser.get("/units/\(group)").text
            #expect(
                unit.contains("Đổi ranh giới của tổ dân phố") && unit.contains("href=\"\(path)\""))
        }
    }

    @Test func `of borders come from a file, all or those that match`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            func feature(_ name: String) -> String {
                """
                {"type":"Feature","properties":{"name":"\(name)"},"geometry":{"type":"Polygon",\
                "coordinates":[[[105.8,21],[105.81,21],[105.81,21.01],[105.8,21]]]}}
                """
            }
            func file(_ names: String...) -> [UInt8] {
                Array(
                    "{\"type\":\"FeatureCollection\",\"features\":[\(names.map(feature).joined(separator: ","))]}"
                        .utf8)
            }
            let refused = try await browser.upload(
                "/boundaries", file("Tổ 1", "Tổ 77"), name: "to.geojson")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("«Tổ 77»: phường không có tổ dân phố tên như vậy."))
            #expect(refused.text.contains("Đã vẽ 0 trên 3."))
            let twice = try await browser.upload(
                "/boundaries", file("Tổ 1", "TDP 1"), name: "to.geojson")
            #expect(twice.text.contains("hai vùng của cùng một nơi"))
            let taken = try await browser.upload(
                "/boundaries", file("Tổ 1", "phường Thử"), name: "to.geojson")
            #expect(taken.status == .seeOther)
            #expect(try await browser.get("/boundaries").text.contains("Đã vẽ 2 trên 3."))
            let none = try await browser.upload("/boundaries", Array("x".utf8), name: "x.json")
            #expect(none.status == .unprocessableContent && none.text.contains("GeoJSON"))

            // The border of the ward is drawn: what lies far outside is a row that is refused.
            let sheet =
                "Tên;Loại;Tình trạng;Địa chỉ;Vĩ độ;Kinh độ\nTrụ xa;Trụ nước;Đang hoạt động;Phố Thử;10,77;106,7\n"
            let path = try await browser.upload(
                "/registers/water_sources/imports", Array(sheet.utf8), name: "a.csv"
            ).location
            let trial = try await browser.get(path).text
            #expect(trial.contains("Tọa độ nằm cách phường"), "\(trial)")
        }
    }
}
