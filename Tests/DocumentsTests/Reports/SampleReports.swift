import Domain

/// Fictional reports of a ward, a unit and a Party committee, for the tests of this folder.
enum SampleReports {
    static func day(_ text: String) -> Day { Day(vietnamese: text) ?? Day(number: 0) }

    static let plan = ReportedPlan(
        kind: "Kế hoạch", number: "18/KH-UBND", date: day("06/02/2026"),
        issuer: "UBND phường Sao Mai",
        title: "Tăng cường công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ trên địa bàn phường")

    static let ward: YearlyReport = {
        var report = YearlyReport(
            plan: plan, from: day("01/01/2026"), to: day("30/11/2026"),
            reporter: "UBND phường Sao Mai")
        report.guidance = guidance
        report.reviews = [
            ReportedReview(
                unit: "Công an phường",
                review: Review(
                    kind: .preliminary, day: day("12/7/2026"),
                    findings: "Đã kiểm tra 40% cơ sở;\n- Còn 03 cơ sở chưa khắc phục",
                    measures: "Kiểm tra lại các cơ sở chưa khắc phục trong quý III")),
            ReportedReview(
                unit: "Tổ dân phố số 1",
                review: Review(
                    kind: .final, day: day("25/11/2026"), findings: "Toàn tổ không xảy ra cháy",
                    measures: "")),
        ]
        report.groups = [outreach, inspection, infrastructure]
        report.targets = targets
        report.obstacles = [
            ReportedObstacle(
                unit: "Phòng Kinh tế, Hạ tầng và Đô thị",
                text: "Ba trụ nước trên phố Hàng Sen thuộc dự án chưa bàn giao, không có kinh phí"
                    + " sửa chữa.",
                answer: "UBND phường đã có văn bản đề nghị chủ đầu tư bàn giao trước ngày"
                    + " 31/12/2026."),
            ReportedObstacle(
                unit: "Tổ dân phố số 4",
                text: "Nhiều hộ cho thuê trọ không hợp tác khi kiểm tra lối thoát nạn thứ hai.",
                answer: nil),
        ]
        report.causes = [
            "Một số đơn vị chưa bố trí cán bộ chuyên trách, cập nhật số liệu còn chậm."
        ]
        report.proposals = [
            ReportedProposal(
                unit: "Công an phường",
                text: "Đề nghị UBND Thành phố bổ sung kinh phí trang bị máy bơm khiêng tay cho đội"
                    + " dân phòng.", decision: nil),
            ReportedProposal(
                unit: "Phòng Văn hóa - Xã hội",
                text: "Đưa nội dung thoát nạn vào giờ sinh hoạt lớp",
                decision: "Đồng ý, thực hiện từ năm học 2026 - 2027."),
        ]
        report.nextSteps = [
            "Tổ chức kiểm tra liên ngành các cơ sở cho thuê trọ trong quý I năm 2027;"
        ]
        report.unitsWithoutReport = ["Tổ dân phố số 3", "Tổ dân phố số 7"]
        return report
    }()

    private static let guidance = ReportedGuidance(
        documents: [
            .init(
                name: "Công văn số 45/UBND-VP", date: day("12/02/2026"),
                issuer: "UBND phường Sao Mai",
                title: "Về việc đôn đốc thực hiện Kế hoạch số 18/KH-UBND")
        ],
        disseminations: [
            .init(
                unit: "Công an phường", form: "hội nghị trực tiếp", date: day("20/02/2026"),
                headcount: 1_245),
            .init(
                unit: "Phòng Văn hóa - Xã hội", form: "loa truyền thanh", date: nil,
                headcount: nil),
        ],
        unitsWithPlan: ["Công an phường", "Phòng Văn hóa - Xã hội"],
        unitsWithoutPlan: ["Phòng Kinh tế, Hạ tầng và Đô thị"])

    private static let outreach = ReportedGroup(
        title: "Công tác tuyên truyền, phổ biến pháp luật về PCCC và CNCH",
        tasks: [
            ReportedTask(
                text: "Vận động hộ gia đình trang bị bình chữa cháy và mở lối thoát nạn thứ hai;",
                partners: ["Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Đoàn Thanh niên phường"],
                shares: (1...7).map(groupShare))
        ])

    private static func groupShare(_ number: Int) -> ReportedShare {
        var share = ReportedShare(
            unit: "Tổ dân phố số \(number)", status: .done, due: day("30/6/2026"),
            finished: day("15/6/2026"))
        switch number {
        case 3, 7: share.status = .late
        case 4:
            share.status = .doneLate
            share.finished = day("08/7/2026")
            share.result = "Đã vận động từng hộ theo danh sách."
            share.figures = [.init("Hộ đã trang bị", 118, "hộ")]
            share.explanation = "Địa bàn nhiều nhà trọ, chủ nhà không ở tại chỗ."
        default:
            share.result = "Đã ký cam kết với các hộ trong tổ."
            share.figures = [.init("Hộ đã trang bị", Double(200 + number), "hộ")]
        }
        if share.status == .late { share.finished = nil }
        return share
    }

    private static let inspection = ReportedGroup(
        title: "Công tác kiểm tra, xử lý vi phạm",
        tasks: [
            ReportedTask(
                text: "Kiểm tra an toàn PCCC đối với cơ sở kinh doanh dịch vụ karaoke, nhà trọ",
                partners: ["Phòng Văn hóa - Xã hội"],
                shares: [
                    ReportedShare(
                        unit: "Công an phường", status: .done, due: day("30/9/2026"),
                        finished: day("25/9/2026"),
                        result: "Đã kiểm tra toàn bộ cơ sở thuộc diện quản lý\n"
                            + "- Lập biên bản vi phạm đối với 12 cơ sở;\n- Tạm đình chỉ 02 cơ sở",
                        figures: [
                            .init("Cơ sở đã kiểm tra", 1_120, "cơ sở"),
                            .init("Số tiền xử phạt", 286.5, "triệu đồng"),
                        ],
                        evidence: [
                            ReportedEvidence(
                                fileName: "Tong-hop-kiem-tra-quy-III.xlsx", date: day("25/9/2026"),
                                person: "Lê Thị Hạnh"),
                            ReportedEvidence(
                                fileName: "Quyet-dinh-tam-dinh-chi-02-co-so.pdf",
                                date: day("01/10/2026"), person: "Lê Thị Hạnh"),
                        ])
                ])
        ])

    private static let infrastructure = ReportedGroup(
        title: "Hạ tầng giao thông và nguồn nước phục vụ chữa cháy",
        tasks: [
            ReportedTask(
                text: "Rà soát, sửa chữa trụ nước chữa cháy hư hỏng",
                shares: [
                    ReportedShare(
                        unit: "Phòng Kinh tế, Hạ tầng và Đô thị", status: .atRisk,
                        due: day("31/12/2026"), result: "Đã sửa chữa 14/17 trụ nước hư hỏng.")
                ]),
            ReportedTask(
                text: "Lắp đặt biển báo điểm lấy nước chữa cháy",
                shares: [
                    ReportedShare(
                        unit: "Phòng Kinh tế, Hạ tầng và Đô thị", status: .notStarted,
                        due: day("31/3/2027"))
                ]),
        ])

    private static let targets = [
        ReportedTarget(
            metric: "tỷ lệ cơ sở đã khai báo dữ liệu", goal: "100%", min: 100,
            due: day("30/6/2026"), reached: 96.4, unit: "%", source: "Sổ theo dõi cơ sở"),
        ReportedTarget(
            metric: "số buổi tuyên truyền tại tổ dân phố", goal: "ít nhất 02 buổi/năm", min: 2,
            reached: 3, unit: "buổi", source: "Báo cáo của các tổ dân phố"),
        ReportedTarget(
            metric: "tỷ lệ hộ gia đình có bình chữa cháy", goal: "80%", min: 80,
            due: day("01/7/2027"), reached: 61, unit: "%", source: "Sổ hộ gia đình"),
        ReportedTarget(
            metric: "tỷ lệ đội dân phòng được huấn luyện", goal: "100%", min: 100, reached: nil,
            unit: "%"),
    ]
}

extension SampleReports {
    static let wardSheet = AdministrativeDocument(
        layout: .state, kind: .report, issuer: ["Ủy ban nhân dân", "phường Sao Mai"],
        number: nil, issuerSymbol: "UBND", place: "Sao Mai", date: IssueDate(year: 2026, month: 12),
        addressees: ["Ủy ban nhân dân Thành phố Sông Lam (qua Công an Thành phố)"],
        signature: DocumentSignature(
            lines: [
                .init(.onBehalf, "Ủy ban nhân dân"), .init(.deputy, "Chủ tịch"),
                .init("Phó Chủ tịch"),
            ], name: "Trần Văn Bình"),
        recipients: ["Như trên", "Thường trực Đảng ủy, HĐND phường", "Công an Thành phố"],
        archive: "VT, CAP")

    static let unitSheet = AdministrativeDocument(
        layout: .state, kind: .report, parentBody: ["Ủy ban nhân dân", "phường Sao Mai"],
        issuer: ["Phòng Kinh tế,", "Hạ tầng và Đô thị"], number: "7", issuerSymbol: "KTHTĐT",
        place: "Sao Mai", date: IssueDate(day("02/12/2026")),
        addressees: ["UBND phường Sao Mai", "Văn phòng HĐND và UBND phường"],
        signature: DocumentSignature(lines: [.init("Trưởng phòng")], name: "Phạm Thu Hà"),
        recipients: ["Như trên"], archive: "VT")

    static let partySheet = AdministrativeDocument(
        layout: .party, kind: .report, parentBody: ["Đảng bộ thành phố Sông Lam"],
        issuer: ["Đảng ủy phường Sao Mai"], number: "90", issuerSymbol: "ĐU", place: "Sao Mai",
        date: IssueDate(day("05/02/2027")), addressees: ["Ban Thường vụ Thành ủy Sông Lam"],
        signature: DocumentSignature(
            lines: [.init(.onBehalf, "Ban Thường vụ"), .init("Phó Bí thư")], name: "Vũ Thị Lan"),
        recipients: ["Như trên", "Các chi bộ, đảng bộ trực thuộc"], archive: "VPĐU")

    static let party: YearlyReport = {
        var report = ward
        report.plan = ReportedPlan(
            kind: "Kế hoạch", number: "12-KH/ĐU", date: day("10/3/2026"),
            issuer: "Ban Thường vụ Đảng ủy phường",
            title: "Về lãnh đạo công tác phòng cháy, chữa cháy trên địa bàn phường")
        report.reporter = "Đảng ủy phường Sao Mai"
        return report
    }()
}
