/// The "06 rõ" of an assignment, as far as reading the plan alone can tell.
///
/// - Source: phương châm "06 rõ": rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm
///   (kết quả), rõ thẩm quyền.
package struct SixClear: Sendable, Equatable {
    package enum Item: String, Sendable, CaseIterable {
        case person, work, time, responsibility, product, authority

        /// As the plans say it.
        package var label: String {
            switch self {
            case .person: return "rõ người"
            case .work: return "rõ việc"
            case .time: return "rõ thời gian"
            case .responsibility: return "rõ trách nhiệm"
            case .product: return "rõ sản phẩm"
            case .authority: return "rõ thẩm quyền"
            }
        }
    }

    package struct Verdict: Sendable, Equatable {
        package let item: Item
        package let isClear: Bool
        /// Why, in a few Vietnamese words, with those of the plan where there are some.
        package let reason: String
    }

    /// One for each item, in the order of `Item`.
    package let verdicts: [Verdict]

    /// 0 to 6.
    package var count: Int { verdicts.filter(\.isClear).count }

    package var unclear: [Verdict] { verdicts.filter { !$0.isClear } }

    package init(_ task: TaskReading) { self.init(CheckedTask(task)) }

    init(_ task: CheckedTask) {
        verdicts = [
            SixClear.person(task), SixClear.work(task), SixClear.time(task),
            SixClear.responsibility(task), SixClear.product(task), SixClear.authority(task),
        ]
    }

    private static func person(_ task: CheckedTask) -> Verdict {
        if let index = posts.phrases.first(in: task.plain) {
            return clear(.person, "nêu \(posts.names[index])")
        }
        if task.reading.leadUnits.contains(where: { PlainText($0).contains("to truong") }) {
            return clear(.person, "giao cho tổ trưởng")
        }
        return unclear(.person, "chưa nêu họ tên hoặc chức danh người làm")
    }

    private static func work(_ task: CheckedTask) -> Verdict {
        let spaces = task.plain.bytes.count { $0 == UInt8(ascii: " ") }
        guard spaces >= workWordsMin - 1 else { return unclear(.work, "câu quá ngắn") }
        return ActionVerbs.all.isFound(in: task.plain)
            ? clear(.work, "có việc cụ thể")
            : unclear(.work, "chỉ có lời kêu gọi, chưa có việc cụ thể")
    }

    private static func time(_ task: CheckedTask) -> Verdict {
        for deadline in task.reading.deadlines {
            if deadline.date != nil { return clear(.time, "«\(deadline.text)»") }
            switch deadline.recurrence {
            case .unspecified, nil: continue
            case .daily, .weekly, .monthly, .quarterly, .halfYearly, .yearly, .continuous:
                return clear(.time, "«\(deadline.text)»")
            }
        }
        if let pace = task.reading.targets.first(where: { $0.per != nil }) {
            return clear(.time, "«\(pace.text)» theo kỳ")
        }
        return task.reading.deadlines.isEmpty
            ? unclear(.time, "không có thời hạn")
            : unclear(.time, "«\(task.reading.deadlines[0].text)» không nói bao lâu một lần")
    }

    private static func responsibility(_ task: CheckedTask) -> Verdict {
        let leads = task.reading.leadUnits
        if leads.isEmpty { return unclear(.responsibility, "không có đơn vị chủ trì") }
        if task.isInverted {
            return unclear(.responsibility, "câu chỉ nói phối hợp, đơn vị chủ trì là suy ra")
        }
        return task.singleLeads.count > 1
            ? unclear(.responsibility, "\(task.singleLeads.count) đơn vị cùng chủ trì")
            : clear(.responsibility, leads.joined(separator: ", "))
    }

    private static func product(_ task: CheckedTask) -> Verdict {
        if let product = task.reading.product, !product.isEmpty { return clear(.product, product) }
        if let target = task.reading.targets.first { return clear(.product, "«\(target.text)»") }
        for making in makings {
            guard let place = task.plain.range(of: making) else { continue }
            let after = place.upperBound..<(place.upperBound + productReach)
            if products.isFound(in: task.plain, within: after) {
                return clear(.product, "nêu văn bản, danh sách phải lập")
            }
        }
        return unclear(.product, "chưa nêu sản phẩm hoặc kết quả đo được")
    }

    private static func authority(_ task: CheckedTask) -> Verdict {
        if let body = task.reading.advises.first { return clear(.authority, "\(body) quyết định") }
        if let index = powers.phrases.first(in: task.plain) {
            return clear(.authority, "«\(powers.names[index])»")
        }
        return unclear(.authority, "chưa nêu ai quyết định, phê duyệt")
    }

    private static func clear(_ item: Item, _ reason: String) -> Verdict {
        Verdict(item: item, isClear: true, reason: reason)
    }

    private static func unclear(_ item: Item, _ reason: String) -> Verdict {
        Verdict(item: item, isClear: false, reason: reason)
    }

    /// A shorter text is a title, not a piece of work.
    private static let workWordsMin = 6
    /// Characters between a verb of making and its object.
    private static let productReach = 40

    private static let posts = NamedPhrases([
        ("dong chi ", "một đồng chí đích danh"), ("ong nguyen", "tên người"),
        ("hieu truong", "hiệu trưởng"), ("nguoi dung dau", "người đứng đầu"),
        ("thu truong", "thủ trưởng"), ("truong phong", "trưởng phòng"),
        ("truong cong an", "trưởng công an"), ("giam doc", "giám đốc"),
        ("chu tich ubnd", "chủ tịch"), ("bi thu chi bo", "bí thư chi bộ"),
    ])

    private static let makings: [PlainText] = [
        "xay dung", "ban hanh", "lap ", "hoan thanh", "bao cao", "thong ke", "bo sung", "trinh ",
    ]

    private static let products = PhraseList([
        "ke hoach", "bao cao", "danh sach", "danh muc", "phuong an", "van ban", "quyet dinh",
        "ho so", "de an", "du toan", "quy che", "chuong trinh", "lo trinh", "so theo doi",
        "ket qua",
        "chuyen muc", "chuyen trang", "bien ban", "cam ket",
    ])

    private static let powers = NamedPhrases([
        ("theo tham quyen", "theo thẩm quyền"), ("thuoc tham quyen", "thuộc thẩm quyền"),
        ("dung tham quyen", "đúng thẩm quyền"), ("co tham quyen", "cấp có thẩm quyền"),
        ("phe duyet", "phê duyệt"), ("trinh ", "trình"),
        ("xem xet, quyet dinh", "xem xét, quyết định"),
        ("chi dao giai quyet", "chỉ đạo giải quyết"),
    ])
}

/// Folded phrases, and how a person reads each.
private struct NamedPhrases {
    let phrases: PhraseList
    let names: [String]

    init(_ pairs: [(words: String, name: String)]) {
        phrases = PhraseList(pairs.map(\.words))
        names = pairs.map(\.name)
    }
}
