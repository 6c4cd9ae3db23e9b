import Domain
import Foundation
import Storage
import TestSupport
import Testing
import Web

@Suite struct `News at the desk` {
    /// What the desk was told of steps after a number.
    private func steps(_ browser: Browser, after sequence: Int) async throws -> String {
        let text = try await browser.get("/desk/events?after=\(sequence)").text
        let begin = try #require(text.firstRange(of: "\"steps\":["))
        return String(text[begin.upperBound...].prefix { $0 != "]" })
    }

    @Test func `of an alarm that comes back ring, repetitions and a reset do not`() async throws {
        let site = try await TestSite.open(deskPatience: .zero)
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        @Sendable func report(_ change: AlarmSignal.Change, after seconds: Int64) async throws {
            try await alarms.report(
                .fireAlarm, change, zone: "007", after: seconds, from: account, in: site.database)
        }
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            try await report(.begun, after: 0)
            let police = site.ward.officer(.police)
            let id = try #require(
                try await site.database.read { try $0.openAlarmCases(for: police) }.first
            ).id
            try await browser.post("/desk/cases/\(id)/take")
            try await report(.ended, after: 5)
            try await report(.begun, after: 9)
            try await report(.begun, after: 10)
            let told = try await steps(browser, after: 3)
            #expect(told.contains("Chợ Thử: Báo cháy trở lại, vùng 007"))
            #expect(told.contains("\"calls\":true"))
            #expect(told.components(separatedBy: "\"kind\"").count == 2)
            let reset = AlarmSignal(
                kind: .notice, change: .begun, scheme: "contactID", code: "305", area: "01",
                meaning: "Đặt lại hệ thống")
            try await alarms.report(reset, after: 20, from: account, in: site.database)
            // Of another area: nothing is reset.
            #expect(try await steps(browser, after: 4).isEmpty)
            let all = AlarmSignal(
                kind: .notice, change: .begun, scheme: "contactID", code: "305",
                meaning: "Đặt lại hệ thống")
            try await alarms.report(all, after: 21, from: account, in: site.database)
            let quiet = try await steps(browser, after: 4)
            #expect(quiet.contains("Tủ báo cháy được đặt lại"))
            #expect(!quiet.contains("\"calls\":true"))
            let page = try await browser.get("/desk/cases/\(id)").text
            #expect(page.contains("Báo cháy trở lại, vùng 007"))
            #expect(page.contains("Đã trở lại bình thường"))
            #expect(page.contains("Ghi kết luận"))
        }
    }

    @Test func `of many devices lost ring once, with what they share`() async throws {
        let site = try await TestSite.open(deskPatience: .zero)
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        var devices: [HeardDevice] = []
        for number in 0..<Outage.devicesFew {
            let account = try await alarms.add("A\(number)", in: site.database)
            devices.append(
                HeardDevice(
                    ward: TestWard.code, account: account, at: TestEngine.moment, learnt: 0))
        }
        try await site.database.write { [devices] tx in
            try tx.run("UPDATE transmitters SET carrier = 'Viettel <1>'")
            try tx.keepHeard(devices)
        }
        let first = devices[0].account
        site.clock.pass(seconds: 100)
        let overdue = try await site.database.read { try $0.overdueDevices(lagSeconds: 0) }
        try await site.database.declareSilent(overdue, ward: TestWard.code)
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let told = try await steps(browser, after: 0)
            #expect(told.contains("Mất liên lạc 5 thiết bị · 5 của nhà mạng Viettel"))
            #expect(told.contains("\"calls\":true"))
            #expect(told.contains("\"head\":\"Mất liên lạc nhiều thiết bị\""))
            let desk = try await browser.get("/desk").text
            #expect(desk.contains("5 thiết bị còn mất liên lạc · 5 của nhà mạng Viettel &lt;1&gt;"))
            // It waits for nobody, and no alarm is hidden.
            #expect(desk.contains("Không có báo cháy nào đang chờ"))
            let id = try #require(desk.firstMatch(of: /\/desk\/cases\/([0-9a-f-]+)\/take/)).1
            let page = try await browser.get("/desk/cases/\(id)").text
            #expect(page.contains("<li>5 của nhà mạng Viettel &lt;1&gt;</li>"))
            // One is heard again: said, without ringing.
            try await site.database.write { tx in
                try tx.keepHeard([
                    HeardDevice(
                        ward: TestWard.code, account: first, at: tx.now, learnt: 0)
                ])
            }
            try await site.database.tidyAlarms()
            let later = try await steps(browser, after: 1)
            #expect(later.contains("Còn mất liên lạc 4 thiết bị"))
            #expect(!later.contains("\"calls\":true"))
            // And all of them: no fire has ended.
            let all = overdue.map {
                HeardDevice(
                    ward: $0.ward, account: $0.account, at: TestEngine.moment.adding(seconds: 150),
                    learnt: 0)
            }
            site.clock.pass(seconds: 60)
            try await site.database.write { try $0.keepHeard(all) }
            try await site.database.tidyAlarms()
            let last = try await steps(browser, after: 2)
            #expect(last.contains("nhiều thiết bị: Các thiết bị đều có liên lạc lại"))
            #expect(!last.contains("báo cháy\""))
            #expect(
                try await browser.get("/desk").text.contains(
                    "Các thiết bị đều có liên lạc lại; đã mất 5 · 5 của nhà mạng Viettel"))
        }
    }
}
