/// A short form that the plan nowhere explains.
enum AbbreviationRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-14", "Chữ viết tắt chưa được giải thích", .hint,
        meaning: """
            Kế hoạch dùng một chữ viết tắt mà không chỗ nào ghi đầy đủ. Những chữ mọi cán bộ đều \
            biết (UBND, HĐND, PCCC, MTTQ …) không bị báo.
            """,
        reason: "Người nhận ở đơn vị khác, hoặc người mới, có thể hiểu sai hoặc không hiểu.",
        source: """
            Thông lệ soạn thảo văn bản hành chính: cụm từ được ghi đầy đủ ở lần dùng đầu tiên, chữ \
            viết tắt đứng trong ngoặc.
            """,
        wrong: "Tổ BVTT phối hợp kiểm tra các CSLT trên địa bàn.",
        right: """
            Tổ bảo vệ trật tự (sau đây viết tắt là Tổ BVTT) phối hợp kiểm tra các cơ sở lưu trú trên \
            địa bàn.
            """,
        remedy: "Ghi đầy đủ ở lần dùng đầu tiên, kèm «(sau đây viết tắt là …)».")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.reading.abbreviations.compactMap { short in
            guard short.meaning == nil, !isKnown(short.short),
                !plan.reading.repairs.contains(where: { $0.found.contains(short.short) })
            else { return nil }
            return plan.report(
                kind, line: short.line, quoting: short.short,
                "«\(short.short)» không được giải thích trong kế hoạch.")
        }
    }

    /// A short form made of known ones ("UBND-HĐND", "PCCC&CNCH") is known.
    static func isKnown(_ short: String) -> Bool {
        let parts = short.split { !$0.isLetter && !$0.isNumber }
        return parts.allSatisfy { part in
            known.contains(part.uppercased()) || Int(part) != nil || isDepartment(part)
        }
    }

    /// Numbered departments of the police, `PC07`, `C06`, `PA05`: one system in the whole country.
    private static func isDepartment(_ part: Substring) -> Bool {
        let letters = part.prefix { $0.isLetter }.uppercased()
        let digits = part.dropFirst(letters.count)
        return ["PC", "C", "PA", "A", "PX", "X", "PV", "V"].contains(letters)
            && digits.count == 2 && Int(digits) != nil
    }

    /// What every official of a ward reads without thinking.
    private static let known = Set(
        """
        UBND HĐND MTTQ MTTQVN TW TƯ TTG CP QH BCH BTV TT TTHĐND VP VT LĐ PCT CT BCĐ BCT BTC BNV BCA
        BQP BYT BGDĐT BTP BTTTT BXD BTNMT CA CAP CAX CAH CAT CATP CHQS BCHQS PCCC CNCH PCCCCNCH
        ANTT ANQP QPAN ATGT ATTP ANTQ TDP KDC TP TX HN HCM THPT THCS TH MN GD ĐT GDĐT VHXH VHTT
        KTXH CNTT CSDL CĐS DVC QPPL VBQPPL KH NQ NĐ QĐ TB BC CV KL CTR TTR HD TU ĐU HU QU HĐ NN
        CBCCVC CCB LHPN TNCS TNXP ĐTN HND HPN ND PN TH CĐ ĐHĐB ĐBQH XHCN VN VNEID QCVN TCVN QR
        SMS USB GPS GIS VNPT UBMTTQ PPP AI IT ID PDF KT TM TL TUQ PC C A B C D ĐC NXB
        I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
