import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@Suite struct `Reports of fires by people` {
    private let path = "/public/\(TestWard.code)/fire"

    @Test func `come from a citizen without signing in`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            #expect(try await browser.get("/fire").location == path)
            let page = try await browser.get(path).text
            let (call, form) = (page.firstRange(of: "Gọi 114 trước"), page.firstRange(of: "<form"))
            #expect(try #require(call).lowerBound < (try #require(form)).lowerBound)
            let refused = try await browser.post(
                path, [("place", "<b>"), ("what", ""), ("phone", "1")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Cái gì đang cháy"))
            #expect(refused.text.contains("&lt;b&gt;"))
            let sent = try await browser.post(
                path,
                [
                    ("place", "Ngõ 5"), ("what", "Cháy bếp"), ("phone", "0912345678"),
                    ("latitude", "20.86"), ("longitude", "106.68"),
                ])
            #expect(sent.location == "\(path)/sent")
            #expect(try await browser.get(sent.location).text.contains("Tin đã đến bàn trực"))
            #expect(try await browser.get("/public/99999/fire").status == .notFound)
            let police = browser.another()
            try await police.signIn(Role.police.rawValue)
            let desk = try await police.get("/desk").text
            #expect(desk.contains("1 báo cháy đang chờ người trả lời"))
            #expect(desk.contains("Có người báo, chưa xác minh"))
            #expect(!desk.contains("0912 345 678"))
            let found = try #require(desk.firstMatch(of: /\/desk\/cases\/([0-9a-f-]+)/)).0
            let whole = try await police.get(String(found)).text
            #expect(whole.contains("0912 345 678"))
            #expect(try await police.get("\(found)/card").text.contains("Cháy bếp"))
        }
    }

    @Test func `are refused beyond a bound, with the way to 114`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for _ in 0..<Transaction.reportsOfOneMax {
                let answer = try await browser.post(path, [("place", "Ngõ 5"), ("what", "Cháy")])
                #expect(answer.status == .seeOther)
            }
            let refused = try await browser.post(path, [("place", "Ngõ 5"), ("what", "Cháy")])
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("gọi 114 ngay"))
        }
    }

    @Test func `are counted for each sender behind a proxy`() async throws {
        // The client of these tests has no address: it is the proxy.
        let site = try await TestSite.open(trustedProxies: [""])
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        try await site.visit { browser async throws in
            func send(_ forwarded: String) async throws -> HTTPResponse.Status {
                try await browser.post(
                    path, [("place", "Ngõ 5"), ("what", "Cháy")], [name: forwarded]
                ).status
            }
            for _ in 0..<Transaction.reportsOfOneMax {
                #expect(try await send("203.0.113.7") == .seeOther)
            }
            #expect(try await send("203.0.113.7") == .tooManyRequests)
            // What a sender writes in front of the proxy's word counts for nothing.
            #expect(try await send("198.51.100.9, 203.0.113.7") == .tooManyRequests)
            #expect(try await send("198.51.100.9") == .seeOther)
        }
    }

    @Test func `are written down by the duty officer`() async throws {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            #expect(try await browser.get("/desk").text.contains("/desk/reports/new"))
            let refused = try await browser.post(
                "/desk/reports", [("facility", "Không có"), ("what", "Khói")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Cơ sở: sổ"))
            let kept = try await browser.post(
                "/desk/reports",
                [
                    ("facility", "Chợ Thử"), ("what", "Khói ra cửa"), ("caller", "Ông Ba"),
                    ("source", "in_person"),
                ])
            #expect(kept.location.hasPrefix("/desk/cases/"))
            let page = try await browser.get(kept.location).text
            for words in ["Chợ Thử", "Khói ra cửa", "Ông Ba", "Đến báo trực tiếp", "ghi"] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(try await browser.get("/desk/reports/new").text.contains("Báo cháy mới"))
        }
        #expect(alarms.facility.count == 36)
    }
}
