/// A bullet in which two assignments run together.
enum FusedTaskRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-15", "Một gạch đầu dòng gộp hai nhiệm vụ", .warning,
        meaning: """
            Một gạch đầu dòng chứa hai việc với vai trò hoặc đơn vị khác nhau: hai câu dính liền \
            thiếu dấu chấm; câu sau giao việc cho đơn vị khác; câu đầu "phối hợp" còn câu sau lại \
            chủ trì hoặc tham mưu (hoặc ngược lại).
            """,
        reason: """
            Hai việc chung một dòng thì chung một thời hạn và một trạng thái: xong một nửa vẫn phải \
            ghi là chưa xong, và vai trò của đơn vị ở mỗi việc bị lẫn.
            """,
        source: "\"06 rõ\" (rõ việc): mỗi nhiệm vụ là một việc theo dõi được.",
        wrong: """
            - Dọn vật cản ở các lối thoát nạn, hành lang Kiểm tra các nhà trọ trên địa bàn.
            """,
        right: """
            - Dọn vật cản ở các lối thoát nạn, hành lang.
            - Kiểm tra các nhà trọ trên địa bàn.
            """,
        remedy: "Tách thành hai nhiệm vụ tại chỗ nêu ở trên khi xác nhận kế hoạch.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.tasks.compactMap { task in
            if let words = glued(task.text) {
                return plan.report(
                    kind, at: task, quoting: words,
                    "Hai câu dính liền ở «\(words)»: thiếu dấu chấm, có thể là hai nhiệm vụ.")
            }
            for sentence in task.sentences.dropFirst() {
                if let opening = changedRole(sentence, from: task) {
                    return plan.report(
                        kind, at: task, quoting: sentence,
                        "Câu sau chuyển sang việc khác với vai trò khác: «\(opening) …».")
                }
                if let unit = otherSubject(sentence, of: task, in: plan) {
                    return plan.report(
                        kind, at: task, quoting: sentence,
                        "Câu sau giao việc cho đơn vị khác: \(unit).")
                }
            }
            return nil
        }
    }

    /// `thoát hiểm Tổ chức rà soát`: a small word, then an order with a capital, no stop between.
    private static func glued(_ text: String) -> String? {
        let words = Sentences.words(text)
        for index in words.indices.dropFirst(2) where index + 1 < words.count {
            let (before, first, second) = (words[index - 1], words[index], words[index + 1])
            // Most words begin with a small letter, which one byte shows.
            guard let byte = first.utf8.first, !(0x61...0x7A).contains(byte) else { continue }
            guard first.first?.isUppercase == true, before.allSatisfy(\.isLetter),
                before.first?.isLowercase == true, words[index - 2].first?.isLowercase == true,
                !nameHeads.contains(folded(String(before))),
                second.first?.isLowercase == true,
                orders.contains(folded("\(first) \(second)"))
            else { continue }
            // "ban hành Hướng dẫn của …" names a document.
            if index + 2 < words.count, ["của", "số", "về", "này"].contains(words[index + 2]) {
                continue
            }
            // "Tổ chức chính trị", "Tổ chức đảng" are names; an order goes on with a verb.
            if folded("\(first) \(second)") == "to chuc" {
                guard index + 2 < words.count, verbs.contains(folded(String(words[index + 2])))
                else { continue }
            }
            return words[(index - 2)...min(index + 3, words.count - 1)].joined(separator: " ")
        }
        return nil
    }

    private static func changedRole(_ sentence: String, from task: CheckedTask) -> String? {
        let opening = sentence.split(separator: " ").prefix(2).joined(separator: " ")
        let now = folded(opening.filter { $0 != "," })
        if task.isInverted {
            return ["chu tri", "tham muu"].contains(now) ? opening : nil
        }
        return now == "phoi hop" && task.reading.roleCue != nil ? opening : nil
    }

    /// A unit that opens a later sentence and does not lead the task.
    private static func otherSubject(
        _ sentence: String, of task: CheckedTask, in plan: CheckedPlan
    ) -> String? {
        let words = folded(sentence)
        let order = ["giao ", "de nghi ", "yeu cau "].first { words.hasPrefix($0) } ?? ""
        let subject = PlainText(String(words.dropFirst(order.count)))
        let unit = plan.unitNames.first {
            subject.hasPrefix($0.name) && subject.bytes.count > $0.name.bytes.count
                && subject.bytes[$0.name.bytes.count] == UInt8(ascii: " ")
        }
        guard let unit, !task.reading.leadUnits.contains(unit.canonical) else { return nil }
        return unit.canonical
    }

    /// After these a capital begins a name: "ban Tổ chức", "tháng Tổ chức …".
    private static let nameHeads: Set = [
        "ban", "phong", "so", "to", "doi", "cuc", "vu", "vien", "an", "hoach", "trinh", "quyet",
        "thang", "ngay", "tuan", "nam", "phong trao", "thi", "cuoc", "hoi",
    ]

    private static let orders: Set = [
        "to chuc", "ra soat", "phoi hop", "chu tri", "tham muu", "xay dung", "tang cuong",
        "thuc hien", "trien khai", "chi dao", "huong dan", "kiem tra", "tuyen truyen", "de xuat",
        "bo tri", "thuong xuyen", "kip thoi", "chiu trach", "day manh", "tiep tuc", "van dong",
        "duy tri", "cung co", "kien toan", "ban hanh", "theo doi", "don doc", "tong hop",
    ]

    private static let verbs: Set = [
        "ra", "kiem", "tap", "tuyen", "thuc", "trien", "cac", "hoi", "dien", "quan", "thong",
        "khao", "van", "ky", "so", "tong", "ban", "giao",
    ]
}
