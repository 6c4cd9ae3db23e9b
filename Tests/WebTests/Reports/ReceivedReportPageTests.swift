import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing

@Suite struct `Pages of reports from elsewhere` {
    @Test func `take a signed file in once its key is compared`() async throws {
        let from = try await ReportSetting.open(.sqlite)
        let (bytes, key) = try await from.database.write { tx in
            let id = try from.issue(tx)
            let bytes = try tx.bundle(of: id, by: from.ward.officer(.office))
            return (bytes, try #require(try tx.reportFingerprint(ward: TestWard.code)))
        }
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            let own = try await office.upload("/reports/received", "bundle", bytes)
            // Both wards of the tests have the same code.
            #expect(own.status == .conflict)
            #expect(own.text.contains("báo cáo của chính phường Thử"))
            let broken = try await office.upload(
                "/reports/received", "bundle", Array("{}".utf8), [("fingerprint", key)])
            #expect(broken.status == .unprocessableContent)
            #expect(broken.text.contains("không phải gói báo cáo"))
            #expect(try await office.get("/reports/received").contains("Chưa nhận báo cáo nào"))
            let head = try await ReportVisitor(client, .groupHead)
            #expect(try await head.status("/reports/received") == .forbidden)
            let supervisor = try await ReportVisitor(client, .supervisor)
            #expect(!(try await supervisor.get("/reports/received")).contains("type=\"file\""))
        }
    }

    @Test func `offer the bundle of a report once it is issued`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            let paper = try await office.startReport(ofPeriod: at.wardPeriod)
            #expect(!(try await office.get(paper)).contains("/bundle"))
            let early = try await office.post(paper + "/bundle", [])
            #expect(early.status == .conflict)
            let id = try #require(paper.split(separator: "/").last.map(String.init))
            try await at.database.write { tx in
                try ReportSetting.approve(id, tx, in: at.ward)
                try tx.issueReport(
                    id, number: "7", on: tx.today, scan: nil,
                    version: try tx.report(id, for: at.ward.officer(.office)).version,
                    by: at.ward.officer(.office), file: ReportSetting.file)
            }
            #expect(try await office.get(paper).contains("action=\"\(paper)/bundle\""))
            let file = try await office.post(paper + "/bundle", [])
            #expect(file.status == .ok)
            #expect(file.text.contains("\"format\":\"canhlua-report\""))
            let page = try await office.get("/reports/received")
            #expect(page.contains("Dấu vân tay khóa của phường này"))
        }
    }
}
