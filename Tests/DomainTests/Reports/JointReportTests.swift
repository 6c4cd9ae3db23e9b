import Domain
import Testing

@Suite struct `Documents that the plan's words report together` {
    @Test(arguments: [
        (
            "báo cáo UBND tỉnh trước ngày 25/9 hằng năm (lồng  ghép với báo cáo thực hiện Quyết định số 630/QĐ-TTg ngày 11/5/2020 của Thủ tướng  Chính phủ).",
            ["Quyết định số 630/QĐ-TTg ngày 11/5/2020 của Thủ tướng Chính phủ"]
        ),
        (
            "Lồng ghép vào báo cáo kết quả thực hiện Chỉ thị số 02-CT/TW; Nghị quyết số 75/NQ-CP. Gửi Văn phòng.",
            ["Chỉ thị số 02-CT/TW", "Nghị quyết số 75/NQ-CP"]
        ),
        ("lồng ghép trong báo cáo tháng.", []),
        ("lồng ghép tuyên truyền vào báo cáo viên", []),
        ("báo cáo thực hiện Quyết định số 630/QĐ-TTg", []),
        ("", []),
    ])
    func `are found where it says "lồng ghép"`(words: String, expected: [String]) {
        #expect(JointReport.documents(namedIn: words) == expected)
    }

    @Test func `may be as long as a citation, and no longer`() {
        func found(_ length: Int) -> Int {
            let lead = "Kế hoạch "
            let name = lead + String(repeating: "x", count: length - lead.count)
            return JointReport.documents(namedIn: "lồng ghép với báo cáo thực hiện \(name)").count
        }
        #expect(found(JointReport.wordsLengthMax) == 1)
        #expect(found(JointReport.wordsLengthMax + 1) == 0)
    }

    @Test func `of the library are cited by kind, number, day and issuer`() {
        var document = GoverningDocument(
            kind: .decision, number: "630/QĐ-TTg", title: "Về đề án", issuer: "Thủ tướng Chính phủ",
            level: .central, issued: Day(iso: "2020-05-11"))
        #expect(
            document.citation == "Quyết định số 630/QĐ-TTg ngày 11/5/2020 của Thủ tướng Chính phủ")
        document.issuer = nil
        document.issued = nil
        #expect(document.citation == "Quyết định số 630/QĐ-TTg")
        document.number = nil
        #expect(document.citation == "Về đề án")
    }
}
