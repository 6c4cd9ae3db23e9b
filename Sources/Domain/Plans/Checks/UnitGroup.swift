/// Tells a group of units, which is split into one assignment per member, from a single unit.
enum UnitGroup {
    /// Whether the name stands for every member of a group that can be listed ("các cơ quan, đơn
    /// vị thuộc phường", "Tổ trưởng Tổ dân phố", "UBND các xã").
    static func isGroup(_ name: String) -> Bool {
        memberWords.isFound(in: PlainText(name).padded)
    }

    /// Nouns of which a ward has many, also without "các".
    private static let memberWords = PhraseList(
        [
            "cac", "moi", "nhung", "to dan pho", "thon", "ban lang", "truong hoc", "doan the",
            "chi bo truc thuoc", "ban, nganh", "phong, ban", "so, ban", "co quan, don vi",
            "to chuc, don vi",
            "dia phuong", "doanh nghiep", "ho gia dinh", "nguoi dung dau co so",
        ].map { " \($0) " })
}
