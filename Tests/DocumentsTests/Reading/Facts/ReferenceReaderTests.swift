import Documents
import Domain
import Testing

private func references(_ texts: String..., number: String? = nil) -> [DocumentReference] {
    var head = DocumentHead()
    head.number = number
    let paragraphs = texts.enumerated().map { index, text in
        Paragraph(role: .task, body: Script(text), lines: index + 1...index + 1)
    }
    return ReferenceReader.read(paragraphs, head: head)
}

@Suite struct `Reading references` {
    @Test(
        arguments: [
            (
                "Chỉ thị số 09-CT/TW ngày 02/3/2027 của Ban Bí thư về chợ",
                DocumentReference.Kind.directive, "09-CT/TW", "2027-03-02", "Ban Bí thư"
            ),
            (
                "Nghị quyết số 5-NQ/TW, ngày 30 tháng 4 năm 2027 của Bộ Chính trị", .resolution,
                "5-NQ/TW", "2027-04-30", "Bộ Chính trị"
            ),
            (
                "Quyết định số 12/2027/QĐ-UBND ngày 5/5/2027 của UBND tỉnh Tân Hà ban hành quy chế",
                .decision, "12/2027/QĐ-UBND", "2027-05-05", "UBND tỉnh Tân Hà"
            ),
            (
                "Công văn số 77/CAT-PC07 ngày 9/9/2027 của Công an tỉnh", .letter, "77/CAT-PC07",
                "2027-09-09", "Công an tỉnh"
            ),
            (
                "Thông tư số 3/2027/TT-BYT của Bộ trưởng Bộ Y tế quy định", .circular,
                "3/2027/TT-BYT", nil, "Bộ trưởng Bộ Y tế"
            ),
            ("Kết luận số 8- KL/TW ngày 1/2/2027", .conclusion, "8- KL/TW", "2027-02-01", nil),
            (
                "các Công điện: số 4/CĐ-UBND ngày 6/7/2027", .telegram, "4/CĐ-UBND", "2027-07-06",
                nil
            ),
        ] as [(String, DocumentReference.Kind, String, String?, String?)])
    func `reads a citation`(
        _ text: String, _ kind: DocumentReference.Kind, _ number: String, _ date: String?,
        _ issuer: String?
    ) throws {
        let found = references(text)
        #expect(found.count == 1)
        let reference = try #require(found.first)
        #expect(reference.kind == kind)
        #expect(reference.number == number)
        #expect(reference.date == date)
        #expect(reference.issuer == issuer)
    }

    @Test func `keeps every date that one document is given`() throws {
        let found = references(
            "Chỉ thị số 47-CT/TW ngày 25/6/2015 của Ban Bí thư.",
            "Theo Chỉ thị số 47 CT/TW ngày 25/5/2015.")
        #expect(found.count == 1)
        let reference = try #require(found.first)
        #expect(reference.line == 1)
        #expect(reference.date == "2015-06-25")
        #expect(reference.citations?.map(\.date) == ["2015-06-25", "2015-05-25"])
        #expect(reference.citations?.map(\.line) == [1, 2])
    }

    @Test func `takes the date from a later citation`() {
        let found = references("Kế hoạch số 5/KH-UBND.", "Kế hoạch số 5/KH-UBND ngày 4/4/2027.")
        #expect(found.map(\.date) == ["2027-04-04"])
        #expect(found.map(\.line) == [1])
    }

    @Test func `tells plans of two years apart that have one number`() {
        let found = references(
            "Kế hoạch số 5/KH-UBND ngày 4/4/2026 và Kế hoạch số 5/KH-UBND ngày 8/4/2027.")
        #expect(found.count == 2)
    }

    @Test func `gives one issuer to two documents`() {
        let found = references(
            "Chỉ thị số 1-CT/TW ngày 2/3/2027, Kết luận số 2-KL/TW ngày 4/5/2027 của Ban Bí thư.")
        #expect(found.map(\.issuer) == ["Ban Bí thư", "Ban Bí thư"])
    }

    @Test func `does not cite itself`() {
        #expect(references("Kế hoạch số 9/KH-UBND này.", number: "9/KH-UBND").isEmpty)
    }

    @Test(arguments: [
        "Theo Chương trình hành động của Chính phủ và quy hoạch tỉnh.",
        "Các Nghị định, Thông tư hướng dẫn thi hành.",
        "Tốt nghiệp đại học Luật, chấp hành pháp luật.",
        "Từ ngày 01/02/2027 đến ngày 03/04/2027.",
        "Trực 24/24 giờ, gọi số 114.",
        "Đội chữa cháy khu vực 8 - PC07.",
        "Ký theo Mẫu số 06/BBKP.",
    ])
    func `leaves alone what is no citation`(_ text: String) {
        #expect(references(text).isEmpty)
    }

    @Test func `reads laws by name, with provisions`() throws {
        let found = references(
            "Theo khoản 6 Điều 55 Luật Phòng, chống ma túy năm 2021; Luật Đất đai số 31/2024/QH15.",
            "Luật Phòng, chống ma túy và các văn bản hướng dẫn.")
        #expect(found.count == 2)
        #expect(found.first?.name == "Luật Phòng, chống ma túy năm 2021")
        #expect(found.first?.provisions?.map(\.text) == ["khoản 6 Điều 55"])
        #expect(found.last?.number == "31/2024/QH15")
        #expect(found.last?.name == "Luật Đất đai số 31/2024/QH15")
    }

    @Test func `reads a programme by its name in quotation marks`() {
        let found = references("Tiếp tục Đề án “Mỗi làng một bể nước chữa cháy”.")
        #expect(found.map(\.name) == ["Mỗi làng một bể nước chữa cháy"])
        #expect(found.map(\.kind) == [.programme])
    }

    @Test(arguments: [
        "Tổ chức Chương trình “Xuân về bến nước” cho hộ nghèo.",
        "Hưởng ứng chương trình “Sách đến với làng chài”, chiến dịch “Bến sạch”.",
    ])
    func `takes a programme that is held for no document`(text: String) {
        #expect(references(text).isEmpty)
        let cited = references("Tổ chức thực hiện Chương trình “Sách đến với làng chài”.")
        #expect(cited.map(\.name) == ["Sách đến với làng chài"])
    }

    @Test func `reads plans of others and rules of cooperation by their names`() {
        let found = references(
            "Theo Kế hoạch dự phòng thuốc mùa mưa năm 2027 của Sở Y tế, cấp phát thuốc.",
            "Thực hiện Quy chế phối hợp quản lý bến thuyền ven sông theo chức năng.")
        #expect(
            found.map(\.name) == [
                "Kế hoạch dự phòng thuốc mùa mưa năm 2027",
                "Quy chế phối hợp quản lý bến thuyền ven sông",
            ])
        #expect(found.map(\.kind) == [.plan, .regulation])
    }

    @Test func `shares the kind that stands once, and a law's number in brackets`() {
        let found = references(
            "Theo Công văn số 12/SNV-CCHC ngày 03/3/2027 và số 15/SNV-CCHC ngày 10/3/2027 của Sở Nội vụ.",
            "Căn cứ Luật Bến Thuyền (Luật số 39/2027/QH15); Luật Đất đai.")
        #expect(
            found.map(\.number) == ["12/SNV-CCHC", "15/SNV-CCHC", "39/2027/QH15", nil])
        #expect(found.map(\.kind) == [.letter, .letter, .law, .law])
    }

    @Test func `leaves the year of the work out of a national programme's name`() {
        #expect(
            references("Thực hiện Chương trình mục tiêu quốc gia phát triển làng chài năm 2027.")
                .map(\.name) == ["Chương trình mục tiêu quốc gia phát triển làng chài"])
        #expect(
            references("Chương trình mục tiêu quốc gia phát triển làng chài đến năm 2030.")
                .map(\.name) == ["Chương trình mục tiêu quốc gia phát triển làng chài đến năm 2030"]
        )
    }

    @Test(arguments: [
        "Xây dựng Kế hoạch dự phòng thuốc mùa mưa năm 2027 của Trạm Y tế.",
        "Ban hành Quy chế phối hợp quản lý bến thuyền ven sông.",
        "Theo Quy chế phối hợp giữa UBND xã và Hội Nông dân xã.", "Theo Kế hoạch năm 2027 của xã.",
        "Kế hoạch vận hành 12 bến thuyền năm 2027 của Sở Y tế.",
    ])
    func `takes what is still to be written for no document`(text: String) {
        #expect(references(text).isEmpty)
    }

    @Test func `takes a short name in brackets for what stands before it`() {
        let found = references(
            "Triển khai Đề án 09 tại phường",
            "Quyết định số 5/QĐ-TTg ngày 6/1/2027 của Thủ tướng Chính phủ phê duyệt Đề án phát triển chợ (Đề án 09)"
        )
        #expect(found.map(\.number) == ["5/QĐ-TTg"])
    }

    @Test func `leaves out a programme that a later citation issues for some years`() {
        let issuing =
            "Quyết định số 7/QĐ-TTg ngày 18/01/2027 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia phát triển làng chài giai đoạn 2026-2030"
        let title = "Giám sát Chương trình mục tiêu quốc gia phát triển làng chài"
        #expect(references(title, issuing).map(\.number) == ["7/QĐ-TTg"])
        #expect(references(title).map(\.kind) == [.programme])
    }

    @Test func `takes the plan's own name with its issuer for no other plan`() {
        var head = DocumentHead()
        head.issuer = "UBND xã Bến Sen"
        func found(_ text: String) -> [String?] {
            ReferenceReader.read(
                [Paragraph(role: .closing, body: Script(text), lines: 1...1)], head: head
            ).map(\.name)
        }
        #expect(found("Trên đây là Kế hoạch chống hạn vụ hè thu năm 2027 của UBND xã.").isEmpty)
        #expect(
            found("Theo Kế hoạch chống hạn vụ hè thu năm 2027 của UBND tỉnh, mở cống.")
                == ["Kế hoạch chống hạn vụ hè thu năm 2027"])
    }
}
