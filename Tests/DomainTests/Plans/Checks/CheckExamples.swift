import Domain

/// For every kind of finding plans in which it is found, and plans in which it is not.
struct CheckExample: Sendable {
    let fires: [PlanReading]
    let isSilent: [PlanReading]
    var library = DocumentLibrary.known

    static let byCode: [String: CheckExample] = leads.merging(targets) { $1 }
        .merging(documents) { $1 }.merging(wording) { $1 }.merging(form) { $1 }

    private static let kinhTe = "Phòng Kinh tế"
    private static let congAn = "Công an phường"
    private static let pump = "sửa chữa máy bơm và kiểm tra bể nước ngầm của khu chợ trung tâm"

    private static let leads: [String: CheckExample] = [
        "KH-02": CheckExample(
            fires: [
                SamplePlan.reading(
                    task("Phối hợp vận động các hộ mua bình.", lead: [], cue: "Phối hợp"))
            ],
            isSilent: [SamplePlan.reading(task("Vận động các hộ mua bình."))]),
        "KH-03": CheckExample(
            fires: [SamplePlan.reading(task("Tập huấn sơ cứu.", lead: ["Trạm Y tế", kinhTe]))],
            isSilent: [
                SamplePlan.reading(
                    task("Tập huấn sơ cứu.", lead: ["Các phòng, ban", "Các tổ dân phố"]))
            ]),
        "KH-04": CheckExample(
            fires: [
                SamplePlan.reading(
                    task("Phối hợp \(pump)", lead: [kinhTe], with: [congAn], cue: "Phối hợp"),
                    task("Phối hợp \(pump)", lead: [congAn], with: [kinhTe], cue: "Phối hợp"))
            ],
            isSilent: [
                SamplePlan.reading(
                    task("Phối hợp \(pump)", lead: [kinhTe], with: [congAn], cue: "Phối hợp"),
                    task("Chủ trì \(pump)", lead: [kinhTe], with: [congAn], cue: "Chủ trì"))
            ]),
        "KH-05": CheckExample(
            fires: [
                SamplePlan.reading(
                    task("Chủ trì \(pump)", lead: [kinhTe], cue: "Chủ trì"),
                    task("Chủ trì \(pump)", lead: [congAn], cue: "Chủ trì"))
            ],
            isSilent: [
                SamplePlan.reading(
                    task("Chủ trì \(pump)", lead: [kinhTe], cue: "Chủ trì"),
                    task("Chủ trì tập huấn đội dân phòng", lead: [congAn], cue: "Chủ trì"))
            ]),
        "KH-27": CheckExample(
            fires: [SamplePlan.reading(task("Tổ chức \(pump)"), task("Chủ trì \(pump)"))],
            isSilent: [SamplePlan.reading(task("Tổ chức \(pump)"), task("Tập huấn đội dân phòng."))]
        ),
    ]

    private static let targets: [String: CheckExample] = [
        "KH-06": CheckExample(
            fires: [
                SamplePlan.reading(task("Mỗi tháng 5%, đến 01/4/2027 đạt 100%.", targets: pace(5)))
            ],
            isSilent: [
                SamplePlan.reading(task("Mỗi tháng 9%, đến 01/4/2027 đạt 100%.", targets: pace(9)))
            ]),
        "KH-07": CheckExample(
            fires: [SamplePlan.reading(task("Lắp tối thiểu 40% tuyến hẻm.", targets: [share]))],
            isSilent: [
                SamplePlan.reading(task("Lắp tối thiểu 40% hẻm theo danh sách.", targets: [share])),
                SamplePlan.reading(task("Giải quyết tối thiểu 40% hồ sơ.", targets: [share])),
                SamplePlan.reading(task("Tỷ lệ giải ngân tối thiểu 40%.", targets: [share])),
            ]),
        "KH-08": CheckExample(
            fires: [alarm("31/12/2026", "2026-12-31", "a"), alarm("01/7/2027", "2027-07-01", "b")],
            isSilent: [
                alarm("31/12/2026", "2026-12-31", "a"), alarm("31/12/2026", "2026-12-31", "b"),
            ]),
        "KH-18": CheckExample(
            fires: [due("trước ngày 08/3/2026", "2026-03-08")],
            isSilent: [
                due("trước ngày 09/3/2026", "2026-03-09"),
                due("trước ngày 31/01 năm liền kề", "2026-01-31"),
                due("theo Quyết định số 14/QĐ-UBND ngày 05/01/2026", "2026-01-05"),
            ]),
        "KH-19": CheckExample(
            fires: [
                SamplePlan.reading(
                    task("Xong.", deadlines: [.init(text: "31/6", type: .by, date: nil)]))
            ],
            isSilent: [
                SamplePlan.reading(
                    task("Xong.", deadlines: [.init(text: "29/02", type: .by, date: nil)]))
            ]),
        "KH-20": CheckExample(
            fires: [
                SamplePlan.reading(task("Định kỳ diễn tập.", deadlines: [recurring(.unspecified)]))
            ],
            isSilent: [
                SamplePlan.reading(task("Hằng quý diễn tập.", deadlines: [recurring(.quarterly)]))
            ]),
    ]

    private static let documents: [String: CheckExample] = [
        "KH-01": CheckExample(
            fires: [SamplePlan.reading(date: "2026-03")], isSilent: [SamplePlan.reading()]),
        "KH-09": CheckExample(
            fires: [
                citing("12/CT-TTg", "2026-03-05", "a"), citing("12/CT-TTg", "2026-08-05", "b"),
            ],
            isSilent: [
                citing("12/CT-TTg", "2026-03-05", "a"), citing("12/CT-TTg", "2025-08-05", "b"),
                citing("12/KH-UBND", "2026-01-05", "c"), citing("12/KH-UBND", "2026-02-05", "d"),
            ]),
        "KH-10": CheckExample(
            fires: [citing("136/2020/NĐ-CP", "2020-11-24")],
            isSilent: [citing("105/2025/NĐ-CP", "2025-05-15")]),
        "KH-11": CheckExample(
            fires: [citing("18/KH-UBND", nil)], isSilent: [citing("30/2020/NĐ-CP", nil)],
            library: .init(isComplete: true, documents: DocumentLibrary.known.documents)),
        "KH-12": CheckExample(
            fires: [citing("30/2020/NĐ-CP", "2020-05-05")],
            isSilent: [citing("30/2020/NĐ-CP", "2020-03-05")]),
        "KH-13": CheckExample(
            fires: [citing("21/2025/QH", "2025-05-15")],
            isSilent: [citing("21/2025/QH15", "2025-05-15")]),
    ]

    private static let wording: [String: CheckExample] = [
        "KH-14": CheckExample(
            fires: [abbreviating("BVTT", nil)],
            isSilent: [
                abbreviating("BVTT", "bảo vệ trật tự"), abbreviating("UBND", nil),
                abbreviating("PC07", nil), abbreviating("HĐND-UBND", nil),
            ]),
        "KH-15": CheckExample(
            fires: [
                SamplePlan.reading(
                    task("Dọn vật cản ở lối thoát nạn, hành lang Kiểm tra các nhà trọ."))
            ],
            isSilent: [
                SamplePlan.reading(
                    task("Dọn vật cản ở lối thoát nạn, hành lang. Kiểm tra các nhà trọ.")),
                SamplePlan.reading(task("Ủy ban Kiểm tra giám sát việc ấy cùng tổ chức Đoàn.")),
            ]),
        "KH-16": CheckExample(
            fires: [SamplePlan.reading(task("Kiểm tra các bến nước. vào mùa khô hằng năm."))],
            isSilent: [
                SamplePlan.reading(
                    task("Kiểm tra các bến nước vào mùa khô. Sửa máy bơm v.v... xong."))
            ]),
        "KH-17": CheckExample(
            fires: [SamplePlan.reading(task("Tăng cường công tác phòng cháy trên địa bàn."))],
            isSilent: [SamplePlan.reading(complete)]),
        "KH-21": CheckExample(
            fires: [SamplePlan.reading(task("Mua 05 (sáu) bình chữa cháy."))],
            isSilent: [SamplePlan.reading(task("Mua 05 (năm) bình, theo Điều 5 (sửa đổi)."))]),
        "KH-28": CheckExample(
            fires: [
                SamplePlan.reading {
                    $0.repairs = [.init(line: 12, found: "Tô liên gia", suggestion: "Tổ liên gia")]
                }
            ],
            isSilent: [SamplePlan.reading()]),
    ]

    private static let form: [String: CheckExample] = [
        "KH-22": CheckExample(
            fires: [SamplePlan.reading { $0.reports = [SamplePlan.report(to: nil, due: nil)] }],
            isSilent: [
                SamplePlan.reading {
                    $0.reports = [SamplePlan.report(due: nil, recurrence: .adHoc)]
                }
            ]),
        "KH-23": CheckExample(
            fires: [SamplePlan.reading(task("Tuần tra.")) { $0.reports = [] }],
            isSilent: [SamplePlan.reading(task("Tuần tra."))]),
        "KH-24": CheckExample(
            fires: [reporting(lower: "--12-10", upper: "--12-05")],
            isSilent: [reporting(lower: "--12-01", upper: "--12-10")]),
        "KH-25": CheckExample(
            fires: [sent(to: ["UBND tỉnh", "Công an phường", "Lưu: VT"])],
            isSilent: [sent(to: ["UBND tỉnh", "Trạm Y tế", "Lưu: VT"])]),
        "KH-26": CheckExample(
            fires: [numbered("I", "II", "IV")],
            isSilent: [
                numbered("I", "II", "II.1", "II.2", "III", "III.1"),
                numbered("I", "I.1", "I.2", "I.1", "I.2", "I.3", "II"),
            ]),
    ]

    private static func task(
        _ text: String, lead: [String] = ["Công an phường"], with: [String] = [],
        cue: String? = nil, deadlines: [Deadline] = [], targets: [TargetReading] = []
    ) -> TaskReading {
        SamplePlan.task(
            text, lead: lead, with: with, cue: cue, deadlines: deadlines, targets: targets)
    }

    /// Twelve whole months after the plan of 09/3/2026.
    private static func pace(_ low: Double) -> [TargetReading] {
        [
            SamplePlan.percent("\(low)%", low, 12, per: "month"),
            SamplePlan.percent("100%", 100, 100, by: "2027-04-01"),
        ]
    }

    private static func due(_ text: String, _ date: String) -> PlanReading {
        SamplePlan.reading(task("Xong \(text).", deadlines: [SamplePlan.by(text, date)]))
    }

    private static let share = SamplePlan.percent("tối thiểu 40%", 40)

    private static func recurring(_ recurrence: Deadline.Recurrence) -> Deadline {
        Deadline(text: "kỳ", type: .recurring, date: nil, recurrence: recurrence)
    }

    private static func alarm(_ day: String, _ date: String, _ file: String) -> PlanReading {
        SamplePlan.reading(
            task(
                "Hướng dẫn các chợ lắp đặt chuông báo động nối mạng, xong trước ngày \(day).",
                deadlines: [SamplePlan.by("trước ngày \(day)", date)]),
            file: file)
    }

    private static func citing(
        _ number: String, _ date: String?, _ file: String = "a"
    ) -> PlanReading {
        SamplePlan.reading(file: file) { $0.references = [SamplePlan.cited(number, date)] }
    }

    private static func abbreviating(_ short: String, _ meaning: String?) -> PlanReading {
        SamplePlan.reading {
            $0.abbreviations = [Abbreviation(short: short, meaning: meaning, line: 12)]
        }
    }

    private static var complete: TaskReading {
        var task = task(
            "Trưởng Công an phường lập danh sách nhà trọ, trình Chủ tịch UBND phường phê duyệt.",
            deadlines: [SamplePlan.by("trước ngày 30/6/2026", "2026-06-30")])
        task.product = "Danh sách nhà trọ"
        return task
    }

    private static func reporting(lower: String, upper: String) -> PlanReading {
        SamplePlan.reading {
            $0.reports = [
                SamplePlan.report(due: lower),
                SamplePlan.report(from: ["UBND phường"], to: "UBND tỉnh", due: upper),
            ]
        }
    }

    private static func sent(to recipients: [String]) -> PlanReading {
        SamplePlan.reading(task("Tập huấn sơ cứu.", lead: ["Trạm Y tế"])) {
            $0.document.recipients = recipients
        }
    }

    private static func numbered(_ paths: String...) -> PlanReading {
        SamplePlan.reading {
            $0.sections = paths.enumerated().map { index, path in
                PlanSection(
                    path: path, title: nil, line: index + 1, lineEnd: index + 1, kind: .heading)
            }
        }
    }
}
