import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The page of alarms` {
    @Test func `shows signals, devices that were never heard and refusals`() async throws {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        try await alarms.add("F17B", in: site.database)
        let frame = ReceivedFrame(
            ward: TestWard.code, account: account, receivedAt: TestEngine.moment,
            deviceAt: TestEngine.moment.adding(seconds: -3_600), sequence: 1, content: 1,
            raw: [10, 13],
            signals: [
                AlarmSignal(
                    kind: .fireAlarm, change: .begun, scheme: "contactID", code: "110",
                    zone: "007", area: "01", text: "Tầng <3>", meaning: "Báo cháy")
            ])
        let refused = RefusedFrame(
            ward: nil, receivedAt: TestEngine.moment, source: "10.0.0.7", number: "ABCDEF",
            reason: "unknownAccount", message: "Chưa cấp số.", raw: [1])
        let heard = HeardDevice(
            ward: TestWard.code, account: account, at: TestEngine.moment, learnt: 0)
        try await site.database.write { tx in
            _ = try tx.keepAlarms([frame])
            try tx.keepHeard([heard])
            try tx.keepRefusals([refused])
        }
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let page = try await browser.get("/alarms").text
            #expect(page.contains("Báo cháy, bắt đầu"))
            #expect(page.contains("khu 01, vùng 007"))
            #expect(page.contains("Tầng &lt;3&gt;"))
            #expect(page.contains("đồng hồ thiết bị chậm 3.600 giây"))
            #expect(page.contains("/registers/transmitters/\(alarms.transmitter)"))
            #expect(
                page.contains("<a href=\"/registers/facilities/\(alarms.facility)\">Chợ Thử</a>"))
            #expect(page.contains("số F17B"))
            #expect(page.contains("Số tài khoản chưa cấp"))
            #expect(page.contains("số ABCDEF, 10.0.0.7"))
            #expect(
                try await browser.get("/registers/transmitters/\(alarms.transmitter)").status == .ok
            )
        }
    }

    @Test func `is for those who watch`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for role in Role.allCases {
                try await browser.signIn(role.rawValue)
                let answer = try await browser.get("/alarms")
                #expect(answer.status == (role.may(.watchAlarms) ? .ok : .forbidden), "\(role)")
                let work = try await browser.get("/plans").text
                #expect(work.contains("href=\"/desk\"") == role.may(.attendAlarms), "\(role)")
            }
        }
    }
}
