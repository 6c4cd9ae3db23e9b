import Domain
import Testing

@Suite struct `An address` {
    /// What was written, and how it is spelt out.
    private static let spelt: [(String, String)] = [
        // Doors and alleys.
        ("12/34/5 Nguyễn Trãi", "Số 12/34/5 Nguyễn Trãi"),
        ("số 5 ngách 12/7 ngõ 12", "Số 5, ngách 7, ngõ 12"),
        (
            "Ngõ 12 ngách 7 hẻm 3 số 5 phố Khâm Thiên",
            "Số 5, hẻm 3, ngách 7, ngõ 12, phố Khâm Thiên"
        ),
        ("số 5 hẻm 34/7 ngách 34 ngõ 12 phố X", "Số 5, hẻm 7, ngách 34, ngõ 12, phố X"),
        ("ngõ12 ngách7 số5", "Số 5, ngách 7, ngõ 12"),
        ("ngách 12/7 phố Huế", "Ngách 7, ngõ 12, phố Huế"),
        ("hẻm 12/34 Nguyễn Đình Chiểu", "Hẻm 12/34, Nguyễn Đình Chiểu"),
        ("hẻm xuyệc 12/3 Trần Phú", "Hẻm xuyệc 12/3, Trần Phú"),
        ("12 xuyệt 34 Lê Lợi", "Số 12/34 Lê Lợi"),
        ("12 / 34 Lê Lợi", "Số 12/34 Lê Lợi"),
        ("K12/H3/5 Trần Cao Vân, Đà Nẵng", "Số 5, hẻm 3, kiệt 12, Trần Cao Vân, Đà Nẵng"),
        ("K408/23 Hoàng Diệu", "Số 23, kiệt 408, Hoàng Diệu"),
        ("K12 Nguyễn Tất Thành", "Kiệt 12, Nguyễn Tất Thành"),
        ("Ngõ Trạm, phường Hàng Bông", "Ngõ Trạm, phường Hàng Bông"),
        ("ngõ 42 phố Mẫu", "Ngõ 42, phố Mẫu"),
        ("Số 12 - 14 Hàng Bài", "Số 12-14 Hàng Bài"),
        ("12 bis Ngô Quyền", "Số 12bis Ngô Quyền"),
        ("Nhà số 3 đường 2/9, Hải Châu", "Số 3, đường 2/9, Hải Châu"),
        // Within buildings and sites.
        ("P.1203 chung cư CT1, phố Duy Tân", "Phòng 1203, chung cư CT1, phố Duy Tân"),
        ("Tầng 3, tòa nhà Lotte, 54 Liễu Giai", "Tầng 3, tòa nhà Lotte, số 54 Liễu Giai"),
        ("Lô B5 khu công nghiệp Quang Minh", "Lô B5, khu công nghiệp Quang Minh"),
        ("120 Yên Lãng (tầng 1), Đống Đa", "Tầng 1, số 120 Yên Lãng, Đống Đa"),
        // Streets whose names look like something else.
        ("12 Xã Đàn", "Số 12 Xã Đàn"),
        ("12A Tô Hiến Thành", "Số 12A Tô Hiến Thành"),
        ("Đường số 5, khu phố 4", "Đường số 5, khu phố 4"),
        ("Quốc lộ 1A, thị trấn Cầu Giát", "Quốc lộ 1A, thị trấn Cầu Giát"),
        // Groups and villages.
        (
            "Tổ 5 khu phố 3, phường Long Bình, TP. Biên Hòa, Đồng Nai",
            "Tổ 5, khu phố 3, phường Long Bình, thành phố Biên Hòa, Đồng Nai"
        ),
        ("TDP số 05, phường Ngọc Hà", "Tổ dân phố 05, phường Ngọc Hà"),
        ("TDP12 P. Ngọc Hà", "Tổ dân phố 12, phường Ngọc Hà"),
        ("Bản Nà Lạn, xã Đồng Tâm", "Bản Nà Lạn, xã Đồng Tâm"),
        (
            "Ấp Bình Hòa, xã Tân Phú, H. Châu Thành, tỉnh Bến Tre",
            "Ấp Bình Hòa, xã Tân Phú, huyện Châu Thành, tỉnh Bến Tre"
        ),
        // Abbreviations, uneven marks, capitals, no diacritics.
        (
            "12 Đội Cấn, P.Cống Vị, Q.Ba Đình, TP.Hà Nội",
            "Số 12 Đội Cấn, phường Cống Vị, quận Ba Đình, thành phố Hà Nội"
        ),
        ("45/6 Lê Lợi, P5, Q3, TPHCM", "Số 45/6 Lê Lợi, phường 5, quận 3, Hồ Chí Minh"),
        (
            "12 Đội Cấn - P. Cống Vị - Ba Đình - Hà Nội",
            "Số 12 Đội Cấn, phường Cống Vị, Ba Đình, Hà Nội"
        ),
        ("Đ. Nguyễn Trãi;P. Thanh Xuân.", "Đường Nguyễn Trãi, phường Thanh Xuân"),
        ("12 P. Huế, phường Phạm Đình Hổ", "Số 12, phố Huế, phường Phạm Đình Hổ"),
        (
            "so 5 ngach 12/7 ngo 12 pho Doi Can, phuong Cong Vi, quan Ba Dinh, Ha Noi",
            "Số 5, ngách 7, ngõ 12, phố Doi Can, phường Cong Vi, quận Ba Dinh, Hà Nội"
        ),
        ("sn 7 to 12 phuong Ngoc Ha", "Số 7, tổ 12, phường Ngoc Ha"),
        ("SỐ 5 NGÕ 12 PHỐ HUẾ QUẬN HAI BÀ TRƯNG", "Số 5, ngõ 12, phố Huế, quận Hai Bà Trưng"),
        // What is not understood stays as it is.
        ("Chợ Ngọc Hà", "Chợ Ngọc Hà"),
        ("gần trường tiểu học, sau đình làng", "Gần trường tiểu học, sau đình làng"),
        ("", ""), (",,; ", ""),
    ]

    @Test(arguments: spelt)
    func `is spelt out`(written: String, expected: String) {
        #expect(AddressParser.read(written).canonical == expected)
    }

    @Test(arguments: spelt)
    func `spelt out is read as the same`(written: String, expected: String) {
        let once = AddressParser.read(expected)
        #expect(once.canonical == expected)
        #expect(once.alleyDepth == AddressParser.read(written).alleyDepth)
    }

    @Test(arguments: [
        ("12 Nguyễn Trãi", 0), ("Ngõ 12, Đội Cấn", 1), ("số 5 ngách 12/7", 2),
        ("12/34/5 Lê Lợi", 2),
        ("số 5 hẻm 34/7 ngách 34 ngõ 12", 3), ("K12/H3/5 Trần Cao Vân", 2), ("Thôn Đông", 0),
    ])
    func `tells how deep its alley is`(written: String, depth: Int) {
        #expect(AddressParser.read(written).alleyDepth == depth)
    }

    @Test func `is the same path however it is written`() {
        let ways = [
            "12/34/5 Nguyễn Trãi", "Số 5, ngách 34, ngõ 12 phố Nguyễn Trãi",
            "số 5 ngách 12/34 Nguyễn Trãi", "so 05 ngach 34 ngo 12 duong Nguyen Trai",
        ]
        for way in ways { #expect(AddressParser.read(way).path == ["12", "34", "5"], "\(way)") }
    }

    @Test func `keeps its parts by name`() {
        let address = AddressParser.read(
            "Số 5 ngõ 12 phố Đội Cấn, TDP 3, P. Cống Vị, Q. Ba Đình, Hà Nội, cạnh chợ")
        #expect(address.house == "5")
        #expect(address.alleys == [Address.Part("ngõ", "12")])
        #expect(address.street == Address.Part("phố", "Đội Cấn"))
        #expect(address.groups == [Address.Part("tổ dân phố", "3")])
        #expect(address.ward == Address.Part("phường", "Cống Vị"))
        #expect(address.district == Address.Part("quận", "Ba Đình"))
        #expect(address.rest == ["Hà Nội", "cạnh chợ"])
    }

    @Test func `of any bytes is read without an end`() {
        var state: UInt64 = 7
        let letters = Array("aăđ0 1/.-,PQ;ngõ\n(Kh")
        for _ in 0..<3_000 {
            var text = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(letters[Int(state >> 33) % letters.count])
            }
            let canonical = AddressParser.read(text).canonical
            let (before, after) = (
                text.count(where: \.isNumber), canonical.count(where: \.isNumber)
            )
            // Numbers said twice, as that of the ngõ within its ngách, are said once.
            #expect(after <= before, "\(text) → \(canonical)")
        }
    }
}
