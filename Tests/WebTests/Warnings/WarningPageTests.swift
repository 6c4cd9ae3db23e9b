import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@Suite struct `Warnings to the public` {
    private let path = "/public/\(TestWard.code)/warnings"

    private let fields = [
        ("kind", "fire"), ("headline", "Cháy <lớn> tại chợ"), ("words", "Khói & lửa"),
        ("response", "Evacuate"), ("instruction", "Rời khỏi chợ"), ("urgency", "Immediate"),
        ("severity", "Extreme"), ("certainty", "Observed"), ("hours", "2"), ("contact", ""),
        ("area", "circle"), ("latitude", "20,86"), ("longitude", "106,68"), ("metres", "400"),
    ]

    private func draft(_ browser: Browser) async throws -> String {
        let kept = try await browser.post("/warnings", fields)
        #expect(kept.location.hasPrefix("/warnings/"))
        return kept.location
    }

    @Test func `are previewed, issued, followed by programs, and cancelled`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let stranger = browser.another()
            #expect(try await stranger.get(path).text.contains("không có cảnh báo nào"))
            let empty = try await stranger.get("\(path).atom")
            #expect(empty.headers[.contentType] == "application/atom+xml; charset=utf-8")
            try await browser.signIn(Role.police.rawValue)
            let place = try await draft(browser)
            let preview = try await browser.get(place).text
            for words in [
                "Đây là bản nháp", "Cháy &lt;lớn&gt; tại chợ", "Phát cảnh báo này",
                "&lt;msgType&gt;Alert&lt;/msgType&gt;", "Trong vòng 400 m",
            ] { #expect(preview.contains(words), "\(words)") }
            #expect(try await stranger.get("/public/\(TestWard.code)\(place)").status == .notFound)
            let issued = try await browser.post("\(place)/issue", [("version", "1")])
            #expect(issued.status == .seeOther)
            let list = try await stranger.get(path).text
            #expect(list.contains("Cháy &lt;lớn&gt; tại chợ"))
            let own = "/public/\(TestWard.code)\(place)"
            #expect(try await stranger.get(own).text.contains("Phải làm gì: rời khỏi khu vực"))
            let message = try await stranger.get("\(own)/cap.xml")
            #expect(message.headers[.contentType] == "application/cap+xml; charset=utf-8")
            #expect(try CAPCheck.faults(of: message.text) == [])
            #expect(message.text.contains("<circle>20.86,106.68 0.4</circle>"))
            let cancelled = try await browser.post(
                "\(place)/cancellation", [("reason", "Đã dập tắt lúc 14:30")])
            #expect(cancelled.status == .seeOther)
            #expect(try await stranger.get(own).text.contains("Cảnh báo này đã hủy"))
            #expect(try await stranger.get(path).text.contains("không có cảnh báo nào"))
            let end = cancelled.location.prefix { $0 != "?" }
            let over = try await stranger.get("/public/\(TestWard.code)\(end)/cap.xml").text
            #expect(try CAPCheck.faults(of: over) == [])
            #expect(over.contains("<references>"))
        }
    }

    @Test func `are not sent again to who has them`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn(Role.chairman.rawValue)
            let stranger = browser.another()
            let empty = try await stranger.get("\(path).atom")
            let place = try await draft(browser)
            try await browser.post("\(place)/issue", [("version", "1")])
            let feed = try await stranger.get("\(path).atom")
            let tag = try #require(feed.headers[.eTag])
            #expect(tag != empty.headers[.eTag])
            #expect(feed.text.contains("<title>Cháy &lt;lớn&gt; tại chợ</title>"))
            #expect(feed.text.contains("/cap.xml\"/>"))
            let same = try await stranger.get("\(path).atom", [.ifNoneMatch: "\"x\", W/\(tag)"])
            #expect(same.status == .notModified)
            #expect(same.text.isEmpty)
            let other = try await stranger.get("\(path).atom", [.ifNoneMatch: "\"x\""])
            #expect(other.status == .ok)
        }
    }

    @Test func `are updated, and refused with what is wrong`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let wrong = try await browser.post(
                "/warnings", [("headline", "<i>"), ("hours", "x"), ("area", "circle")])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Chọn khu vực"))
            #expect(wrong.text.contains("&lt;i&gt;"))
            let place = try await draft(browser)
            try await browser.post("\(place)/issue", [("version", "1")])
            let edit = try await browser.post("\(place)/update").location
            #expect(try await browser.get(edit).text.contains("Rời khỏi chợ"))
            let second = String(edit.dropLast("/edit".count))
            var changed = fields
            changed[1] = ("headline", "Đám cháy đã khống chế")
            changed.append(("version", "1"))
            #expect(try await browser.post(second, changed).location == second)
            try await browser.post("\(second)/issue", [("version", "2")])
            let old = try await browser.get("/public/\(TestWard.code)\(place)").text
            #expect(old.contains("đã có bản mới hơn"))
            let message = try await browser.get("/public/\(TestWard.code)\(second)/cap.xml").text
            #expect(try CAPCheck.faults(of: message) == [])
            #expect(message.contains("<msgType>Update</msgType>"))
            let office = browser.another()
            try await office.signIn(Role.office.rawValue)
            let own = try await draft(office)
            #expect(try await office.get(own).text.contains("Người có quyền phát"))
            #expect(
                try await office.post("\(own)/issue", [("version", "1")]).status == .forbidden)
            #expect(
                try await browser.post("\(place)/cancellation", [("reason", "")]).status
                    == .unprocessableContent)
        }
    }

    @Test func `the check of the schema sees what is wrong`() throws {
        let sender = CAPMessage.Sender(ward: "00001", name: "phường Thử", address: "https://a.test")
        let ring = [(20.0, 106.0), (20.1, 106.0), (20.1, 106.1)].map {
            Coordinate(latitude: $0.0, longitude: $0.1)
        }
        let message = CAPMessage(
            id: "1", kind: .update, sender: sender, sentAt: TestEngine.moment,
            expiresAt: TestEngine.moment.adding(seconds: 60),
            text: .test(isExercise: true), reason: nil,
            earlier: [.init(id: "0", sentAt: TestEngine.moment)], areaName: "Toàn phường",
            border: Polygon(ring)
        ).xml
        #expect(try CAPCheck.faults(of: message) == [])
        #expect(message.contains("<status>Exercise</status>"))
        for (right, wrong) in [
            ("+07:00</sent>", "Z</sent>"), ("<urgency>Immediate", "<urgency>Soon"),
            ("<scope>Public</scope>", ""), ("urn:oasis", "urn:other"),
            ("<event>", "<onset>x</onset><event>"), ("00001@a.test</sender>", "a b</sender>"),
        ] {
            #expect(message.contains(right), "\(right)")
            #expect(
                try CAPCheck.faults(of: message.replacing(right, with: wrong)) != [], "\(wrong)")
        }
    }
}
