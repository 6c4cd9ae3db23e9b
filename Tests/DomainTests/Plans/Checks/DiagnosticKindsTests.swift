import Domain
import Foundation
import Testing

@Suite struct `The kinds of findings` {
    @Test func `are numbered from one without a gap`() {
        let expected = (1...DiagnosticKinds.all.count).map {
            "KH-" + ($0 < 10 ? "0" : "") + "\($0)"
        }
        #expect(DiagnosticKinds.all.map(\.code) == expected)
    }

    @Test(arguments: DiagnosticKinds.all)
    func `say everything that their page needs`(kind: DiagnosticKind) {
        for text in [kind.title, kind.meaning, kind.reason, kind.source, kind.wrong, kind.right] {
            #expect(!text.isEmpty)
        }
        #expect(kind.remedy.hasSuffix("."))
        #expect(kind.wrong != kind.right)
    }

    @Test func `are found by code in any case`() {
        #expect(DiagnosticKinds.ofCode("kh-07")?.title == "Mẫu số chưa xác định")
        #expect(DiagnosticKinds.ofCode("KH-99") == nil)
    }

    @Test func `stand in the manual as they are in the program`() throws {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().appendingPathComponent("../../../../docs/checks.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(
            text == DiagnosticManual.document + "\n",
            "run: canhlua plan explain > docs/checks.md")
    }
}
