import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The desk` {
    private struct Setting {
        let site: TestSite
        let alarms: TestAlarms
        let account: String

        init(deskPatience: Duration = .zero) async throws {
            site = try await TestSite.open(deskPatience: deskPatience)
            alarms = try await TestAlarms.make(in: site.database, site.ward)
            account = try await alarms.add("F17A", in: site.database)
        }

        func report(
            _ kind: AlarmSignal.Kind = .fireAlarm, zone: String = "001", after: Int64 = 0
        ) async throws {
            try await alarms.report(
                kind, zone: zone, after: after, from: account, in: site.database)
        }

        func caseID() async throws -> String {
            let police = site.ward.officer(.police)
            let open = try await site.database.read { try $0.openAlarmCases(for: police) }
            return try #require(open.first).id
        }
    }

    @Test func `shows what waits, and what was done about it`() async throws {
        let setting = try await Setting()
        try await setting.site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            #expect(try await browser.get("/desk").text.contains("Không có báo cháy nào đang chờ"))
            try await setting.report()
            try await setting.report(zone: "002", after: 4)
            let id = try await setting.caseID()
            let page = try await browser.get("/desk").text
            #expect(page.contains("1 báo cháy đang chờ người trả lời"))
            #expect(page.contains("gọi 114 trước tiên"))
            #expect(page.contains("Chợ Thử, Số 1 phố Thử"))
            #expect(page.contains("2 vùng: ưu tiên cao"))
            #expect(page.contains("<noscript><meta http-equiv=\"refresh\""))
            #expect(try await browser.post("/desk/cases/\(id)/take").location == "/desk")
            let taken = try await browser.get("/desk").text
            #expect(taken.contains("Không có báo cháy nào đang chờ"))
            #expect(taken.contains("đã nhận"))
            try await browser.post("/desk/cases/\(id)/told")
            try await browser.post("/desk/cases/\(id)/mark", [("mark", "waterOn")])
            #expect(
                try await browser.post("/desk/cases/\(id)/mark", [("mark", "x")]).status
                    == .unprocessableContent)
            let refused = try await browser.post(
                "/desk/cases/\(id)/outcome", [("outcome", "unwanted"), ("words", "Xem <b>")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Báo nhầm phải có nguyên nhân"))
            #expect(refused.text.contains("Xem &lt;b&gt;"))
            try await browser.post("/desk/cases/\(id)/outcome", [("outcome", "genuine")])
            try await browser.post("/desk/cases/\(id)/incident")
            let whole = try await browser.get("/desk/cases/\(id)").text
            for words in [
                "Đã gọi 114", "Có nước phun", "Kết luận: cháy thật", "Lập vụ việc trong sổ",
                "Sổ vụ việc còn thiếu", "Đang báo cháy",
            ] { #expect(whole.contains(words), "\(words)") }
            let end = try await browser.post("/desk/cases/\(id)/closure")
            #expect(end.location.hasPrefix("/desk?done="))
            #expect(try await browser.get("/desk").text.contains("Đã kết thúc"))
        }
    }

    @Test func `stays readable however often everybody was told again`() async throws {
        let setting = try await Setting()
        try await setting.report()
        let id = try await setting.caseID()
        let rounds = 60
        try await setting.site.database.write {
            _ = try $0.run("UPDATE facilities SET phone = '0912000001'")
        }
        func escalate() async throws {
            try await setting.site.database.write {
                _ = try $0.escalate(ward: TestWard.code, address: "", ways: [.sms])
            }
        }
        setting.site.clock.pass(seconds: 120)
        try await escalate()
        for round in 1...rounds {
            setting.site.clock.pass(seconds: Int64(EscalationStep.pause(beforeRound: round)))
            try await escalate()
        }
        try await setting.site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let page = try await browser.get("/desk/cases/\(id)").text
            #expect(page.contains("Vẫn chưa ai nhận, báo lại lần \(rounds): "))
            #expect(page.matches(of: /báo lại lần/).count == 1)
            #expect(page.contains("Đã báo: Công an phường (trực ban)"))
            // Each person is one row, with how often; the head of the facility three times more.
            #expect(
                page.matches(of: /lần thứ \d+/).map { String($0.0) }.sorted().last == "lần thứ 61")
            #expect(page.matches(of: /lần thứ 4</).count == 1)
            let desk = try await browser.get("/desk").text
            #expect(desk.contains("1 báo cháy đang chờ người trả lời"))
            let told = try await browser.get("/desk/events?after=0").text
            #expect(told.contains("\"kind\":\"reminded\""))
        }
    }

    @Test func `refuses a take of what another person holds`() async throws {
        let setting = try await Setting()
        try await setting.report()
        let id = try await setting.caseID()
        try await setting.site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            try await browser.post("/desk/cases/\(id)/take")
            let other = browser.another()
            try await other.signIn(Role.office.rawValue)
            let refused = try await other.post("/desk/cases/\(id)/take")
            #expect(refused.status == .conflict)
            #expect(refused.text.contains("đang giữ báo cháy này"))
            #expect(try await other.get("/desk/cases/\(id)").text.contains("Nhận thay"))
        }
    }

    @Test func `has a device tried for a time`() async throws {
        let setting = try await Setting()
        let device = setting.alarms.transmitter
        try await setting.site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let record = try await browser.get("/registers/transmitters/\(device)").text
            #expect(record.contains("/desk/trials/new?transmitter=\(device)"))
            let form = try await browser.get("/desk/trials/new?transmitter=\(device)").text
            #expect(form.contains("Chợ Thử, TB-01"))
            let refused = try await browser.post(
                "/desk/trials", [("transmitter", device), ("minutes", "481"), ("reason", "Thử")])
            #expect(refused.status == .unprocessableContent)
            let begun = try await browser.post(
                "/desk/trials", [("transmitter", device), ("minutes", "60"), ("reason", "Thử")])
            #expect(begun.status == .seeOther)
            try await setting.report(after: 1)
            let page = try await browser.get("/desk").text
            #expect(page.contains("Đang thử, không gọi ai"))
            #expect(page.contains("Không có báo cháy nào đang chờ"))
            let trial = try #require(page.firstMatch(of: /\/desk\/trials\/([0-9a-f-]+)\/end/)).1
            #expect(try await browser.post("/desk/trials/\(trial)/end").status == .seeOther)
            #expect(try await browser.post("/desk/trials/\(trial)/end").status == .notFound)
        }
    }

    @Test func `resumes by the number of the last step`() async throws {
        let setting = try await Setting()
        try await setting.report()
        try await setting.report(zone: "002", after: 1)
        try await setting.site.visit { browser async throws in
            try await browser.signIn(Role.police.rawValue)
            let all = try await browser.get("/desk/events?after=0")
            #expect(all.headers[.contentType] == "text/event-stream; charset=utf-8")
            #expect(all.text.contains("id: 3\nevent: desk\n"))
            #expect(all.text.contains("\"kind\":\"opened\""))
            // The header of a browser that reconnects goes before the address.
            let name = try #require(HTTPField.Name("Last-Event-ID"))
            let rest = try await browser.get("/desk/events?after=0", [name: "2"]).text
            #expect(!rest.contains("\"kind\":\"opened\""))
            #expect(rest.contains("\"kind\":\"raised\""))
            #expect(rest.contains("\"waits\":1"))
        }
    }

    @Test func `is told of an alarm while it is open, as are all others of its area`() async throws
    {
        let setting = try await Setting(deskPatience: .seconds(60))
        let (ports, port) = AsyncStream<Int>.makeStream()
        let server = WebApplication.server(setting.site.site, host: "127.0.0.1", port: 0) {
            port.yield($0)
        }
        let cookies = try await setting.site.visit { browser async throws in
            var cookies: [String] = []
            for role in [Role.police, .police, .office, .groupHead] {
                let other = browser.another()
                try await other.signIn(role.rawValue)
                cookies.append(other.cookieHeader)
            }
            return cookies
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.runService(gracefulShutdownSignals: []) }
            for await number in ports {
                func begin(_ cookie: String) async throws -> (line: RawConnection, told: String) {
                    let line = try RawConnection(port: number)
                    line.send(
                        "GET /desk/events?after=0 HTTP/1.1\r\nHost: canhlua.test\r\nCookie: \(cookie)\r\n\r\n"
                    )
                    let begun = await line.receive(until: "event: alive")
                    #expect(begun.contains("text/event-stream"))
                    return (line, begun)
                }
                var lines: [RawConnection] = []
                for cookie in cookies { lines.append(try await begin(cookie).line) }
                try await setting.report()
                for line in lines.prefix(3) {
                    let told = await line.receive(until: "\"waits\":1", withinMilliseconds: 10_000)
                    #expect(told.contains("Chợ Thử: Báo cháy, vùng 001"))
                }
                // One that was not there hears all of it, and of what comes next.
                let late = try await begin(cookies[0]).line
                try await setting.report(zone: "002", after: 1)
                for line in lines.prefix(3) + [late] {
                    let told = await line.receive(
                        until: "\"kind\":\"raised\"", withinMilliseconds: 10_000)
                    #expect(told.contains("\"kind\":\"raised\""))
                }
                // Of what it has a desk is told only where it stands; a late one is told all of it.
                let id = try await setting.caseID()
                _ = try await setting.site.database.write {
                    try $0.reportFire(
                        FireReport(source: .citizen, place: "Ngõ 5", what: "Khói"),
                        ward: TestWard.code, origin: "1")
                }
                for line in lines.prefix(3) {
                    var told = await line.receive(
                        until: "\"waits\":2", withinMilliseconds: 10_000)
                    told += await line.receive(until: "event: alive", withinMilliseconds: 10_000)
                    let news = try #require(
                        told.components(separatedBy: "event: desk").first {
                            $0.contains("\"waits\":2")
                        })
                    #expect(news.contains("data-kept=\\\"case-\(id)"))
                    #expect(news.contains("Ngõ 5"))
                    #expect(!news.contains("Số 1 phố Thử"))
                }
                let whole = try await begin(cookies[0]).told
                #expect(!whole.contains("data-kept"))
                #expect(whole.contains("Số 1 phố Thử"))
                // The facility is in no group: its head's desk is told of nothing.
                let foreign = await lines[3].receive(
                    until: "id: 3", withinMilliseconds: 10_000)
                #expect(foreign.contains("\"waits\":0"))
                #expect(!foreign.contains("Chợ Thử"))
                await setting.site.site.pulse.end()
                break
            }
            group.cancelAll()
        }
    }
}
