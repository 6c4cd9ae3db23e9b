import Foundation
import TestSupport
import Testing

@Suite struct `Scoring from the command line` {
    @Test func `tells each register's four scores, and refuses a ward that is not there`() throws {
        let folder = TestFolder.url.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appending(path: "score.sqlite").path
        let sample = try Program.run(["sample", "--small", "--groups", "1", "--database", store])
        #expect(sample.status == 0)
        let said = try Program.run(["register", "score", "--database", store])
        #expect(said.status == 0)
        let line = try #require(
            said.text.firstMatch(
                of: /water_sources  (\d+) mục, đúng\/đủ\/sạch\/sống (\d+)% (\d+)% (\d+)% (\d+)%/))
        #expect(try #require(Int(line.1)) > 0)
        // Scored again from nothing, they come to the same.
        let again = try Program.run(["register", "score", "--database", store])
        #expect(again.text.contains(line.0))
        let wrong = try Program.run(["register", "score", "--database", store, "--ward", "7"])
        #expect(wrong.status != 0)
        #expect(wrong.complaint.contains("Hãy chọn địa phương bằng --ward: 99001."))
    }
}
