import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing

@Suite struct `Pages of a report that is being made` {
    @Test func `show both to the second of two editors`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            let police = try await ReportVisitor(client, .police)
            let paper = try await office.startReport(ofPeriod: at.wardPeriod)
            let part = paper + "/sections/outlook"
            #expect(try await police.get(part).contains("name=\"version\" value=\"0\""))
            try await office.post(part, [("version", "0"), ("text", "Lời của Văn phòng.")])
            let second = try await police.post(
                part, [("version", "0"), ("text", "Lời của Công an.")])
            #expect(second.status == .conflict)
            #expect(second.text.contains("Lời của Văn phòng."))
            #expect(second.text.contains("Lời của Công an."))
            #expect(second.text.contains("name=\"version\" value=\"1\""))
            let merged = try await police.post(
                part, [("version", "1"), ("text", "Lời của hai bên.")])
            #expect(merged.status == .seeOther)
            #expect(try await office.get(paper).contains("Lời của hai bên."))
        }
    }

    @Test func `begin a facility's half-yearly report on its record`() async throws {
        let at = try await ReportSite.open()
        let facility = try await at.database.write { tx in
            let office = at.ward.officer(.office)
            let cells = try tx.read(
                [
                    "name": "Chợ <Mẫu>", "kind": "market", "address": "1 phố Mẫu",
                    "state": "working", "head": "Trần Chủ",
                ], of: Facilities.description, for: office)
            return try tx.addRecord(cells, to: Facilities.description, by: office)
        }
        try await at.application.test(.router) { client in
            let police = try await ReportVisitor(client, .police)
            let record = try await police.get("/registers/facilities/\(facility)")
            #expect(record.contains("kind=facility_half_year&amp;facility=\(facility)"))
            let form = try await police.get(
                "/reports/papers/new?kind=facility_half_year&facility=\(facility)")
            #expect(form.contains("Chợ &lt;Mẫu&gt;"))
            let unknown = try await police.post(
                "/reports/papers",
                [
                    ("kind", "facility_half_year"), ("facility", "Không có"),
                    ("from", "2026-07-01"), ("to", "2026-11-21"),
                ])
            #expect(unknown.status == .unprocessableContent)
            let started = try await police.post(
                "/reports/papers",
                [
                    ("kind", "facility_half_year"), ("facility", facility),
                    ("from", "2026-07-01"), ("to", "2026-11-21"),
                ])
            let paper = try await police.get(try #require(started.location))
            #expect(paper.contains("CHỢ &lt;MẪU&gt;"))
            #expect(paper.contains("<h1>Báo cáo của cơ sở (PC04): Chợ &lt;Mẫu&gt;</h1>"))
            #expect(paper.contains("Trần Chủ"))
            #expect(paper.contains("chưa có trong sổ: bổ sung"))
            #expect(paper.contains("Mẫu chưa đối chiếu."))
        }
    }

    @Test func `lead from a figure to the records behind it`() async throws {
        let at = try await ReportSite.open()
        try await at.database.write { tx in
            let office = at.ward.officer(.office)
            let day = try #require(Day(iso: "2026-06-05"))
            try tx.addRecord(
                try TestIncidents.fire(on: day, name: "Cháy <chợ>", in: tx, by: office),
                to: Incidents.description, by: office)
        }
        try await at.application.test(.router) { client in
            let police = try await ReportVisitor(client, .police)
            let started = try await police.post(
                "/reports/papers",
                [("kind", "police_table"), ("from", "2026-01-01"), ("to", "2026-06-30")])
            let paper = try #require(started.location)
            #expect(try await police.get(paper).contains("href=\"\(paper)/figures/fires\">"))
            let figure = try await police.get(paper + "/figures/fires")
            #expect(figure.contains("Cháy &lt;chợ&gt;"))
            #expect(figure.contains("<strong>1 vụ</strong>"))
            let wrong = try await police.post(
                paper + "/figures/inspected", [("value", "x"), ("note", "Sổ giấy")])
            #expect(wrong.status == .unprocessableContent)
            try await police.post(
                paper + "/figures/inspected", [("value", "45"), ("note", "Sổ giấy")])
            let page = try await police.get(paper)
            #expect(page.contains("Số liệu chưa khớp, chưa trình được."))
            #expect(page.contains("dòng 31"))
            let refused = try await police.post(paper + "/hand-in", [("version", "1")])
            #expect(refused.status == .conflict)
            #expect(refused.text.contains("không đối chiếu được dòng 31"))
            #expect(try await police.status(paper + "/figures/none") == .notFound)
            let sheet = try await police.download(paper + "/report.xlsx")
            #expect(sheet.prefix(2) == Array("PK".utf8)[...])
        }
    }
}
