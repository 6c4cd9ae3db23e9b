/// A unit that must act and to which the plan is not sent.
enum RecipientsRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-25", "Đơn vị được giao việc không có trong Nơi nhận", .warning,
        meaning: """
            Một đơn vị chủ trì nhiệm vụ nhưng phần Nơi nhận không có tên đơn vị đó, cũng không có \
            nhóm nào bao gồm nó ("các phòng, ban, đơn vị thuộc phường", "như mục III").
            """,
        reason: "Đơn vị không nhận được kế hoạch thì không biết mình có việc.",
        source: """
            Nghị định 30/2020/NĐ-CP: Nơi nhận ghi những cơ quan, tổ chức, cá nhân nhận văn bản để \
            thực hiện.
            """,
        wrong: "3. Trạm Y tế xã: … — Nơi nhận: UBND tỉnh; Công an xã; Lưu: VT.",
        right: "3. Trạm Y tế xã: … — Nơi nhận: UBND tỉnh; Công an xã; Trạm Y tế xã; Lưu: VT.",
        remedy: "Bổ sung đơn vị vào Nơi nhận, hoặc gửi kế hoạch cho đơn vị qua hệ thống.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        let recipients = plan.reading.document.recipients.map(shortened)
        guard !recipients.isEmpty, !recipients.contains(where: coversAll) else { return [] }
        let list = PlainText(recipients.joined(separator: "; "))
        var seen: Set<String> = []
        var missing: [(unit: String, task: CheckedTask)] = []
        for task in plan.tasks {
            for unit in task.reading.leadUnits where seen.insert(unit).inserted {
                guard isAddressable(unit), !isCovered(unit, in: plan, by: list) else {
                    continue
                }
                missing.append((unit, task))
            }
        }
        guard !missing.isEmpty else { return [] }
        let names = missing.map(\.unit).joined(separator: "; ")
        return [
            plan.report(
                kind, line: plan.line(of: "recipients_heading", "recipients_signature"),
                quoting: plan.reading.document.recipients.joined(separator: "; "),
                "Được giao việc nhưng không có trong Nơi nhận: \(names).",
                related: missing.map { plan.place(of: $0.task) })
        ]
    }

    /// Persons and the public at large are reached by others, not by the list.
    private static func isAddressable(_ unit: String) -> Bool {
        let text = folded(unit)
        return !unaddressed.contains { text.hasPrefix($0) } && !text.contains("ca nhan")
    }

    private static let unaddressed = [
        "can bo", "chuyen vien", "pho ", "cac pho ", "dong chi", "doanh nghiep", "cac doanh nghiep",
        "co quan, to chuc", "theo ",
    ]

    /// Folded, without "các" and with the short forms that lists of recipients use.
    private static func shortened(_ name: String) -> String {
        let text = shortForms.reduce(PlainText(name)) { $0.replacing($1.long, with: $1.short) }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private static let shortForms: [(long: PlainText, short: PlainText)] = [
        ("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("mat tran to quoc", "mttq"),
        ("mttq viet nam", "mttq"), ("uy ban mttq", "mttq"), ("van phong", "vp"),
        ("bo chi huy quan su", "bchqs"), ("ban chi huy quan su", "bchqs"),
        ("phat thanh, truyen hinh", "ptth"), ("ubnd cap xa", "ubnd xa"), ("cac ", ""),
    ]

    private static func coversAll(_ recipient: String) -> Bool {
        // "Các cơ quan, đơn vị" without "thuộc …" is everybody.
        recipient.hasPrefix("co quan, don vi") && !recipient.contains("thuoc")
            || recipient.hasPrefix("muc ")
            || ["ca nhan muc", "don vi muc", "nhu muc", "nhu tren", "nhu dieu"].contains {
                recipient.contains($0)
            }
    }

    private static func isCovered(
        _ unit: String, in plan: CheckedPlan, by list: PlainText
    ) -> Bool {
        let mention = plan.reading.units.first { $0.canonical == unit }
        let names = ([unit] + (mention?.aliases ?? [])).map { core(shortened($0)) }
        return (groups(of: shortened(unit)) + names).contains { list.contains(PlainText($0)) }
    }

    /// The name without the words that say only to whom it belongs, so that "Tổ trưởng các Tổ dân
    /// phố" is found in "Các tổ dân phố".
    private static func core(_ name: String) -> String {
        var words = name.split(separator: " ")
        while let first = words.first, heads.contains(String(first)), words.count > 2 {
            words.removeFirst()
        }
        while let last = words.last, levels.contains(String(last)), words.count > 1 {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    /// A head stands for the unit: "Chủ tịch UBND các xã", "Tổ trưởng các Tổ dân phố".
    private static let heads: Set = [
        "to", "truong", "chu", "tich", "giam", "doc", "lanh", "dao",
    ]

    private static let levels: Set = ["phuong", "xa", "huyen", "tinh", "phu", "tren", "dia", "ban"]

    /// Recipients that stand for a whole kind of units.
    private static func groups(of unit: String) -> [String] {
        if unit.contains("mttq") || unit.contains("mat tran") || unit.contains("doan the")
            || unit.contains("to chuc thanh vien") || unit.contains("chinh tri")
        {
            return ["mttq", "mat tran", "doan the", "to chuc chinh tri"]
        }
        let head = unit.split { !$0.isLetter }.first.map(String.init) ?? ""
        if head != "to",
            offices.contains(head) || unit.contains("cap uy")
                || unit.contains("co quan, don vi") || unit.hasPrefix("don vi")
        {
            return officeGroups
        }
        if unit.contains("to dan pho") || unit.contains("thon") || unit.contains("khu pho") {
            return ["to dan pho", "thon", "khu pho", "khu dan cu"]
        }
        if unit.contains("truong") || unit.contains("giao duc") { return ["truong", "giao duc"] }
        if unit.contains("chi bo") || unit.contains("dang bo") {
            return ["chi bo", "dang bo", "dang uy co so"]
        }
        return []
    }

    /// First words of the names of offices.
    private static let offices: Set = [
        "phong", "ban", "vp", "trung", "cong", "tram", "doi", "thanh", "so", "bchqs",
    ]

    private static let officeGroups = [
        "phong, ban", "ban, nganh", "ban nganh", "so, nganh", "co quan, don vi", "thu truong",
        "phong thuoc", "don vi thuoc", "phong chuyen mon", "chi, dang bo", "ban, don vi", "so: ",
        "co quan chuyen mon",
    ]
}
