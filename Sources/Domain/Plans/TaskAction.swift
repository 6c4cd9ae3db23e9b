/// Finds where the action of an assignment begins, behind who does it and with whom.
///
/// A predicate in the middle of a sentence is written small, while the same word within a name is
/// not ("Sở Xây dựng", "Ủy ban Kiểm tra"); so capitals tell the two apart.
enum TaskAction {
    /// What is to be done, without the unit that does it ("Các trường học tổ chức …"), the call on
    /// it ("Giao", "Đề nghị") and its role ("chủ trì, phối hợp với …").
    ///
    /// - Parameters:
    ///   - text: the assignment; returned whole where no action can be told apart.
    ///   - rolePhrase: the words of the role at its beginning, that of a table elsewhere.
    ///   - units: names that the assignment is known to hold.
    static func of(_ text: Substring, rolePhrase: String?, units: [String]) -> Substring {
        var action = text
        if let rolePhrase, !rolePhrase.isEmpty, text.hasPrefix(rolePhrase) {
            let rest = text.dropFirst(rolePhrase.count).drop { ",;: ".contains($0) }
            let bare = withoutUnits(rest, units)
            let isAsked = calls.contains(rolePhrase.lowercased())
            if begins(bare) {
                action = bare
            } else if isBody(bare, within: !isAsked), let found = predicate(in: bare),
                !takesObject(rolePhrase)
            {
                action = found
            } else if bare.startIndex > rest.startIndex, !isBody(bare, within: true) {
                // Who does it is known, so that the rest is what they do.
                action = bare
            }
        } else if let rest = afterCall(text, units) {
            action = predicate(in: rest) ?? text
        } else if !begins(text), isBody(text, within: false) || names(text, units) {
            action = predicate(in: text) ?? text
        }
        return withoutRole(action, units)
    }

    /// "chủ trì, phối hợp với Sở Y tế rà soát …" begins with "rà soát".
    private static func withoutRole(_ text: Substring, _ units: [String]) -> Substring {
        let lowered = text.lowercased()
        guard let role = roles.first(where: { lowered.hasPrefix($0) }) else { return text }
        let rest = withoutUnits(text.dropFirst(role.count).drop { ",;: ".contains($0) }, units)
        if begins(rest) { return withoutRole(rest, units) }
        guard isBody(rest, within: true), let found = predicate(in: rest) else { return text }
        return withoutRole(found, units)
    }

    private static let roles = [
        "chủ trì, phối hợp chặt chẽ với", "chủ trì, phối hợp với", "chủ trì phối hợp với",
        "chủ động phối hợp với", "phối hợp chặt chẽ với", "phối hợp với", "chủ trì,",
        "có trách nhiệm", "trong việc",
    ]

    /// Words by which an issuer calls on somebody.
    private static let calls = ["giao", "đề nghị", "yêu cầu", "đối với"]

    private static func afterCall(_ text: Substring, _ units: [String]) -> Substring? {
        let lowered = text.lowercased()
        guard let call = calls.first(where: { lowered.hasPrefix($0 + " ") }) else { return nil }
        let rest = text.dropFirst(call.count + 1)
        return isBody(rest, within: true) || names(rest, units) ? rest : nil
    }

    /// "Tham gia các phiên họp", "Chỉ đạo các cơ quan báo chí": the role itself is the action.
    private static func takesObject(_ rolePhrase: String) -> Bool {
        ["tham gia", "chỉ đạo", "thực hiện", "là "].contains {
            rolePhrase.lowercased().hasPrefix($0)
        }
    }

    // MARK: Units

    private static func names(_ text: Substring, _ units: [String]) -> Bool {
        withoutUnits(text, units).startIndex > text.startIndex
    }

    /// The names of units at the head of what follows a role, and what joins them.
    private static func withoutUnits(_ text: Substring, _ units: [String]) -> Substring {
        var rest = text
        let heads = (units.sorted { $0.count > $1.count } + joiners).map { $0.lowercased() }
        while true {
            if rest.first == "(", let end = rest.firstIndex(of: ")") {
                rest = rest[end...].dropFirst().drop { ",;: ".contains($0) }
                continue
            }
            let start = rest.lowercased()
            guard let head = heads.first(where: { !$0.isEmpty && start.hasPrefix($0) }),
                !rest.dropFirst(head.count).prefix(1).contains(where: \.isLetter)
            else { return rest }
            rest = rest.dropFirst(head.count).drop { ",;: ".contains($0) }
        }
    }

    private static let joiners = ["chặt chẽ với", "với", "và", "cùng", "trong việc", "để"]

    /// Whether a name of somebody opens the text.
    ///
    /// - Parameter within: a sentence, where a capital stands for a name.
    private static func isBody(_ text: Substring, within: Bool) -> Bool {
        if within, let first = text.first, first.isUppercase { return !begins(text) }
        var words = text.prefix(60).split(separator: " ").map { plain($0).lowercased() }
        if let first = words.first, ["các", "những", "mọi"].contains(first) { words.removeFirst() }
        guard let first = words.first else { return false }
        let two = words.prefix(2).joined(separator: " ")
        if notBodies.contains(two) { return false }
        return bodies.contains(first) || bodies.contains(two)
    }

    private static let bodies: Set<String> = [
        "phòng", "ban", "văn phòng", "công an", "ubnd", "ủy ban", "uỷ ban", "hđnd", "hội đồng",
        "trung tâm", "trường", "hội", "đoàn", "đội", "mặt trận", "mttq", "ubmttq", "đảng ủy",
        "đảng uỷ", "chi bộ", "chi", "cấp ủy", "sở", "ngành", "cơ quan", "đơn vị", "địa phương",
        "tổ",
        "lực lượng", "thủ trưởng", "hiệu trưởng", "trưởng", "chủ tịch", "đồng chí", "doanh nghiệp",
        "công ty", "bộ phận", "cơ sở", "trạm", "xã", "phường", "thôn",
    ]
    private static let notBodies: Set<String> = [
        "phòng cháy", "phòng chống", "phòng ngừa", "ban hành", "hội nghị", "hội thảo", "trường hợp",
        "tổ chức", "sở hữu", "đoàn kết", "cơ sở dữ",
    ]

    // MARK: Predicates

    /// Whether an action opens the text.
    private static func begins(_ text: Substring) -> Bool {
        let words = text.prefix(40).split(separator: " ").prefix(3).map { plain($0).lowercased() }
        return (1...3).contains { count in
            words.count >= count && predicates.contains(words.prefix(count).joined(separator: " "))
        }
    }

    /// The text from its first predicate, if only names of units stand before it.
    private static func predicate(in text: Substring) -> Substring? {
        let words = text.prefix(reachMax).split(separator: " ")
        for (index, word) in words.enumerated() where index > 0 {
            let before = words[index - 1]
            if before.last == ":" {
                let rest = text[word.startIndex...].drop { "-+*• ".contains($0) }
                return begins(rest) ? rest : nil
            }
            if before.last.map({ ".;".contains($0) }) == true { return nil }
            let isOne = (1...3).contains { count in
                index + count <= words.count
                    && predicates.contains(
                        words[index..<index + count].map(plain).joined(separator: " "))
            }
            if isOne, !isNoun(index, in: words) { return text[word.startIndex...] }
            if clauses.contains(String(word)), words.dropFirst(index + 1).first != "liên" {
                return nil
            }
        }
        return nil
    }

    /// Letters in which the list of units ends.
    private static let reachMax = 240
    /// Behind these words it is told of the units, not what they do.
    private static let clauses: Set<String> = ["được", "có", "do", "mà", "khi", "nếu"]

    /// "các tổ chức chính trị", "cơ quan, tổ chức, đơn vị", "đoàn kiểm tra".
    private static func isNoun(_ index: Int, in words: [Substring]) -> Bool {
        let before = words[index - 1]
        if ["ban", "đoàn", "đội", "phòng", "tâm", "tác"].contains(plain(before).lowercased()) {
            return true
        }
        guard words[index] == "tổ" else { return false }
        let after = words.dropFirst(index + 2).first.map(plain) ?? ""
        let isListed = before.hasSuffix(",") && words.dropFirst(index + 1).first?.last == ","
        return isListed || ["các", "và", "những", "hoặc"].contains(before.lowercased())
            || ["chính", "đảng", "đoàn", "xã", "thành", "kinh"].contains(after)
    }

    private static func plain(_ word: Substring) -> String {
        String(word.trimmingPrefix("(").prefix { !",;:.)".contains($0) })
    }

    private static let predicates: Set<String> = [
        "tăng cường", "tổ chức", "chủ động", "thực hiện", "xây dựng", "phối hợp", "chủ trì",
        "đẩy mạnh", "hỗ trợ", "căn cứ", "có trách nhiệm", "chịu trách nhiệm", "tiếp tục",
        "tham mưu", "tham gia", "triển khai", "hướng dẫn", "đôn đốc", "kiểm tra", "giám sát",
        "theo dõi", "tổng hợp", "báo cáo", "rà soát", "quán triệt", "tuyên truyền", "phổ biến",
        "vận động", "bố trí", "bảo đảm", "đảm bảo", "chỉ đạo", "lãnh đạo", "định hướng",
        "thường xuyên", "kịp thời", "khẩn trương", "nghiêm túc", "tập trung", "phát huy",
        "nâng cao", "đề xuất", "trực tiếp", "duy trì", "củng cố", "kiện toàn", "huy động",
        "ưu tiên", "quan tâm", "chuẩn bị", "cung cấp", "cập nhật", "khai thác", "ứng dụng",
        "nghiên cứu", "thẩm định", "trình", "phê duyệt", "ban hành", "công bố", "công khai",
        "đăng tải", "phản ánh", "kiến nghị", "phát hiện", "xử lý", "khắc phục", "giải quyết",
        "tiếp nhận", "thông báo", "lập danh sách", "lập biên bản", "lập kế hoạch", "xác định",
        "đổi mới", "phát động", "thống kê", "xem xét", "quyết định", "thành lập", "lồng ghép",
        "tích cực", "định kỳ", "thống nhất", "biểu dương", "khen thưởng", "xác minh", "trao đổi",
        "tiến hành", "hoàn thành", "hoàn thiện", "đánh giá", "phân bổ", "cân đối", "đầu tư", "nắm",
        "chấp hành", "gương mẫu", "đề cao", "ứng phó", "sẵn sàng", "điều phối", "triệu tập", "mời",
        "kết nối", "số hóa", "chia sẻ", "bám sát", "bồi dưỡng", "tập huấn", "huấn luyện",
        "diễn tập", "thực tập", "giúp", "khảo sát", "lựa chọn", "nhắc nhở", "phòng ngừa",
        "bổ sung", "sửa đổi", "điều chỉnh", "nhân rộng", "phân công", "tăng", "đọc", "ký", "góp ý",
        "điều hành", "dự thảo", "đề nghị", "lắp đặt", "sửa chữa", "mua sắm", "trang bị", "tháo dỡ",
        "khai báo", "kiểm soát", "tạo điều kiện", "phân tích", "giới thiệu", "đăng ký",
    ]
}
