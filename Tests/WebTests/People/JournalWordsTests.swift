import Foundation
import Testing
import Web

@Suite struct `Words of the journal` {
    @Test func `stand for every verb that is written`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Storage")
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var verbs: Set<String> = []
        for case let url as URL in files where url.pathExtension == "swift" {
            let text = try String(contentsOf: url, encoding: .utf8)
            // Verbs stand first in a call, alone or one of two, or are handed on by name.
            for call in text.matches(of: /(?:[rR]ecord\w*\(|verb:)\s*([^,]+),/) {
                for verb in call.1.matches(of: /"([a-z]+(?:\.[a-z]\w+)+)"/) {
                    verbs.insert(String(verb.1))
                }
            }
        }
        #expect(verbs.count > 80)
        #expect(verbs.filter { !JournalWords.isKnown($0) }.sorted() == [])
    }
}
