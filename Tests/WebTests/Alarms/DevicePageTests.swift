import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The page of silent devices` {
    @Test func `lists them as work of the police, with who looks after them`() async throws {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        let heard = HeardDevice(
            ward: TestWard.code, account: account, at: TestEngine.moment, learnt: 0)
        try await site.database.write { try $0.keepHeard([heard]) }
        site.clock.pass(seconds: 100)
        let overdue = try await site.database.read { try $0.overdueDevices(lagSeconds: 0) }
        try await site.database.declareSilent(overdue, ward: TestWard.code)
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            #expect(
                try await browser.get("/work").text.contains("1 thiết bị truyền tin mất liên lạc"))
            #expect(try await browser.get("/desk").text.contains("1 thiết bị mất liên lạc"))
            let page = try await browser.get("/desk/devices").text
            #expect(page.contains("TB-01, số F17A"))
            #expect(page.contains("Chưa ai nhận"))
            let id = try #require(page.firstMatch(of: /\/desk\/devices\/([0-9a-f-]+)\/take/)).1
            #expect(
                try await browser.post("/desk/devices/\(id)/take").status == .unprocessableContent)
            let taken = try await browser.post(
                "/desk/devices/\(id)/take", [("words", "Gọi nhà mạng")])
            #expect(taken.status == .seeOther)
            #expect(try await browser.get("/desk/devices").text.contains("Gọi nhà mạng"))
            let office = browser.another()
            try await office.signIn(Role.office.rawValue)
            #expect(!(try await office.get("/work").text.contains("mất liên lạc")))
        }
    }

    @Test func `lists what devices report and SIMs that end, and lets a person end it`()
        async throws
    {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        let pump = AlarmSignal(
            kind: .supervision, change: .begun, scheme: "contactID", code: "206", zone: "003",
            area: "01", meaning: "Máy bơm <chữa cháy> hỏng")
        for seconds in [Int64(0), 9] {
            try await alarms.report(
                .power, zone: nil, after: seconds, from: account, in: site.database)
            try await alarms.report(
                .power, .ended, zone: nil, after: seconds + 1, from: account, in: site.database)
        }
        try await alarms.report(.power, zone: nil, after: 20, from: account, in: site.database)
        try await alarms.report(pump, after: 30, from: account, in: site.database)
        try await site.database.write {
            _ = try $0.run("UPDATE transmitters SET paid_until = \($0.today.adding(days: 3))")
        }
        try await site.database.watchSubscriptions()
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            #expect(
                try await browser.get("/work").text.contains("3 trục trặc của thiết bị truyền tin"))
            #expect(try await browser.get("/desk").text.contains("3 trục trặc của thiết bị"))
            let page = try await browser.get("/desk/devices").text
            let pumpPlace = try #require(page.firstRange(of: "Máy bơm &lt;chữa cháy&gt; hỏng"))
            let powerPlace = try #require(page.firstRange(of: "Mất nguồn điện"))
            #expect(pumpPlace.lowerBound < powerPlace.lowerBound)
            #expect(page.contains("khu 01, vùng 003"))
            #expect(page.contains("3 lần"))
            #expect(page.contains("Hạn SIM"))
            #expect(page.contains("trả cước đến hết ngày 24/11/2026"))
            // Mains and pump may be ended by a person, the SIM in the register alone.
            #expect(page.components(separatedBy: "Đã xong").count == 3)
            let forms = page.matches(of: /\/desk\/devices\/([0-9a-f-]+)\/take/).map { String($0.1) }
            #expect(forms.count == 3)
            let refused = try await browser.post(
                "/desk/devices/\(forms[0])/take",
                [("words", String(repeating: "a", count: DeviceTrouble.wordsMax + 1))])
            #expect(refused.status == .unprocessableContent)
            let ended = try await browser.post(
                "/desk/devices/\(forms[0])/take", [("words", "Đã sửa"), ("ends", "1")])
            #expect(ended.status == .seeOther)
            let again = try await browser.post(
                "/desk/devices/\(forms[0])/take", [("words", "Đã sửa"), ("ends", "1")])
            #expect(again.status == .notFound)
            let left = try await browser.get("/desk/devices").text
            #expect(!left.contains("Máy bơm"))
            let head = browser.another()
            try await head.signIn(Role.groupHead.rawValue)
            #expect(try await head.get("/desk/devices").text.contains("Mọi thiết bị đang tốt"))
            #expect(
                try await head.post("/desk/devices/\(forms[1])/take", [("words", "Xem")]).status
                    == .forbidden)
        }
    }
}
