/// Words that many names have, and that tell little (folded).
///
/// - Source: the kinds of facility of form PC01 with the abbreviations that offices write, forms of
///   enterprise of the Law on Enterprises 59/2020/QH14, kinds of water source and alley of our own
///   registers; the commonest family names and the middle names Văn, Thị.
enum CommonWords {
    /// Of a name that has nothing else, they are all there is to compare; hence not 0.
    static let kindWeight = 0.2
    static let rareWeight = 1.0
    /// A family name is shared by a third of the people at most.
    private static let familyWeight = 0.5
    static let classes = [kindWeight, familyWeight, rareWeight]

    /// The weight of each word of a name: "hoa" tells in "Hoa Mai", and does not in "tạp hóa".
    static func weights(of words: [String]) -> [Double] {
        let known = words.map { table[$0] }
        var weights = known.map { $0?.isFamily == true ? familyWeight : rareWeight }
        var place = 0
        while place < words.count {
            // The longest first; few words begin one.
            let length = known[place]?.phrases.first { words[place...].starts(with: $0) }?.count
            for own in place..<(place + (length ?? 0)) { weights[own] = kindWeight }
            place += length ?? 1
        }
        return weights
    }

    /// What a word may be, or begin.
    private struct Word {
        var isFamily = false
        /// Words of each, the longer first.
        var phrases: [[String]] = []
    }

    private static let table: [String: Word] = {
        var table: [String: Word] = [:]
        for kind in kinds.map({ $0.split(separator: " ").map(String.init) }) where !kind.isEmpty {
            table[kind[0], default: Word()].phrases.append(kind)
        }
        for word in table.keys { table[word]?.phrases.sort { $0.count > $1.count } }
        for family in families { table[family, default: Word()].isFamily = true }
        return table
    }()

    private static let kinds: Set<String> = Set(
        """
        cua hang, ch, nha hang, nh, quan, quan an, an uong, ca phe, cafe, coffee, karaoke, bar, \
        nha nghi, nn, khach san, ks, hotel, homestay, nha tro, phong tro, cong ty, cty, ct, tnhh, mtv, \
        mot thanh vien, co phan, cp, thuong mai, tm, dich vu, dv, va, xay dung, xd, san xuat, sx, \
        kinh doanh, kd, ho kinh doanh, hkd, doanh nghiep, dn, tu nhan, dntn, chi nhanh, cn, van phong, \
        vp, truong, tieu hoc, th, trung hoc co so, thcs, trung hoc pho thong, thpt, mam non, mn, \
        mau giao, mg, lop, kho, bai, kho bai, xuong, cho, sieu thi, trung tam, tt, chung cu, cc, \
        toa nha, gara, sua chua, tap hoa, cay xang, xang dau, gas, dai ly, benh vien, bv, phong kham, \
        pk, tram y te, y te, nha thuoc, chua, dinh, den, nha tho, may mac, go, noi that, vat lieu, vlxd, \
        tru nuoc, be nuoc, tru, be, ho, ao, diem lay nuoc, tram bom, ngo, ngach, hem, kiet, duong, pho, \
        to dan pho, to, khu pho, thon, so, quan bia, bia, hai san, lau, nuong, pho bo, bun, com, tra sua, \
        banh, giay dep, quan ao, thoi trang, dien may, dien lanh, dien thoai, may tinh, o to, oto, xe may, \
        sua xe, rua xe, cat toc, spa, tham my, nha khoa, gym, internet, game, in an, photocopy, \
        van phong pham, nha sach, sach, thuoc, moc, xuong moc, do go, co khi, nhom kinh, inox, sat thep, \
        nhua, bao bi, giat la, may, vai, vang bac, cam do, bao hiem, ngan hang, buu dien, kho hang, \
        hang hoa, tap hoa pham, bach hoa, thuc pham, rau qua, giai khat, phu tung, thiet bi, vat tu
        """.split(separator: ",").map { $0.filter { $0 != "\n" }.trimmingSpaces })
    private static let families: Set<String> = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do",
        "van", "thi",
    ]
}

extension String {
    fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
