import Domain
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
        try await site.database.write { try $0.declareSilent(overdue, ward: TestWard.code) }
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
}
