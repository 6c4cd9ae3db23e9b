import Domain
import Testing

@Suite struct `Wording of a document` {
    private func document(
        _ layout: DocumentLayout = .state, kind: DocumentKind = .report, number: String? = "5",
        symbol: String = "UBND"
    ) -> AdministrativeDocument {
        AdministrativeDocument(
            layout: layout, kind: kind, issuer: ["Ủy ban nhân dân", "phường Sao Mai"],
            number: number, issuerSymbol: symbol, place: "Sao Mai",
            date: IssueDate(year: 2026, month: 12),
            signature: DocumentSignature(
                lines: [
                    .init(.onBehalf, "Ủy ban nhân dân"), .init(.deputy, "Chủ tịch"),
                    .init("Phó Chủ tịch"),
                ], name: nil),
            recipients: ["Như trên", "Công an Thành phố"],
            archive: layout.emblem == .party ? "VPĐU" : "VT")
    }

    @Test func `numbers documents of the State`() {
        #expect(document().numberLine == "Số: 05/BC-UBND")
        #expect(document(number: "10").numberLine == "Số: 10/BC-UBND")
        #expect(document(number: "7a").numberLine == "Số: 7a/BC-UBND")
        #expect(document(kind: .letter, symbol: "UBND-VP").numberLine == "Số: 05/UBND-VP")
    }

    @Test func `numbers documents of the Party`() {
        #expect(document(.party, number: "90", symbol: "ĐU").numberLine == "Số 90-BC/ĐU")
        #expect(document(.party, kind: .letter, symbol: "ĐU").numberLine == "Số 05-CV/ĐU")
    }

    @Test func `keeps room for a blank number`() {
        let room = String(repeating: "\u{A0}", count: 7)
        #expect(document(number: nil).numberLine == "Số: \(room)/BC-UBND")
        #expect(document(.party, number: nil, symbol: "ĐU").numberLine == "Số \(room)-BC/ĐU")
    }

    @Test func `writes the right to sign as each layout does`() {
        #expect(
            document().signatureLines == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
        #expect(
            document(.party).signatureLines
                == ["T/M ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
        var ordered = document()
        ordered.signature.lines = DocumentSignature.Authority.allCases.map { .init($0, "x") }
        #expect(ordered.signatureLines == ["TM. X", "KT. X", "TL. X", "TUQ. X", "Q. X"])
    }

    @Test func `ends the recipients with the archive`() {
        #expect(
            document().recipientLines == ["- Như trên;", "- Công an Thành phố;", "- Lưu: VT."])
        #expect(
            document(.party).recipientLines
                == ["- Như trên,", "- Công an Thành phố,", "- Lưu VPĐU."])
    }

    @Test func `gives one addressee no sign and several one each`() {
        var document = document()
        document.addressees = ["Thành ủy"]
        #expect(document.addresseeLines == ["Thành ủy"])
        document.addressees.append("UBND Thành phố")
        #expect(document.addresseeLines == ["- Thành ủy;", "- UBND Thành phố."])
    }

    @Test func `numbers appendices only when there are several`() {
        var document = document()
        document.appendices = [DocumentAppendix(title: "Một", body: [])]
        #expect(document.appendixLabel(at: 0) == "PHỤ LỤC")
        document.appendices += Array(repeating: document.appendices[0], count: 8)
        #expect(document.appendixLabel(at: 0) == "PHỤ LỤC I")
        #expect(document.appendixLabel(at: 8) == "PHỤ LỤC IX")
    }

    @Test func `numbers headings afresh under each higher one`() {
        var numbers = HeadingNumbers(layout: .state)
        #expect(numbers.label(level: 1, "Kết quả") == "I. KẾT QUẢ")
        #expect(numbers.label(level: 2, "Tuyên truyền") == "1. Tuyên truyền")
        #expect(numbers.label(level: 3, "Loa") == "a) Loa")
        #expect(numbers.label(level: 2, "Kiểm tra") == "2. Kiểm tra")
        #expect(numbers.label(level: 3, "Chợ") == "a) Chợ")
        #expect(numbers.label(level: 1, "Đánh giá") == "II. ĐÁNH GIÁ")
        #expect(numbers.label(level: 2, "Tồn tại") == "1. Tồn tại")
        var party = HeadingNumbers(layout: .party)
        #expect(party.label(level: 1, "Kết quả") == "I- KẾT QUẢ")
    }

    @Test func `letters points in the order of the Vietnamese alphabet`() {
        var numbers = HeadingNumbers(layout: .state)
        let labels = (1...24).map { _ in String(numbers.label(level: 3, "").dropLast(2)) }
        #expect(labels.prefix(6) == ["a", "b", "c", "d", "đ", "e"])
        #expect(labels[20...] == ["v", "x", "y", "aa"])
    }

    @Test func `lists the open places of text and appendices`() {
        var document = document()
        document.body = [.paragraph("Xong. " + .gap("thiếu số")), .item(.gap("thiếu ngày"))]
        document.appendices = [
            DocumentAppendix(
                title: "",
                body: [
                    .table(
                        DocumentTable(
                            summary: "", columns: [.init("A", share: 1)],
                            rows: [.group("B"), .cells([.gap("thiếu tên")])]))
                ])
        ]
        #expect(document.gaps == ["[thiếu số]", "[thiếu ngày]", "[thiếu tên]"])
    }

    @Test func `names every layout once and says which is verified`() {
        #expect(Set(DocumentLayout.all.map(\.name)).count == DocumentLayout.all.count)
        #expect(DocumentLayout.state.isVerified)
        #expect(!DocumentLayout.party.isVerified)
    }
}
