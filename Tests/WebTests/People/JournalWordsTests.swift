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
            for call in text.matches(of: /[rR]ecord\w*\(\s*"([a-z]+(?:\.[a-z]+)+)"/) {
                verbs.insert(String(call.1))
            }
        }
        #expect(verbs.count > 20)
        #expect(verbs.filter { !JournalWords.isKnown($0) }.sorted() == [])
    }
}
