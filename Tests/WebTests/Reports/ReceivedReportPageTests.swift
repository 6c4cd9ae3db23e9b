import Domain
import Foundation
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

    @Test func `keep a bundle of another ward once, and its correction beside it`() async throws {
        let from = try await ReportSetting.open(.sqlite)
        let sender = from.ward.officer(.office)
        let (report, bytes, key) = try await from.database.write { tx in
            let id = try from.issue(tx)
            let bytes = try tx.bundle(of: id, by: sender)
            return (id, bytes, try #require(try tx.reportFingerprint(ward: TestWard.code)))
        }
        let at = try await ReportSite.open()
        try await at.addPlace("00099", login: "nhan")
        try await at.application.test(.router) { client in
            let person = try await ReportVisitor(client, .office, login: "nhan")
            let path = "/reports/received"
            func send(
                _ bytes: [UInt8], _ key: String? = nil
            ) async throws -> (status: HTTPResponse.Status, text: String, location: String?) {
                try await person.upload(
                    path, "bundle", bytes, key.map { [("fingerprint", $0)] } ?? [])
            }
            // Nobody has compared the key yet.
            #expect(try await send(bytes).status == .conflict)
            let damaged = try #require(
                String(bytes: bytes, encoding: .utf8)?.replacing("Thử", with: "Khác"))
            #expect(try await send(Array(damaged.utf8), key).status == .unprocessableContent)
            #expect(try await person.get(path).contains("Chưa nhận báo cáo nào"))

            let taken = try await send(bytes, key)
            #expect(taken.status == .seeOther)
            let location = try #require(taken.location)
            let page = try await person.get(location)
            #expect(page.contains("phường Thử"))
            #expect(page.contains("Số liệu"))
            #expect(try await person.get(path).contains("Bản mới nhất"))

            // The same file again leads to the same report.
            let again = try await send(bytes)
            #expect(again.status == .seeOther)
            let address = location.prefix { $0 != "?" }
            #expect(again.location?.hasPrefix(address) == true)
            #expect(again.location != location)

            let correction = try await from.correct(report)
            let later = try await from.database.write {
                try $0.bundle(of: correction, by: sender)
            }
            #expect(try await send(later).status == .seeOther)
            #expect(try await person.get(path).contains("Đã có bản đính chính"))
            #expect(try await send(bytes).status == .seeOther)
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
