import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Testing
import TestSupport

@Suite struct `Pages of work` {
    @Test func `begin with the sentence that says how things stand`() async throws {
        let site = try await WorkSite.make()
        let police = try await site.get("/work", .police)
        #expect(police.status == .ok)
        #expect(police.text.contains("<strong>1 việc đến hạn trong 7 ngày</strong>"))
        #expect(police.text.contains("Rà soát cơ sở"))
        #expect(!police.text.contains("Tuyên truyền tới hộ"))
        let group = try await site.get("/work", .groupHead)
        #expect(group.text.contains("<strong>1 việc quá hạn</strong>"))
        #expect(group.text.contains("Quá hạn 11 ngày"))
        let nobody = try await site.get("/work", .administrator)
        #expect(nobody.text.contains("chưa thuộc đơn vị nào"))
    }

    @Test func `send strangers to sign in`() async throws {
        let site = try await WorkSite.make()
        for path in ["/work", "/calendar", "/obstacles", "/proposals", "/overview", "/digest"] {
            #expect(try await site.get(path, nil).status == .seeOther, "\(path)")
        }
        #expect(try await site.get("/status", nil).status == .ok)
    }

    @Test func `answer every role for every page as its rights say`() async throws {
        let site = try await WorkSite.make()
        let work = try await site.work("1")
        for role in Role.allCases {
            let seesOne = role.may(.readAll) || [.division, .facilityHead].contains(role)
            #expect(
                try await site.get("/work/\(work)", role).status == (seesOne ? .ok : .notFound),
                "\(role)")
            for (path, may) in [
                ("/overview", role.may(.readAll)), ("/digests", role.may(.administer)),
                ("/work/acceptance", role.may(.acceptWork)), ("/calendar", true),
                ("/obstacles", true), ("/proposals", true), ("/digest", true), ("/work", true),
            ] {
                let status = try await site.get(path, role).status
                #expect(status == (may ? .ok : .forbidden), "\(role) \(path)")
            }
        }
    }

    @Test func `show each form only to whom its verb obeys`() async throws {
        let site = try await WorkSite.make()
        let id = try await site.work("1")
        let lead = try await site.get("/work/\(id)", .police).text
        #expect(lead.contains("/work/\(id)/submission"))
        let partner = try await site.get("/work/\(id)", .division).text
        #expect(partner.contains("/work/\(id)/entries"))
        #expect(!partner.contains("/work/\(id)/submission"))
        #expect(!partner.contains("/work/\(id)/lead"))
        let supervisor = try await site.get("/work/\(id)", .supervisor).text
        #expect(supervisor.contains("/work/\(id)/question"))
        for path in ["entries", "submission", "lead", "due", "excuse", "urging"] {
            #expect(!supervisor.contains("/work/\(id)/\(path)\""), "\(path)")
        }
    }

    @Test func `take a photo, show it to those who see the work, and escape words`() async throws {
        let site = try await WorkSite.make()
        let id = try await site.work("1")
        let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x0D, 0x0A, 1, 2]
        let sent = try await site.upload(
            "/work/\(id)/entries",
            [("report_text", "<script>x</script>"), ("report_percent", "40")],
            file: ("report_files", "ảnh.jpg", photo), .police)
        #expect(sent.status == .seeOther)
        #expect(sent.headers[.location] == "/work/\(id)?done=reported")
        let page = try await site.get("/work/\(id)", .office).text
        #expect(page.contains("&lt;script&gt;x"))
        #expect(page.contains("Báo cáo tiến độ 40%"))
        let mark = try #require(page.range(of: "/evidence/"))
        let path = "/evidence/\(page[mark.upperBound...].prefix(36))"
        let shown = try await site.get(path, .division)
        #expect(shown.status == .ok)
        #expect(shown.headers[.contentType] == "image/jpeg")
        #expect(Array(buffer: shown.body) == photo)
        #expect(try await site.get(path, .groupHead).status == .notFound)
    }

    @Test func `refuse what is not evidence, keeping the words`() async throws {
        let site = try await WorkSite.make()
        let id = try await site.work("1")
        let refused = try await site.upload(
            "/work/\(id)/entries", [("report_text", "Đã xong một nửa"), ("report_percent", "50")],
            file: ("report_files", "a.exe", Array("MZ".utf8)), .police)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("Tệp «a.exe» không phải ảnh"))
        #expect(refused.text.contains("Đã xong một nửa"))
        let bare = try await site.post(
            "/work/\(id)/submission", [("version", "1"), ("done_text", "Xong")], .police)
        #expect(bare.status == .unprocessableContent)
        #expect(bare.text.contains("href=\"#f-done_reason\""))
    }

    @Test func `refuse forms of other sites, and of other roles`() async throws {
        let site = try await WorkSite.make()
        let id = try await site.work("1")
        let forged = try await site.post(
            "/work/\(id)/entries", [("report_text", "x")], .police, token: "other")
        #expect(forged.status == .forbidden)
        let stranger = try await site.post(
            "/work/\(id)/entries", [("report_text", "x")], .groupHead)
        #expect(stranger.status == .notFound)
        let office = try await site.post(
            "/work/\(id)/due", [("version", "1"), ("due_reason", "x")], .division)
        #expect(office.status == .forbidden)
    }

    @Test func `walk from report to acceptance`() async throws {
        let site = try await WorkSite.make()
        let id = try await site.work("1")
        _ = try await site.post(
            "/work/\(id)/submission",
            [("version", "1"), ("done_text", "Xong"), ("done_reason", "Họp miệng")], .police)
        #expect(try await site.get("/work/acceptance", .office).text.contains("Rà soát cơ sở"))
        let own = try await site.get("/work/acceptance", .police).text
        #expect(!own.contains("Rà soát cơ sở"))
        let stale = try await site.post("/work/\(id)/acceptance", [("version", "1")], .office)
        #expect(stale.status == .unprocessableContent)
        let accepted = try await site.post("/work/\(id)/acceptance", [("version", "2")], .office)
        #expect(accepted.status == .seeOther)
        #expect(try await site.get("/work/\(id)", .police).text.contains("Hoàn thành"))
    }

    @Test func `ask before what cannot be taken back`() async throws {
        let site = try await WorkSite.make()
        let id = try await site.work("1")
        let running = try await site.get("/work/\(id)", .office).text
        #expect(running.isFolded("/work/\(id)/excuse"))
        #expect(running.contains("không lấy lại được"))
        _ = try await site.post(
            "/work/\(id)/submission",
            [("version", "1"), ("done_text", "Xong"), ("done_reason", "Họp miệng")], .police)
        let waiting = try await site.get("/work/\(id)", .office).text
        #expect(waiting.isFolded("/work/\(id)/acceptance"))
        #expect(waiting.contains("không mở lại được"))
        // What was refused is shown again as it was left.
        let refused = try await site.post(
            "/work/\(id)/excuse", [("version", "2"), ("excuse_reason", "")], .office)
        #expect(refused.status == .unprocessableContent)
        #expect(!refused.text.isFolded("/work/\(id)/excuse"))
    }

    @Test func `give a calendar by a secret address until it is ended`() async throws {
        let site = try await WorkSite.make()
        let page = try await site.post("/calendar/feed", [], .police).text
        let mark = try #require(page.range(of: "https://a.vn/calendar/"))
        let token = page[mark.upperBound...].prefix { $0 != "." }
        let feed = try await site.get("/calendar/\(token).ics", nil)
        #expect(feed.status == .ok)
        #expect(feed.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(feed.text.contains("SUMMARY:Rà soát cơ sở\r\n"))
        #expect(feed.text.contains("DTSTART;VALUE=DATE:20261124\r\n"))
        #expect(try await site.get("/calendar", .police).text.contains(token) == false)
        _ = try await site.post("/calendar/feed/end", [], .police)
        #expect(try await site.get("/calendar/\(token).ics", nil).status == .notFound)
    }

    @Test func `show the chairman what is late and without a lead`() async throws {
        let site = try await WorkSite.make()
        let text = try await site.get("/overview", .chairman).text
        #expect(text.contains("<strong>2 việc quá hạn</strong>"))
        #expect(text.contains("<strong>1 việc chưa có chủ trì</strong>"))
        #expect(text.contains("Tổ dân phố số 2"))
        let list = try await site.get("/work?scope=ward&lead=none", .chairman).text
        #expect(list.contains("Xây bể nước"))
        #expect(!list.contains("Rà soát cơ sở"))
        // Who may not read all is shown the own work, whatever the address asks.
        let own = try await site.get("/work?scope=ward", .division).text
        #expect(!own.contains("Xây bể nước"))
    }

    @Test func `take an obstacle and a proposal through to their answers`() async throws {
        let site = try await WorkSite.make()
        let id = try await site.work("2")
        let raised = try await site.post(
            "/work/\(id)/obstacles", [("obstacle_text", "Ngõ bị chắn")], .groupHead)
        #expect(raised.status == .seeOther)
        #expect(try await site.get("/work", .office).text.contains("1 vướng mắc chờ"))
        // Who receives it is said beforehand; the office's own goes to those who lead the ward.
        let words = "Gửi đến Văn phòng HĐND và UBND phường."
        #expect(try await site.get("/work/\(id)", .groupHead).text.contains(words))
        #expect(try await site.get("/obstacles", .groupHead).text.contains(words))
        #expect(
            try await site.get("/obstacles", .office).text.contains(
                "Gửi đến UBND phường (Chủ tịch, Phó Chủ tịch)."))
        let sent = try await site.get("/obstacles", .office).text
        let obstacle = try #require(sent.firstMatch(of: /\/obstacles\/[0-9a-f-]{36}/)).0
        #expect(try await site.get(String(obstacle), .office).text.contains("Chuyển nơi khác"))
        let silent = try await site.post(
            "\(obstacle)/recipient", [("unit", site.ward.police), ("version", "1")], .office)
        #expect(silent.status == .unprocessableContent)
        #expect(silent.text.contains("href=\"#f-reason\""))
        let moved = try await site.post(
            "\(obstacle)/recipient",
            [("unit", site.ward.police), ("reason", "Cần lực lượng"), ("version", "1")], .office)
        #expect(moved.headers[.location] == "\(obstacle)?done=forwarded")
        #expect(try await site.get(String(obstacle), .groupHead).text.contains("Cần lực lượng"))
        #expect(try await site.get("/work", .groupHead).text.contains("đã chuyển nơi khác"))
        #expect(try await site.get("/work", .police).text.contains("1 vướng mắc chờ"))
        let empty = try await site.post("/proposals", [("text", "")], .division)
        #expect(empty.status == .unprocessableContent)
        let made = try await site.post("/proposals", [("text", "Mua vòi")], .division)
        let path = try #require(made.headers[.location]?.split(separator: "?").first)
        #expect(try await site.get(String(path), .groupHead).status == .notFound)
        // Nothing is decided by the button alone.
        let unsaid = try await site.post(
            "\(path)/decision", [("verdict", ""), ("version", "1")], .chairman)
        #expect(unsaid.status == .unprocessableContent)
        #expect(unsaid.text.contains("<option value=\"\" selected>"))
        let decided = try await site.post(
            "\(path)/decision", [("verdict", "agreed"), ("version", "1")], .chairman)
        #expect(decided.status == .seeOther)
        #expect(try await site.get(String(path), .division).text.contains("Quyết định: Đồng ý"))
    }
}
