/// The words that say what the words after them are: "ngõ", "P.", "tổ dân phố".
///
/// - Source: Luật Tổ chức chính quyền địa phương (tỉnh, thành phố, phường, xã, đặc khu; before
///   1 July 2025 also quận, huyện, thị xã, thị trấn); Thông tư 04/2012/TT-BNV (thôn, làng, ấp, bản,
///   buôn, bon, phum, sóc; tổ dân phố, khu phố, khối phố, khóm, tiểu khu); Thông tư 08/2006/TT-BXD
///   on numbering houses (đường, phố, ngõ, ngách, kiệt, hẻm). Abbreviations as offices write them.
struct AddressMarker {
    enum Part { case site, house, alley, street, group, ward, district, province, city }

    let part: Part
    /// Spelt out.
    let kind: String
    /// Words in small letters, as they are written with diacritics.
    let words: [String]
    /// The same without diacritics.
    let plain: [String]
    /// Written so only for short; they have no diacritics to lose.
    let isAbbreviation: Bool

    private init(_ part: Part, _ kind: String, words: [String], isAbbreviation: Bool) {
        self.part = part
        self.kind = kind
        self.words = words
        plain = words.map(folded)
        self.isAbbreviation = isAbbreviation
    }

    /// Those that begin with a word, by the word without diacritics; more words first, so that
    /// "tổ dân phố" is not "tổ".
    static let byFirst = Dictionary(grouping: all) { $0.plain[0] }

    static let all: [AddressMarker] = {
        let full: [(Part, [String])] = [
            (
                .site,
                [
                    "căn hộ", "căn", "phòng", "tầng", "lô", "tòa nhà", "toà nhà", "tòa", "toà",
                    "chung cư", "khu tập thể", "khu đô thị", "khu công nghiệp", "cụm công nghiệp",
                    "ki ốt", "ki-ốt", "kiốt", "kiot", "quầy", "dãy",
                ]
            ),
            (.house, ["số nhà", "nhà số", "số"]),
            (.alley, ["hẻm xuyệc", "ngõ", "ngách", "hẻm", "kiệt"]),
            (
                .street,
                [
                    "đường phố", "đường", "phố", "đại lộ", "quốc lộ", "tỉnh lộ", "hương lộ",
                ]
            ),
            (
                .group,
                [
                    "tổ dân phố", "tổ", "khu phố", "khối phố", "khối", "khóm", "tiểu khu",
                    "cụm dân cư",
                    "khu dân cư", "khu", "cụm", "thôn", "xóm", "làng", "ấp", "bản", "buôn", "bon",
                    "phum", "sóc",
                ]
            ),
            (.ward, ["phường", "xã", "thị trấn", "đặc khu"]),
            (.district, ["quận", "huyện", "thị xã"]),
            (.province, ["tỉnh"]), (.city, ["thành phố"]),
        ]
        let short: [(Part, String, [String])] = [
            (.site, "chung cư", ["cc"]), (.site, "khu tập thể", ["ktt", "k.t.t"]),
            (.site, "khu đô thị", ["kđt"]), (.site, "khu công nghiệp", ["kcn"]),
            (.site, "cụm công nghiệp", ["ccn"]), (.house, "số", ["sn", "s.n"]),
            (.street, "đường", ["đ.", "d."]), (.street, "quốc lộ", ["ql", "ql."]),
            (.street, "tỉnh lộ", ["tl", "tl."]), (.street, "đường tỉnh", ["đt."]),
            (.group, "tổ dân phố", ["tdp", "tdp.", "tđp"]), (.group, "khu phố", ["kp", "kp."]),
            (.group, "khu dân cư", ["kdc"]),
            (.ward, "phường", ["p.", "p", "f.", "f"]), (.ward, "xã", ["x."]),
            (.ward, "thị trấn", ["tt.", "tt"]), (.district, "quận", ["q.", "q"]),
            (.district, "huyện", ["h."]), (.district, "thị xã", ["tx.", "tx"]),
            (.province, "tỉnh", ["t."]), (.city, "thành phố", ["tp.", "tp", "t.p", "t.p."]),
        ]
        let markers =
            full.flatMap { part, kinds in
                kinds.map { kind in
                    AddressMarker(
                        part, kind.replacing("toà", with: "tòa"),
                        words: kind.split(separator: " ").map(String.init), isAbbreviation: false)
                }
            }
            + short.flatMap { part, kind, spellings in
                spellings.map {
                    AddressMarker(part, kind, words: [$0], isAbbreviation: true)
                }
            }
        return markers.sorted { $0.words.count > $1.words.count }
    }()

    /// Names that begin like a marker and are none: streets of Hà Nội.
    static let names: Set<String> = ["xã đàn"]
}

/// Provinces and cities, folded, as they are and as they were before 1 July 2025.
///
/// - Source: Nghị quyết 202/2025/QH15 on arranging provinces, Điều 1.
enum ProvinceNames {
    /// Folded name to the spelling; short forms of the two largest too.
    static let byFolded: [String: String] = {
        let names = """
            Hà Nội, Huế, Lai Châu, Điện Biên, Sơn La, Lạng Sơn, Quảng Ninh, Thanh Hóa, Nghệ An, \
            Hà Tĩnh, Cao Bằng, Tuyên Quang, Lào Cai, Thái Nguyên, Phú Thọ, Bắc Ninh, Hưng Yên, \
            Hải Phòng, Ninh Bình, Quảng Trị, Đà Nẵng, Quảng Ngãi, Gia Lai, Khánh Hòa, Lâm Đồng, \
            Đắk Lắk, Hồ Chí Minh, Đồng Nai, Tây Ninh, Cần Thơ, Vĩnh Long, Đồng Tháp, Cà Mau, \
            An Giang, Hà Giang, Yên Bái, Bắc Kạn, Vĩnh Phúc, Hòa Bình, Bắc Giang, Thái Bình, \
            Hải Dương, Hà Nam, Nam Định, Quảng Bình, Quảng Nam, Kon Tum, Bình Định, Ninh Thuận, \
            Đắk Nông, Bình Thuận, Phú Yên, Bà Rịa - Vũng Tàu, Bình Dương, Bình Phước, Long An, \
            Sóc Trăng, Hậu Giang, Bến Tre, Trà Vinh, Tiền Giang, Bạc Liêu, Kiên Giang, \
            Thừa Thiên Huế
            """
        var table: [String: String] = [:]
        for name in names.split(separator: ",") {
            let spelling = String(name.drop { $0 == " " })
            table[folded(spelling)] = spelling
        }
        for short in ["hcm", "tphcm", "tp hcm", "sai gon"] { table[short] = "Hồ Chí Minh" }
        for short in ["hn", "tphn"] { table[short] = "Hà Nội" }
        return table
    }()
}
