import Domain
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct `Reports from the terminal` {
    @Test func `go from one installation to another, once`() async throws {
        let folder = TestFolder.url
            .appending(path: "canhlua-reports-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (from, above) = (folder + "/a.sqlite", folder + "/b.sqlite")
        let sending = try await Database.open(.sqlite(path: from), secret: .besideStore) {
            TestEngine.moment
        }
        let setting = try await ReportSetting.make(in: sending)
        let id = try await sending.write { try setting.issue($0) }
        await sending.close()
        let receiving = try await Database.open(.sqlite(path: above), secret: .besideStore) {
            TestEngine.moment
        }
        try await receiving.write { tx in
            try tx.addWard(code: "00099", name: "Trên", kind: "phường", province: "tỉnh Thử")
            let unit = try tx.addUnit(
                "Văn phòng", kind: .office, members: [], ward: "00099", by: nil)
            try tx.addAccount(
                NewAccount(
                    login: "nhan", name: "Người Nhận", role: .office, unit: unit,
                    passwordHash: "none"), ward: "00099", by: nil)
        }
        await receiving.close()

        let file = folder + "/goi.json"
        let office = ["--database", from, "--as", "office"]
        let written = try Program.run(["report", "bundle", id, "--output", file] + office)
        #expect(written.status == 0, "\(written.complaint)")
        let list = try Program.run(["report", "list"] + office)
        #expect(list.text.contains("Báo cáo số 07/BC-UBND"))
        let key = try #require(list.text.firstMatch(of: /Dấu vân tay khóa ký: ([0-9a-f ]+)/)?.1)
        let take = ["report", "import", file, "--database", above, "--as", "nhan"]
        let unknown = try Program.run(take)
        #expect(unknown.status == 65)
        #expect(unknown.complaint.contains(String(key)))
        let taken = try Program.run(take + ["--accept", String(key)])
        #expect(taken.status == 0, "\(taken.complaint)")
        #expect(taken.text.contains("Đã nhập báo cáo"))
        let again = try Program.run(take)
        #expect(again.text.contains("không đổi gì"))
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("phường Thử", with: "phường Khác").write(
            toFile: file, atomically: true, encoding: .utf8)
        let altered = try Program.run(take)
        #expect(altered.status == 65)
        #expect(altered.complaint.contains("Chữ ký của gói không đúng"))
        let missing = try Program.run([
            "report", "import", folder + "/none.json", "--database", above, "--as", "nhan",
        ])
        #expect(missing.status == 66)
    }
}
