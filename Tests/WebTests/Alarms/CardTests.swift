import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@Suite struct `The response card` {
    @Test func `says what to tell 114, and is given away by an address`() async throws {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        try await alarms.report(.fireAlarm, from: account, in: site.database)
        let police = site.ward.officer(.police)
        let open = try await site.database.read { try $0.openAlarmCases(for: police) }
        let path = "/desk/cases/\(try #require(open.first).id)/card"
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let page = try await browser.get(path).text
            #expect(page.contains("Gọi 114 trước tiên, đọc:"))
            #expect(page.contains("Báo cháy tại Chợ Thử, Số 1 phố Thử"))
            #expect(page.contains("Cơ sở chưa có tọa độ trong sổ"))
            #expect(page.contains("Hướng và sức gió"))
            let shared = try await browser.post("\(path)/link").text
            let link = try #require(
                shared.firstMatch(of: /http:\/\/canhlua\.test(\/cards\/[a-z0-9]+)/))
            let stranger = browser.another()
            let card = try await stranger.get(String(link.1))
            #expect(card.status == .ok)
            #expect(card.text.contains("Chợ Thử"))
            #expect(card.headers[.cacheControl] == "no-store")
            #expect(try await stranger.get("/cards/abc").status == .notFound)
            // What a browser keeps says so, and until when.
            let end = TestEngine.moment.adding(seconds: Transaction.cardLinkSeconds)
            #expect(card.text.contains("data-until=\"\(end.milliseconds)\""))
            #expect(page.contains("data-worker=\"/card-worker.js\" hidden>"))
            let worker = try await stranger.get("/card-worker.js")
            #expect(worker.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(worker.headers[.cacheControl] == "no-cache")
            let out = try await browser.post("/session/end")
            let name = try #require(HTTPField.Name("Clear-Site-Data"))
            #expect(out.headers[name] == "\"storage\"")
        }
    }
}
