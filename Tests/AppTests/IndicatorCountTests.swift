import Foundation
import TestSupport
import Testing

@Suite struct `Indicators and places from the command line` {
    private struct Setting {
        let folder = TestFolder.url.appending(path: UUID().uuidString)
        var store: String { folder.appending(path: "store.sqlite").path }

        init() throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        func run(_ words: String...) throws -> (text: String, complaint: String, status: Int32) {
            try Program.run(words + ["--database", store])
        }

        func add(_ code: String, _ name: String, _ more: String...) throws -> (
            text: String, complaint: String, status: Int32
        ) {
            try Program.run(
                ["ward", "add", code, "--name", name, "--province", "tỉnh Thử"] + more
                    + ["--database", store])
        }
    }

    @Test func `are counted at once, of all places or one`() throws {
        let setting = try Setting()
        defer { try? FileManager.default.removeItem(at: setting.folder) }
        #expect(try setting.add("10000", "Thử", "--kind", "tỉnh").status == 0)
        #expect(try setting.add("00002", "Hai", "--above", "10000").status == 0)
        let all = try setting.run("indicator", "count")
        #expect(all.status == 0)
        #expect(all.text.contains("chỉ số của 2 địa phương"))
        let one = try setting.run("indicator", "count", "--ward", "00002")
        #expect(one.text.contains("chỉ số của 1 địa phương"))
        let wrong = try setting.run("indicator", "count", "--ward", "7")
        #expect(wrong.status != 0)
        #expect(wrong.complaint.contains("Hãy chọn địa phương bằng --ward"))
        let list = try Program.run(["indicator", "list"])
        #expect(list.text.contains("transmitters_connected  Cơ sở đã kết nối"))
    }

    @Test func `are placed below each other, never in a ring`() throws {
        let setting = try Setting()
        defer { try? FileManager.default.removeItem(at: setting.folder) }
        _ = try setting.add("10000", "Thử", "--kind", "tỉnh")
        _ = try setting.add("00002", "Hai")
        let placed = try setting.run("ward", "place", "00002", "--above", "10000")
        #expect(placed.text.contains("00002 báo cáo lên 10000."))
        let ring = try setting.run("ward", "place", "10000", "--above", "00002")
        #expect(ring.status != 0)
        #expect(ring.complaint.contains("không thể ở dưới chính nó"))
        let nowhere = try setting.run("ward", "place", "00002", "--above", "99999")
        #expect(nowhere.complaint.contains("Không có địa phương 99999"))
        let freed = try setting.run("ward", "place", "00002")
        #expect(freed.text.contains("00002 không còn cấp trên."))
        #expect(try setting.run("verify").status == 0)
    }
}
