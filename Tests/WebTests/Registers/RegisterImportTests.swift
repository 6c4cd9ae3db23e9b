import Documents
import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite struct `Sheets of registers` {
    private static let csv = """
        DANH SÁCH TRỤ NƯỚC;;;;
        STT;Tên trụ nước;Loại;Hiện trạng;Vị trí
        1;Trụ 1;Trụ nước;Dùng được;Phố Mẫu
        2;Trụ 2;Trụ nước;Tốt;Phố Mẫu
        3;=SUM(1);Bể nước;Hỏng;Phố Mẫu
        """

    /// The value of a hidden number; empty where there is none.
    private func number(_ page: String, _ name: String) -> String {
        let parts = page.split(separator: "name=\"\(name)\" value=\"")
        return parts.count > 1 ? String(parts[1].prefix { $0.isNumber }) : ""
    }

    @Test func `are shown before anything is kept, taken in, and undone`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let base = "/registers/water_sources"
            let sent = try await browser.upload(
                "\(base)/imports", Array(Self.csv.utf8), name: "trụ.csv")
            #expect(sent.status == .seeOther)
            let path = sent.location
            let trial = try await browser.get(path).text
            #expect(trial.contains("Nhập 2 mục"))
            #expect(trial.contains("Tình trạng: «Tốt» không đúng."))
            #expect(trial.contains("Như: Trụ 1; Trụ 2"))
            #expect(try await browser.get(base).text.contains("Sổ chưa có mục nào."))

            let form = [("added", number(trial, "added")), ("changed", number(trial, "changed"))]
            #expect(try await browser.post("\(path)/rows", form).status == .seeOther)
            let result = try await browser.get(path).text
            #expect(result.contains("thêm 2, sửa 0, không nhập 1"))
            #expect(try await browser.get(base).text.contains("Trụ 1"))
            // Twice is not possible.
            #expect(try await browser.post("\(path)/rows", form).status == .conflict)

            #expect(try await browser.get("\(path)/undo").text.contains("2 mục đã thêm"))
            #expect(try await browser.post("\(path)/undo").status == .seeOther)
            #expect(try await browser.get(base).text.contains("Sổ chưa có mục nào."))
        }
    }

    @Test func `that take long show how far they are, without any script`() async throws {
        let site = try await TestSite.open(importPatience: .zero)
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let path = try await browser.upload(
                "/registers/water_sources/imports", Array(Self.csv.utf8), name: "trụ.csv"
            ).location
            let first = try await browser.get(path)
            #expect(first.text.contains("Đang đọc thử."))
            #expect(first.headers[try #require(HTTPField.Name("Refresh"))] == "2")
            var page = first.text
            while page.contains("Đang đọc thử.") { page = try await browser.get(path).text }
            #expect(page.contains("Nhập 2 mục"))
            let form = [("added", number(page, "added")), ("changed", number(page, "changed"))]
            #expect(try await browser.post("\(path)/rows", form).status == .seeOther)
            repeat { page = try await browser.get(path).text } while page.contains("Đang nhập vào")
            #expect(page.contains("thêm 2, sửa 0, không nhập 1"))
        }
    }

    @Test func `take the columns that a person matches, and remember them`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let csv = Array("A;B;C;D\nTrụ 1;Trụ nước;Hỏng;Phố\n".utf8)
            let base = "/registers/water_sources/imports"
            let path = try await browser.upload(base, csv, name: "a.csv").location
            let keys = ["name", "kind", "state", "address"].enumerated().map {
                ("column-\($0)", $1)
            }
            #expect(try await browser.post("\(path)/columns", keys).status == .seeOther)
            #expect(try await browser.get(path).text.contains("Nhập 1 mục"))
            let twice = try await browser.post(
                "\(path)/columns", [("column-0", "name"), ("column-1", "name")])
            #expect(twice.status == .unprocessableContent)
            let next = try await browser.upload(base, csv, name: "b.csv").location
            #expect(try await browser.get(next).text.contains("Nhập 1 mục"))
            #expect(try await browser.post("\(next)/discard").status == .seeOther)
            #expect(!(try await browser.get(base).text.contains("b.csv")))
        }
    }

    @Test func `that are none are refused in a sentence, and not kept`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let base = "/registers/water_sources/imports"
            let refused = try await browser.upload(base, Array("%PDF-1.4".utf8), name: "a.xlsx")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("không phải bảng tính"))
            #expect(try await browser.upload(base, [], name: "").status == .unprocessableContent)
            #expect(!(try await browser.get(base).text.contains("Đã tải lên")))
        }
    }

    @Test func `come out as Excel, CSV and a map, and go in again as they were`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let base = "/registers/water_sources"
            try await browser.post(
                base,
                [
                    ("name", "=Trụ 1"), ("kind", "hydrant"), ("state", "working"),
                    ("address", "Phố Mẫu"), ("latitude", "21,0367"), ("longitude", "105,8342"),
                    ("pressure_bar", "2,5"), ("checked_on", "2026-11-02"),
                    ("group_unit", site.ward.groups[1]),
                ])
            try await browser.post(
                base,
                [("name", "Bể"), ("kind", "tank"), ("state", "broken"), ("address", "x")])
            for format in ["xlsx", "csv"] {
                let file = try await browser.get("\(base)/export/\(format)")
                #expect(file.status == .ok)
                let sheet = try SheetFile.read(file.bytes, name: format)
                #expect(sheet.rows.count == 3)
                let path = try await browser.upload(
                    "\(base)/imports", file.bytes, name: "x.\(format)"
                ).location
                let trial = try await browser.get(path).text
                #expect(trial.contains("Đọc thử 2 dòng."))
                #expect(number(trial, "added") == "")
                #expect(
                    trial.contains(
                        "<span class=\"fact__number\">2</span><span class=\"fact__label\">mục đã có, giữ nguyên"
                    ))
            }
            let map = try await browser.get("\(base)/export/geojson?kind=hydrant").text
            #expect(map.contains("\"coordinates\":[105.8342,21.0367]"))
            #expect(!map.contains("Bể"))
            #expect(try await browser.get("\(base)/export/doc").status == .notFound)
            let template = try await browser.get("\(base)/template.xlsx").bytes
            #expect(try SheetFile.read(template, name: "x").rows.count == 1)
        }
    }

    @Test func `are for those who keep the register`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("supervisor")
            #expect(try await browser.get("/registers/water_sources/imports").status == .forbidden)
            let sent = try await browser.upload(
                "/registers/water_sources/imports", Array(Self.csv.utf8), name: "a.csv")
            #expect(sent.status == .forbidden)
            #expect(try await browser.get("/registers/water_sources/export/csv").status == .ok)
        }
    }
}
