/// Abbreviations that every official of Viet Nam reads without an explanation.
///
/// As of November 2025. Sources: the symbols of kinds of document and of bodies in Decree
/// 30/2020/NĐ-CP (Appendix III) and Hướng dẫn 36-HD/VPTW (2018) of the Central Party Office; the
/// names of bodies under the two-level local government in force since 01/7/2025. A document need
/// not explain these; all others it has to explain where it first uses them.
package enum GeneralAbbreviations {
    /// The meaning of a short form that needs no explanation; nil: it does need one.
    package static func meaning(of short: String) -> String? { meanings[short] }

    package static let meanings: [String: String] = [
        "UBND": "Ủy ban nhân dân",
        "HĐND": "Hội đồng nhân dân",
        "TP": "thành phố",
        "TX": "thị xã",
        "TT": "thị trấn, thường trực hoặc thông tư",
        "TW": "Trung ương",
        "TƯ": "Trung ương",
        "MTTQ": "Mặt trận Tổ quốc",
        "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
        "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
        "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
        "BTV": "Ban Thường vụ",
        "BCH": "Ban Chấp hành",
        "BTT": "Ban Thường trực",
        "BTC": "Ban Tổ chức",
        "BCĐ": "Ban Chỉ đạo",
        "TTHĐND": "Thường trực Hội đồng nhân dân",
        "CT": "Chủ tịch hoặc chỉ thị",
        "PCT": "Phó Chủ tịch",
        "VP": "Văn phòng",
        "VPCP": "Văn phòng Chính phủ",
        "VT": "Văn thư",
        "KH": "kế hoạch",
        "QĐ": "quyết định",
        "NĐ": "nghị định",
        "CP": "Chính phủ",
        "NQ": "nghị quyết",
        "NQLT": "nghị quyết liên tịch",
        "TB": "thông báo",
        "BC": "báo cáo",
        "TTr": "tờ trình",
        "CV": "công văn",
        "CĐ": "công điện",
        "HD": "hướng dẫn",
        "KL": "kết luận",
        "QC": "quy chế",
        "CTr": "chương trình",
        "QH": "Quốc hội",
        "ĐBQH": "đại biểu Quốc hội",
        "UBTVQH": "Ủy ban Thường vụ Quốc hội",
        "QPPL": "quy phạm pháp luật",
        "XHCN": "xã hội chủ nghĩa",
        "CHXHCN": "Cộng hòa xã hội chủ nghĩa",
        "TM": "thay mặt",
        "KT": "ký thay",
        "TL": "thừa lệnh",
        "TUQ": "thừa ủy quyền",
        "THCS": "trung học cơ sở",
        "THPT": "trung học phổ thông",
        "CCCD": "căn cước công dân",
        "STT": "số thứ tự",
    ]
}
