import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The page of drills` {
    @Test func `plans, shows and keeps a drill to the person who answers`() async throws {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        let device = alarms.transmitter
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let record = try await browser.get("/registers/transmitters/\(device)").text
            #expect(record.contains("/desk/drills/new?transmitter=\(device)"))
            #expect(
                try await browser.get("/desk/drills").text
                    .contains("1 thiết bị chưa diễn tập tháng này"))
            let form = try await browser.get("/desk/drills/new?transmitter=\(device)").text
            #expect(form.contains("Chợ Thử, TB-01"))
            #expect(form.contains("value=\"2026-11-22\""))
            let fields = [("transmitter", device), ("day", "2026-11-21"), ("time", "09:00")]
            let refused = try await browser.post("/desk/drills", fields + [("minutes", "1")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Chờ tín hiệu từ 5 đến 240 phút"))
            #expect(
                try await browser.post("/desk/drills", fields + [("minutes", "30")]).status
                    == .seeOther)
            #expect(
                try await browser.post("/desk/drills", fields + [("minutes", "30")]).status
                    == .conflict)
            try await site.database.write { try $0.beginDrills(ward: TestWard.code) }
            #expect(try await browser.get("/desk/drills").text.contains("Đang diễn tập"))
            try await alarms.report(
                .fireAlarm, after: 1, from: account, in: site.database)
            site.clock.pass(seconds: 4)
            let desk = try await browser.get("/desk").text
            #expect(desk.contains("Diễn tập: bấm «Tôi nhận»"))
            let drill = try #require(desk.firstMatch(of: /data-drill="([0-9a-f-]+)"/)).1
            let told = try await browser.get("/desk/events?after=0").text
            #expect(told.contains("\"calls\":true"))
            #expect(told.contains("DIỄN TẬP"))
            #expect(try await browser.post("/desk/drills/\(drill)/shown").status == .noContent)
            let found = try #require(desk.firstMatch(of: /\/desk\/cases\/([0-9a-f-]+)\/take/)).1
            site.clock.pass(seconds: 3)
            try await browser.post("/desk/cases/\(found)/take")
            try await site.database.write { try $0.endDrills(ward: TestWard.code) }
            let page = try await browser.get("/desk/drills").text
            #expect(page.contains("Tháng này mọi thiết bị đã diễn tập"))
            #expect(page.contains("<strong>6,0 giây</strong>"))
            #expect(page.contains("hiện trên bàn trực: "))
        }
    }

    @Test func `makes a failed drill work, which somebody takes`() async throws {
        let site = try await TestSite.open()
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        try await alarms.add("F17A", in: site.database)
        let (device, police) = (alarms.transmitter, site.ward.officer(.police))
        try await site.database.write { tx in
            try tx.planDrill(
                of: device, begins: tx.now, minutes: 5, repeats: false, by: police)
            try tx.beginDrills(ward: TestWard.code)
        }
        site.clock.pass(seconds: 300)
        try await site.database.write { try $0.endDrills(ward: TestWard.code) }
        try await site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            #expect(
                try await browser.get("/work").text.contains("1 thiết bị diễn tập hỏng"))
            let page = try await browser.get("/desk/drills").text
            #expect(page.contains("Không có tín hiệu"))
            let id = try #require(page.firstMatch(of: /\/desk\/drills\/([0-9a-f-]+)\/take/)).1
            #expect(
                try await browser.post("/desk/drills/\(id)/take").status == .unprocessableContent)
            #expect(
                try await browser.post("/desk/drills/\(id)/take", [("words", "Gọi nhà mạng")])
                    .status == .seeOther)
            #expect(try await browser.get("/desk/drills").text.contains("Gọi nhà mạng"))
        }
    }
}
