import Documents
import Domain
import Foundation
import Testing

@Suite struct `Drafting a yearly report` {
    private let ward = DocumentText.render(SampleDocuments.ward)

    @Test(arguments: ["ward-report", "unit-report", "party-report", "empty-report", "letter"])
    func `says the words that were approved`(name: String) throws {
        let document = try #require(SampleDocuments.all.first { $0.0 == name }?.1)
        let text = DocumentText.render(document)
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Approved/\(name).txt")
        if ProcessInfo.processInfo.environment["CANHLUA_ACCEPT"] != nil {
            try Data(text.utf8).write(to: url)
        }
        let approved = try String(contentsOf: url, encoding: .utf8)
        #expect(text == approved)
    }

    @Test func `follows the usual order`() {
        let parts = [
            "I. CÔNG TÁC CHỈ ĐẠO", "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "III. KẾT QUẢ THỰC HIỆN CHỈ",
            "IV. ĐÁNH GIÁ CHUNG", "V. PHƯƠNG HƯỚNG", "VI. ĐỀ XUẤT", "Trên đây là", "Nơi nhận:",
            "PHỤ LỤC I", "PHỤ LỤC II",
        ]
        var rest = ward[...]
        for part in parts {
            let found = rest.range(of: part)
            #expect(found != nil, "\(part)")
            if let found { rest = rest[found.upperBound...] }
        }
    }

    @Test func `names who has not reported`() {
        #expect(ward.contains("- Chưa có báo cáo của Tổ dân phố số 3 và Tổ dân phố số 7."))
    }

    @Test(arguments: [
        ([1, 2], "Tổ dân phố số 1 và Tổ dân phố số 2"), ([1, 2, 3], "Tổ dân phố số 1 đến 3"),
        ([1, 2, 3, 7, 9], "Tổ dân phố số 1 đến 3, 7 và 9"),
        ([1, 2, 4, 5, 6], "Tổ dân phố số 1, 2 và 4 đến 6"), ([9, 5, 7], "Tổ dân phố số 9, 5 và 7"),
    ])
    func `tells many groups by their numbers`(numbers: [Int], words: String) {
        var report = SampleReports.ward
        func text(_ units: [String]) -> String {
            report.unitsWithoutReport = units
            return DocumentText.render(YearlyReportDraft.draft(report, on: SampleReports.wardSheet))
        }
        let groups = numbers.map { "Tổ dân phố số \($0)" }
        #expect(text(groups).contains("Chưa có báo cáo của \(words)."))
        let mixed = text(["Công an phường"] + groups + ["Khu phố 04"])
        let within = words.replacing(" và ", with: ", ")
        #expect(mixed.contains("Chưa có báo cáo của Công an phường, \(within) và Khu phố 04."))
    }

    @Test func `names whose plan was not recorded, and claims no more`() {
        var report = SampleReports.ward
        func text() -> String {
            DocumentText.render(YearlyReportDraft.draft(report, on: SampleReports.wardSheet))
        }
        #expect(text().contains("Có 2/3 đơn vị đã ban hành kế hoạch triển khai. Chưa ghi nhận"))
        report.guidance.unitsWithPlan = []
        #expect(
            text().contains(
                "Chưa ghi nhận kế hoạch triển khai của Phòng Kinh tế, Hạ tầng và Đô thị."))
        report.guidance.unitsWithoutPlan = []
        #expect(!text().contains("kế hoạch triển khai"))
    }

    @Test func `counts and adds up what the facts hold`() {
        #expect(
            ward.contains(
                "Kế hoạch giao 4 nhiệm vụ, với 10 lượt phân công cho 9 đơn vị. Tính đến ngày"
                    + " 30/11/2026, đã hoàn thành 6/10 lượt phân công (60%)."))
        // 201 + 202 + 118 + 205 + 206.
        #expect(
            ward.contains("hộ đã trang bị: 932 hộ (theo báo cáo của 5 đơn vị)."))
    }

    @Test func `lists five units in the text and six in an appendix`() {
        func text(units: Int) -> String {
            var report = SampleReports.ward
            report.groups = [
                ReportedGroup(
                    title: "A",
                    tasks: [
                        ReportedTask(
                            text: "B",
                            shares: (1...units).map {
                                .init(unit: "Tổ \($0)", status: .done, result: "Xong")
                            })
                    ])
            ]
            return DocumentText.render(
                YearlyReportDraft.draft(report, on: SampleReports.wardSheet))
        }
        #expect(text(units: 5).contains("- Tổ 5: đã hoàn thành. Xong."))
        #expect(!text(units: 5).contains("PHỤ LỤC"))
        let six = "Có 6/6 đơn vị (100%) đã hoàn thành (chi tiết tại Phụ lục)"
        #expect(text(units: 6).contains(six))
        #expect(text(units: 6).contains("| 6 | Tổ 6 | Đã hoàn thành | Xong. |  |"))
    }

    @Test func `leaves out what may still begin in time from the shortcomings`() {
        func isShort(due: Day?) -> Bool {
            var report = SampleReports.ward
            report.groups = [
                ReportedGroup(
                    title: "A",
                    tasks: [
                        ReportedTask(
                            text: "Diễn tập",
                            shares: [.init(unit: "Tổ 1", status: .notStarted, due: due)])
                    ])
            ]
            let draft = YearlyReportDraft.draft(report, on: SampleReports.wardSheet)
            return DocumentText.render(draft).contains("Diễn tập: chưa triển khai")
        }
        #expect(isShort(due: nil))
        #expect(isShort(due: SampleReports.ward.to))
        #expect(!isShort(due: SampleReports.ward.to.adding(days: 1)))
    }

    @Test func `cites joint evidence under one number`() {
        let file = ReportedEvidence(
            fileName: "bien-ban.pdf", date: SampleReports.ward.to, person: "Lê Thị Hạnh")
        var report = SampleReports.ward
        report.groups = [
            ReportedGroup(
                title: "A",
                tasks: ["B", "C"].map { text in
                    ReportedTask(
                        text: text,
                        shares: [.init(unit: "Tổ 1", status: .done, evidence: [file])])
                })
        ]
        let text = DocumentText.render(
            YearlyReportDraft.draft(report, on: SampleReports.wardSheet))
        #expect(text.matches(of: /Minh chứng số 1 tại Phụ lục/).count == 2)
        #expect(text.matches(of: /bien-ban\.pdf/).count == 1)
        // The list names both.
        #expect(text.contains("| B;") && text.contains("C |"))
    }

    @Test func `counts the times of work that comes again, and names those that are missing`() {
        func share(_ unit: Int, _ states: [ReportedShare.Status]) -> ReportedShare {
            ReportedShare(
                unit: "Tổ \(unit)", status: states.contains(.late) ? .late : .onTime,
                rounds: states.enumerated().map {
                    .init(label: "Tháng \($0.offset + 8)/2026", status: $0.element)
                })
        }
        func text(units: Int) -> String {
            var report = SampleReports.ward
            let shares = (1...units).map { unit in
                share(
                    unit,
                    unit == 2
                        ? [.done, .late, .waiting, .onTime] : [.done, .done, .doneLate, .onTime])
            }
            report.groups = [
                ReportedGroup(
                    title: "TỔ CHỨC CỦA TỔ LIÊN GIA PCCC, UBND PHƯỜNG SAO MAI",
                    tasks: [ReportedTask(text: "Duy trì Tổ liên gia", shares: shares)])
            ]
            return DocumentText.render(YearlyReportDraft.draft(report, on: SampleReports.wardSheet))
        }
        let many = text(units: 6)
        #expect(
            many.contains(
                "Có 16/18 lượt thực hiện (89%) của 6 đơn vị đã hoàn thành, trong đó 5 lượt thực hiện"
                    + " chậm so với thời hạn; 1 lượt thực hiện đã báo cáo hoàn thành, chờ xác nhận;"
                    + " 1 lượt thực hiện quá hạn, chưa hoàn thành (chi tiết tại Phụ lục)."))
        #expect(
            many.contains(
                "| 2 | Tổ 2 | Đã hoàn thành 1/3 kỳ; đã báo cáo hoàn thành, chờ xác nhận: Tháng"
                    + " 10/2026; đang thực hiện, trong thời hạn: Tháng 11/2026; quá hạn, chưa hoàn"
                    + " thành: Tháng 9/2026 |"))
        #expect(
            many.contains("Duy trì Tổ liên gia: quá hạn, chưa hoàn thành (Tổ 2: Tháng 9/2026)."))
        // A heading in capitals stands as its siblings do, names and abbreviations kept.
        #expect(many.contains("1. Tổ chức của tổ liên gia PCCC, UBND phường Sao Mai"))
    }

    @Test func `does not call late what waits for an answer, nor go on with it`() {
        var report = SampleReports.ward
        let day = report.to
        let shares: [ReportedShare] = [
            .init(
                unit: "Tổ 1", status: .waiting, due: day.adding(days: -3),
                finished: day.adding(days: -4), result: "Đã làm"),
            .init(
                unit: "Tổ 2", status: .waitingLate, due: day.adding(days: -3),
                finished: day.adding(days: -2), result: "Đã làm"),
        ]
        report.groups = [
            ReportedGroup(title: "A", tasks: [ReportedTask(text: "Diễn tập", shares: shares)])
        ]
        let text = DocumentText.render(YearlyReportDraft.draft(report, on: SampleReports.wardSheet))
        #expect(
            text.contains(
                "Tổ 1: đã báo cáo hoàn thành ngày 26/11/2026, chờ xác nhận (thời hạn 27/11/2026)."))
        #expect(
            text.contains(
                "Diễn tập: đã báo cáo hoàn thành, chậm so với thời hạn, chờ xác nhận (Tổ 2"))
        #expect(!text.contains("quá hạn, chưa hoàn thành"))
        #expect(!text.contains("Tiếp tục thực hiện các nhiệm vụ"))
    }

    @Test func `gives a period over two years by its days`() {
        var report = SampleReports.ward
        report.from = SampleReports.day("01/12/2025")
        let title = YearlyReportDraft.draft(report, on: SampleReports.wardSheet).title
        #expect(title.hasSuffix("từ ngày 01/12/2025 đến ngày 30/11/2026"))
        #expect(!title.contains("năm 2026 thực hiện"))
    }

    @Test func `leaves what only a person can write open`() {
        #expect(SampleDocuments.ward.gaps.isEmpty)
        #expect(
            SampleDocuments.empty.gaps == [
                "[số, ngày của Kế hoạch còn trống: bổ sung trước khi trình ký]",
                "[Chưa có nội dung về nguyên nhân: bổ sung trước khi trình ký]",
                "[Chưa có phương hướng cho kỳ sau: bổ sung trước khi trình ký]",
            ])
    }
}
