import Documents
import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing

@Suite struct `Pages of reports` {
    @Test func `lead from a unit's words to the ward's Word file`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let head = try await ReportVisitor(client, .groupHead)
            let list = try await head.get("/reports")
            #expect(list.contains("Đơn vị bạn phải gửi"))
            #expect(list.contains("trước ngày 05/12/2026"))
            let own = "/reports/\(at.period)/units/\(at.ward.groups[0])"
            #expect(try await head.get(own).contains("Kết quả chung"))
            // Nothing written: refused, and said where.
            let empty = try await head.post(own, [("version", "0"), ("action", "submit")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("href=\"#f-results\""))
            let sent = try await head.post(
                own,
                [
                    ("version", "0"), ("action", "submit"),
                    ("results", "Đã vận động 42 hộ mở lối thoát nạn thứ hai"),
                    ("obstacles", "Ngõ <hẹp>"),
                ])
            #expect(sent.status == .seeOther)
            let seen = try await head.get(own)
            #expect(seen.contains("Ngõ &lt;hẹp&gt;"))

            let office = try await ReportVisitor(client, .office)
            let back = try await office.post(
                own + "/return", [("version", "1"), ("reason", "Thiếu số liệu quý IV")])
            #expect(back.status == .seeOther)
            #expect(try await head.get(own).contains("Thiếu số liệu quý IV"))
            try await head.post(
                own,
                [
                    ("version", "2"), ("action", "submit"),
                    ("results", "Đã vận động 42 hộ mở lối thoát nạn thứ hai"),
                ])
            let unitReport = try await office.get(own)
            #expect(unitReport.isFolded(own + "/acceptance"))
            #expect(unitReport.contains("<h1>Báo cáo của Tổ dân phố số 1</h1>"))
            let accepted = try await office.post(own + "/acceptance", [("version", "3")])
            #expect(accepted.status == .seeOther)

            let period = try await office.get("/reports/\(at.wardPeriod)")
            #expect(period.contains("1/2 đơn vị đã gửi"))
            // Who has not handed in is named before the day.
            #expect(period.contains("Chưa gửi, còn 13 ngày: Tổ dân phố số 2."))
            let paper = try await office.startReport(ofPeriod: at.wardPeriod)
            let drafted = try await office.get(paper)
            #expect(drafted.contains("chỗ phải bổ sung"))
            try await office.post(
                paper + "/sections/assessment.nguyen-nhan",
                [("version", "0"), ("text", "Địa bàn nhiều ngõ sâu")])
            try await office.post(paper + "/head", [("version", "1"), ("signed_by", "deputy")])
            let preview = try await office.get(paper)
            #expect(preview.contains("Địa bàn nhiều ngõ sâu"))
            #expect(preview.contains("KT. CHỦ TỊCH"))
            // Each sentence leads to what it was made from.
            #expect(preview.contains("href=\"\(own)\">báo cáo của đơn vị</a>"))
            let file = try await office.download(paper + "/report.docx")
            #expect(file.prefix(2) == Array("PK".utf8)[...])
            let words = try DocxReader.read(file, name: "bao-cao.docx").lines.map(\.text)
                .joined(separator: "\n")
            #expect(words.contains("Đã vận động 42 hộ mở lối thoát nạn thứ hai"))
            #expect(words.contains("Địa bàn nhiều ngõ sâu"))
            let mine = try await head.download(own + "/report.docx")
            let ownWords = try DocxReader.read(mine, name: "to.docx").lines.map(\.text)
                .joined(separator: "\n")
            #expect(ownWords.contains("Đã vận động 42 hộ"))
            #expect(!ownWords.contains("Công an phường: "))
        }
    }

    @Test func `keep what was issued as it was, whatever comes after`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            // Units' reports to the ward are answered by none of the ward.
            let units = try await office.get("/reports/\(at.period)")
            #expect(!units.contains("Soạn báo cáo"))
            let none = try await office.post(
                "/reports/papers", [("kind", "plan_year"), ("period", at.period)])
            #expect(none.status == .notFound)
            let paper = try await office.startReport(ofPeriod: at.wardPeriod)
            let id = try #require(paper.split(separator: "/").last.map(String.init))
            let early = try await office.post(paper + "/hand-in", [("version", "1")])
            #expect(early.status == .conflict)
            #expect(early.text.contains("chỗ phải bổ sung"))
            try await at.database.write {
                try ReportSetting.fill(id, $0, by: at.ward.officer(.office))
            }
            #expect(
                try await office.post(paper + "/hand-in", [("version", "1")]).status == .seeOther)
            let own = try await office.post(paper + "/review", [("version", "2")])
            #expect(own.status == .forbidden)
            let police = try await ReportVisitor(client, .police)
            try await police.post(paper + "/review", [("version", "2")])
            #expect(
                try await police.post(paper + "/approve", [("version", "3")]).status == .forbidden)
            let chairman = try await ReportVisitor(client, .chairman)
            try await chairman.post(paper + "/approve", [("version", "3")])
            let refused = try await office.post(
                paper + "/issue", [("version", "4"), ("number", "7"), ("issued", "2027-11-21")])
            #expect(refused.status == .unprocessableContent)
            let issued = try await office.post(
                paper + "/issue", [("version", "4"), ("number", "7"), ("issued", "2026-11-21")])
            #expect(issued.status == .seeOther)
            let file = try await office.download(paper + "/report.docx")
            let words = try DocxReader.read(file, name: "bao-cao.docx").lines.map(\.text)
                .joined(separator: "\n")
            #expect(words.contains("07/BC-UBND"))
            #expect(words.contains("ngày 21 tháng 11 năm 2026"))
            try await at.database.write { tx in
                try tx.run("UPDATE plans SET title = 'Tên khác' WHERE id = \(at.plan)")
            }
            #expect(try await office.download(paper + "/report.docx") == file)
            #expect(
                try await office.download("/reports/\(at.wardPeriod)/draft.docx") == file)
            let page = try await office.get("/reports/\(at.wardPeriod)")
            #expect(page.contains("giữ từ lúc gửi"))
            #expect(!(try await office.get(paper)).contains("/sections/"))
        }
    }

    @Test func `stand beside the work of who must make them`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let head = try await ReportVisitor(client, .groupHead)
            let link = "href=\"/reports/\(at.period)\""
            #expect(try await head.get("/work").contains(link))
            #expect(try await head.get("/calendar?month=2026-12").contains(link))
            #expect(!(try await head.get("/work").contains(at.wardPeriod)))
            let office = try await ReportVisitor(client, .office)
            #expect(try await office.get("/work").contains("href=\"/reports/\(at.wardPeriod)\""))
            let chairman = try await ReportVisitor(client, .chairman)
            let overview = try await chairman.get("/overview")
            #expect(overview.contains("Báo cáo phải gửi"))
            #expect(overview.contains(link))
        }
    }

    @Test func `keep each unit to its own, and drafting to those who draft`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let head = try await ReportVisitor(client, .groupHead)
            let other = "/reports/\(at.period)/units/\(at.ward.groups[1])"
            #expect(try await head.status(other) == .notFound)
            #expect(try await head.status("/reports/\(at.wardPeriod)") == .notFound)
            #expect(try await head.status("/reports/\(at.wardPeriod)/draft.docx") == .forbidden)
            let paper = try await ReportVisitor(client, .office)
                .startReport(ofPeriod: at.wardPeriod)
            #expect(try await head.status(paper) == .forbidden)
            #expect(try await head.status("/reports/duties") == .forbidden)
            let supervisor = try await ReportVisitor(client, .supervisor)
            #expect(try await supervisor.status(paper) == .ok)
            #expect(!(try await supervisor.get(paper)).contains("/sections/"))
            let refused = try await supervisor.post(
                paper + "/sections/closing", [("version", "0"), ("text", "Không")])
            #expect(refused.status == .forbidden)
        }
    }

    @Test func `set a day where the plan gives none`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            let fields = [
                ("plan", at.plan), ("from", "Công an phường"), ("to", "UBND phường"),
                ("recurrence", "quarterly"),
            ]
            let wrong = try await office.post("/reports/duties", fields + [("due", "32")])
            #expect(wrong.status == .unprocessableContent)
            let right = try await office.post("/reports/duties", fields + [("due", "25")])
            #expect(right.status == .seeOther)
            let police = try await ReportVisitor(client, .police)
            let list = try await police.get("/reports")
            #expect(list.contains("Báo cáo quý IV/2026 gửi UBND phường"))
        }
    }

    @Test func `state what else a report serves, as the plan says or by hand`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            let path = "/reports/\(at.wardPeriod)"
            #expect(try await office.get(path).contains("Kế hoạch viết báo cáo này lồng ghép với"))
            let taken = try await office.post(
                path + "/documents", [("words", "Quyết định số 12/QĐ-TTg")])
            #expect(taken.status == .seeOther)
            let page = try await office.get(path)
            #expect(!page.contains("Kế hoạch viết báo cáo này lồng ghép với"))
            #expect(page.contains("Bỏ Quyết định số 12/QĐ-TTg"))
            let draft = try await office.get(
                try await office.startReport(ofPeriod: at.wardPeriod))
            #expect(draft.contains("Nội dung báo cáo lồng ghép".uppercased()))
            #expect(draft.contains("lồng ghép nội dung báo cáo thực hiện Quyết định số 12/QĐ-TTg"))
            try await office.post(
                "/documents",
                [
                    ("kind", "decision"), ("number", "630/QĐ-UBND"), ("title", "Về đề án"),
                    ("level", "province"),
                ])
            let library = try await office.get("/documents")
            let document = String(
                try #require(
                    library.firstMatch(of: #/href="\/documents\/([0-9a-f-]{36})">[^<]*630/#)?.1))
            let chosen = try await office.post(path + "/documents", [("document", document)])
            #expect(chosen.status == .seeOther)
            #expect(try await office.get(path).contains("href=\"/documents/\(document)\""))
            #expect(
                try await office.get("/documents/\(document)").contains("href=\"\(path)\""))
            let empty = try await office.post(path + "/documents", [("words", " ")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Hãy chọn văn bản trong thư viện"))
            let twice = try await office.post(
                path + "/documents", [("words", "Quyết định số 12/QĐ-TTg")])
            #expect(twice.status == .conflict)
            let served = try #require(page.firstMatch(of: /name="served" value="([^"]+)"/)?.1)
            let ended = try await office.post(
                path + "/documents/end", [("served", String(served))])
            #expect(ended.status == .seeOther)
            let supervisor = try await ReportVisitor(client, .supervisor)
            let seen = try await supervisor.get(path)
            #expect(seen.contains("Quyết định số 630/QĐ-UBND"))
            #expect(!seen.contains("/documents/end"))
            let refused = try await supervisor.post(path + "/documents", [("words", "X")])
            #expect(refused.status == .forbidden)
        }
    }

    @Test func `keep reviews of plans, and tell them in the draft`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let head = try await ReportVisitor(client, .groupHead)
            #expect(try await head.get("/reports/reviews").contains("Chưa ghi cuộc"))
            #expect(try await head.get("/reports/reviews/new").contains("Tổ dân phố số 1"))
            let fields = [
                ("plan", at.plan), ("unit", at.ward.groups[0]), ("kind", "preliminary"),
                ("day", "2026-11-20"),
            ]
            let empty = try await head.post("/reports/reviews", fields)
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("href=\"#f-findings\""))
            let kept = try await head.post(
                "/reports/reviews",
                fields + [("findings", "Đã họp <tổ>"), ("measures", "Mở thêm lối thoát nạn")])
            #expect(kept.status == .seeOther)
            let list = try await head.get("/reports/reviews")
            #expect(list.contains("Đã họp &lt;tổ&gt;"))
            let path = String(
                try #require(list.firstMatch(of: #/href="(\/reports\/reviews\/[0-9a-f-]{36})"/#)?.1)
            )
            let changed = try await head.post(
                path,
                [
                    ("version", "1"), ("kind", "final"), ("day", "2026-11-20"),
                    ("findings", "Đã họp tổ"), ("measures", "Mở thêm lối thoát nạn"),
                ])
            #expect(changed.status == .seeOther)
            let supervisor = try await ReportVisitor(client, .supervisor)
            let read = try await supervisor.get(path)
            #expect(read.contains("Mở thêm lối thoát nạn"))
            #expect(!read.contains("action=\"/reports/reviews"))
            #expect(try await ReportVisitor(client, .division).status(path) == .notFound)
            let paper = try await ReportVisitor(client, .office)
                .startReport(ofPeriod: at.wardPeriod)
            let draft = try await supervisor.get(paper)
            #expect(draft.contains("1 cuộc tổng kết"))
            #expect(draft.contains("Mở thêm lối thoát nạn"))
        }
    }

    @Test func `draft the report of a Party committee in its layout`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            let path = "/reports/\(at.wardPeriod)"
            let paper = try await office.startReport(ofPeriod: at.wardPeriod)
            #expect(try await office.get(paper).contains("CỘNG HÒA XÃ HỘI"))
            let page = try await office.get(path)
            let duty = try #require(page.firstMatch(of: #/href="(\/reports\/duties\/[^"]+)"/#)?.1)
            let changed = try await office.post(
                String(duty),
                [
                    ("version", "1"), ("from", "Đảng ủy phường"), ("to", "Thành ủy Sông Lam"),
                    ("recurrence", "yearly"), ("due", "10/12"), ("is_of_ward", "1"),
                ])
            #expect(changed.status == .seeOther)
            let file = try await office.download(paper + "/report.docx")
            let words = try DocxReader.read(file, name: "bao-cao.docx").lines.map(\.text)
                .joined(separator: "\n")
            for expected in [
                "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY PHƯỜNG THỬ", "BC/ĐU", "T/M BAN THƯỜNG VỤ",
                "I- CÔNG TÁC CHỈ ĐẠO", "Đảng ủy phường Thử báo cáo kết quả", "Thành ủy Sông Lam",
            ] {
                #expect(words.contains(expected), "\(expected)")
            }
            #expect(!words.contains("CỘNG HÒA XÃ HỘI"))
            #expect(!words.contains("UBND phường Thử báo cáo"))
            let preview = try await office.get(paper)
            #expect(preview.contains("ĐẢNG CỘNG SẢN VIỆT NAM"))
        }
    }
}
