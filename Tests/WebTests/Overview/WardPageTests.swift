import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Pages of the level above` {
    /// The test's ward below a province with an account of its own, and one ward that has nothing.
    private static func open() async throws -> TestSite {
        let site = try await TestSite.open()
        let hash = try await Password.hash(TestSite.password, cost: .trifling)
        try await site.database.write { tx in
            try tx.addWard(code: "10000", name: "Thử", kind: "tỉnh", province: "tỉnh Thử")
            try tx.addWard(
                code: "00002", name: "Vắng", kind: "xã", province: "tỉnh Thử", above: "10000")
            try tx.addWard(code: "20000", name: "Khác", kind: "xã", province: "tỉnh Khác")
            try tx.placeWard(TestWard.code, under: "10000")
            try tx.addAccount(
                NewAccount(
                    login: "tinh", name: "Người tỉnh", role: .office, unit: nil, passwordHash: hash),
                ward: "10000", by: nil)
            let facilities = Facilities.description
            let cells = try facilities.read([
                "name": "Chợ Thử", "kind": "market", "address": "Phố Thử", "state": "working",
            ])
            try tx.addRecord(cells, to: facilities, by: site.ward.officer(.police))
            try tx.keepIndicators(wards: try tx.wardCodes())
        }
        return site
    }

    @Test func `name the wards that have no figures, and count them in none`() async throws {
        let site = try await Self.open()
        try await site.visit { browser async throws in
            try await browser.signIn("tinh")
            #expect(try await browser.get("/overview").text.contains("href=\"/wards\""))
            let page = try await browser.get("/wards")
            #expect(page.status == .ok)
            #expect(page.text.contains("1 trên 2 địa phương có số liệu"))
            #expect(page.text.contains("xã Vắng"))
            #expect(page.text.contains("không phải là số 0"))
            #expect(!page.text.contains("xã Khác"))
            #expect(page.text.contains("0 trên 1"))
            let chosen = try await browser.get("/wards?indicator=second_exits").text
            #expect(chosen.contains("Chưa nơi nào có số liệu của chỉ số này"))
        }
    }

    @Test func `open a ward's figures, and none of its records`() async throws {
        let site = try await Self.open()
        try await site.visit { browser async throws in
            try await browser.signIn("tinh")
            let ward = try await browser.get("/wards/\(TestWard.code)")
            #expect(ward.status == .ok)
            #expect(ward.text.contains("Phường Thử"))
            #expect(!ward.text.contains("Chợ Thử"))
            #expect(!ward.text.contains("/indicators/"))
            let empty = try await browser.get("/wards/00002").text
            #expect(empty.contains("Chưa có số liệu"))
            #expect(try await browser.get("/wards/20000").status == .notFound)
            #expect(try await browser.get("/wards/10000").status == .notFound)
        }
    }

    @Test func `say to a ward that nobody reports to it`() async throws {
        let site = try await Self.open()
        try await site.visit { browser async throws in
            // Nobody goes to a fire from a province.
            let fire = try await browser.get("/fire").text
            #expect(fire.contains("/public/00002/fire"))
            #expect(!fire.contains("/public/10000/fire"))
            try await browser.signIn("chairman")
            #expect(try await !browser.get("/overview").text.contains("href=\"/wards\""))
            let page = try await browser.get("/wards")
            #expect(page.text.contains("Không có địa phương nào báo cáo lên"))
            #expect(try await browser.get("/wards/00002").status == .notFound)
        }
    }
}
