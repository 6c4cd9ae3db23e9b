import Domain
import Foundation
import Testing
import Web

@Suite struct `Words of the journal` {
    @Test func `stand for every verb and every kind of record that is written`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Storage")
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var (verbs, tables): (Set<String>, Set<String>) = ([], [])
        for case let url as URL in files where url.pathExtension == "swift" {
            let text = try String(contentsOf: url, encoding: .utf8)
            for subject in text.matches(of: #/"([a-z_]+)/\\\(/#) {
                tables.insert(String(subject.1))
            }
            // Verbs stand first in a call, alone or one of two, or are handed on by name.
            for call in text.matches(of: /(?:[rR]ecord\w*\(|verb:)\s*([^,]+),/) {
                for verb in call.1.matches(of: /"([a-z]+(?:\.[a-z]\w+)+)"/) {
                    verbs.insert(String(verb.1))
                }
            }
        }
        #expect(verbs.count > 80)
        #expect(tables.count > 15)
        #expect(tables.filter { !JournalWords.namesRecords(of: $0) }.sorted() == [])
        #expect(verbs.filter { !JournalWords.isKnown($0) }.sorted() == [])
    }

    @Test func `stand for coded values and identifiers too`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        _ = try await visitor.post("/plans/\(plan)/confirmation", [("version", "1")], as: .office)
        let page = try await visitor.get("/journal", as: .administrator).body
        #expect(page.contains("<del>Bản nháp</del> → <ins>Đang thực hiện</ins>"))
        let shown = page.replacing(/<[^>]*>/, with: "")
        #expect(!shown.contains(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/))
    }
}
