import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The dashboards` {
    @Test func `of the chairman say what is late, red and promised for this week`() async throws {
        let site = try await WorkSite.make()
        let text = try await site.get("/overview", .chairman).text
        for words in ["Quá hạn lâu nhất", "Hẹn xong trong tuần này", "Theo đơn vị chủ trì"] {
            #expect(text.contains(words), "\(words)")
        }
        // Nothing burns: nothing is said of it.
        #expect(!text.contains("Đang báo cháy"))
        let week = try await site.get("/work?scope=ward&state=week", .chairman).text
        #expect(!week.contains("Rà soát cơ sở"))
    }

    @Test func `of the chairman begin with what burns`() async throws {
        let site = try await WorkSite.make()
        try await site.database.write { tx in
            _ = try tx.reportFire(
                FireReport(source: .citizen, place: "Ngõ 5 phố Thử", what: "Cháy bếp"),
                ward: TestWard.code, origin: "web")
        }
        let text = try await site.get("/overview", .chairman).text
        let (burning, late) = (
            try #require(text.firstRange(of: "Đang báo cháy")),
            try #require(text.firstRange(of: "Quá hạn lâu nhất"))
        )
        #expect(burning.lowerBound < late.lowerBound)
        #expect(text.contains("Ngõ 5 phố Thử"))
        // Who attends to no alarms sees none, here as elsewhere.
        #expect(try await !site.get("/overview", .supervisor).text.contains("Ngõ 5"))
        #expect(try await !site.get("/overview", .administrator).text.contains("Ngõ 5"))
    }

    @Test func `draw nothing without its numbers`() async throws {
        let site = try await WorkSite.make()
        for (path, role) in [
            ("/overview", Role.chairman), ("/overview", .supervisor),
            ("/overview/plans/\(site.plan)", .office),
        ] {
            let text = try await site.get(path, role).text
            let drawn = text.ranges(of: "<figure class=\"chart\"").count
            #expect(drawn > 0, "\(path)")
            #expect(text.ranges(of: "class=\"chart__numbers\"").count == drawn, "\(path)")
            let figures = text.split(separator: "<figure class=\"chart\"").dropFirst()
            #expect(figures.allSatisfy { $0.contains("<table") }, "\(path)")
        }
    }

    @Test func `of a unit are for its people and those who read everything`() async throws {
        let site = try await WorkSite.make()
        let path = "/overview/units/\(site.ward.groups[0])"
        for (role, status) in [
            (Role.groupHead, HTTPResponse.Status.ok), (.chairman, .ok), (.supervisor, .ok),
            (.division, .notFound), (.facilityHead, .notFound),
        ] {
            #expect(try await site.get(path, role).status == status, "\(role)")
        }
        let own = try await site.get("/overview/own", .groupHead)
        #expect(own.headers[.location] == path)
        #expect(try await site.get("/overview/own", .administrator).status == .notFound)
        let text = try await site.get(path, .groupHead).text
        #expect(text.contains("<strong>1 việc quá hạn</strong>"))
        #expect(text.contains("Tuyên truyền tới hộ"))
        #expect(!text.contains("Rà soát cơ sở"))
    }

    @Test func `of a residential group lead from its part of a figure to the ward's`() async throws
    {
        let site = try await WorkSite.make()
        let group = site.ward.groups[0]
        try await site.database.write { tx in
            let police = site.ward.officer(.police)
            let texts = [
                "name": "Chợ Thử", "kind": "market", "address": "1 phố Thử", "state": "working",
                "group_unit": group,
            ]
            try tx.addRecord(
                try tx.read(texts, of: Facilities.description, for: police),
                to: Facilities.description, by: police)
        }
        let own = try await site.get("/overview/units/\(group)", .groupHead).text
        #expect(own.contains("Chỉ số từ sổ"))
        let part = "/indicators/transmitters_connected/records?part=others&amp;group=\(group)"
        #expect(own.contains(part))
        #expect(
            !(try await site.get("/overview/units/\(site.ward.groups[1])", .chairman).text)
                .contains("Chỉ số từ sổ"))
        let path = "/indicators/transmitters_connected/records?part=others"
        let records = try await site.get("\(path)&group=\(group)", .chairman).text
        #expect(records.contains("Chợ Thử"))
        #expect(records.contains("← Cả phường"))
        let ward = try await site.get(path, .chairman).text
        #expect(ward.contains("Theo tổ dân phố"))
        #expect(ward.contains(part))
        let nowhere = try await site.get("\(path)&group=khong-co", .chairman)
        #expect(nowhere.status == .notFound)
    }

    @Test func `of a plan show each only the own part of the work`() async throws {
        let site = try await WorkSite.make()
        let path = "/overview/plans/\(site.plan)"
        let all = try await site.get(path, .chairman).text
        #expect(all.contains("Đã xong 0 trên 4 việc"))
        let own = try await site.get(path, .groupHead).text
        #expect(own.contains("Đã xong 0 trên 1 việc"))
        #expect(!own.contains("/overview/units/\(site.ward.police)"))
        #expect(
            try await site.get("/overview/plans/0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee", .chairman)
                .status == .notFound)
    }

    @Test func `of who supervises have nothing to press`() async throws {
        let site = try await WorkSite.make()
        let text = try await site.get("/overview", .supervisor).text
        #expect(text.contains("Giám sát thực hiện kế hoạch"))
        let main = text.split(separator: "<main").last ?? ""
        #expect(!main.contains("<form"))
        #expect(!text.contains("/overview/public\""))
    }

    @Test func `for everybody show what an officer chose, and nothing before`() async throws {
        let site = try await WorkSite.make()
        let path = "/public/\(TestWard.code)"
        let before = try await site.get(path, nil)
        #expect(before.status == .ok)
        #expect(!before.text.contains("Số liệu của phường"))
        let chosen = try await site.post(
            "/overview/public", [("work", "1"), ("transmitters_connected", "1")], .office)
        #expect(chosen.status == .seeOther)
        let after = try await site.get(path, nil).text
        #expect(after.contains("Số liệu của phường"))
        #expect(after.contains("Việc của các kế hoạch"))
        // Nothing to be a share of is said, not drawn as zero.
        #expect(after.contains("chưa có gì để tính"))
        #expect(!after.contains("Vụ cháy, nổ"))
        #expect(!after.contains("/indicators/"))
        for role in [Role.supervisor, .division, .groupHead] {
            let status = try await site.post("/overview/public", [("work", "1")], role).status
            #expect(status == .forbidden, "\(role)")
        }
        #expect(
            try await site.post("/overview/public", [("nothing", "1")], .office).status == .notFound
        )
        _ = try await site.post("/overview/public", [], .office)
        #expect(try await !site.get(path, nil).text.contains("Số liệu của phường"))
    }
}
