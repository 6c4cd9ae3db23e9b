import Documents
import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The page of false alarms` {
    private func setting() async throws -> TestSite {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        let police = site.ward.officer(.police)
        for number in 0..<3 {
            try await alarms.report(
                .fireAlarm, after: Int64(number), from: account, in: site.database)
            try await site.database.write { tx in
                let id = try tx.openAlarmCases(for: police).first?.id ?? ""
                try tx.judgeAlarm(
                    id, .unwanted, cause: .cooking, words: "Bếp <\(number)>", by: police)
            }
        }
        return site
    }

    @Test func `says what they have in common, and leads to the records`() async throws {
        let site = try await setting()
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let page = try await browser.get("/desk/false-alarms").text
            for words in [
                "3 lần báo nhầm", "Từ lần thứ 3 trong 30 ngày", "chưa được phường duyệt",
                "Khói nấu ăn", "Chưa ghi kiểu thiết bị", "09 giờ đến 09:59", "100%",
                "3 lần trong 30 ngày", "Còn 10 ngày",
            ] { #expect(page.contains(words), "\(words)") }
            let found = page.firstMatch(
                of: #/href="([^"]*side=cause[^"]*)"/#)
            let path = String(try #require(found).1).replacing("&amp;", with: "&")
            let cases = try await browser.get(path).text
            #expect(cases.contains("3 lần báo nhầm"))
            #expect(cases.contains("Nguyên nhân: Khói nấu ăn"))
            #expect(cases.contains("Bếp &lt;2&gt;"))
            #expect(cases.contains("/desk/cases/"))
            let other = try await browser.get(path.replacing("cooking", with: "dust")).text
            #expect(other.contains("Không có lần báo nhầm nào như vậy"))
            let link = try #require(cases.firstMatch(of: #/href="([^"]*cases\.xlsx[^"]*)"/#)).1
            let address = String(link).replacing("&amp;", with: "&")
            for (path, rows) in [
                (address, 4), (address.replacing("cooking", with: "dust"), 1),
                (address.replacing("side=cause", with: ""), 4),
            ] {
                let file = try await browser.get(path)
                #expect(file.status == .ok)
                #expect(try SheetFile.read(file.bytes, name: "x").rows.count == rows)
            }
            let before = try await browser.get(
                "/desk/false-alarms?from=2026-01-01&to=2026-01-31"
            ).text
            #expect(before.contains("Không có báo nhầm"))
            // What is no day asks for the usual ones; what is too long is cut.
            for query in ["from=x&to=y", "from=0001-01-01&to=2026-11-21", "from=2027-01-01"] {
                #expect(try await browser.get("/desk/false-alarms?\(query)").status == .ok)
            }
        }
    }

    @Test func `makes the plan of remedy work of the police`() async throws {
        let site = try await setting()
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            #expect(
                try await browser.get("/work").text.contains("1 cơ sở phải khắc phục báo nhầm"))
            let page = try await browser.get("/desk/false-alarms").text
            let id = try #require(page.firstMatch(of: /remedies\/([0-9a-f-]+)\/plan/)).1
            let path = "/desk/false-alarms/remedies/\(id)"
            let refused = try await browser.post("\(path)/plan", [("plan", "Dời <đầu báo>")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Hãy chọn ngày làm xong"))
            #expect(refused.text.contains("Dời &lt;đầu báo&gt;</textarea>"))
            let kept = try await browser.post(
                "\(path)/plan", [("plan", "Dời đầu báo"), ("done_by", "2026-12-20")])
            #expect(kept.status == .seeOther)
            let after = try await browser.get("/desk/false-alarms").text
            #expect(after.contains("20/12/2026, làm xong"))
            #expect(
                try await browser.post("\(path)/end", [("words", "")]).status
                    == .unprocessableContent)
            #expect(
                try await browser.post("\(path)/end", [("words", "Đã dời")]).status == .seeOther)
            #expect(
                try await browser.post("\(path)/end", [("words", "Đã dời")]).status == .notFound)
            #expect(!(try await browser.get("/work").text.contains("khắc phục báo nhầm")))
        }
    }
}
