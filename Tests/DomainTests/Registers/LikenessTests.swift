import Domain
import Testing

@Suite struct `Two records` {
    private static let register = Facilities.description

    private static func cells(
        _ name: String, _ address: String, phone: String = "", head: String = "",
        at point: (Double, Double)? = nil
    ) throws -> [String: Cell] {
        try register.read([
            "name": name, "kind": "shop", "state": "working", "address": address, "phone": phone,
            "head": head, "latitude": point.map { "\($0.0)" } ?? "",
            "longitude": point.map { "\($0.1)" } ?? "",
        ])
    }

    private static func judge(_ one: [String: Cell], _ other: [String: Cell]) -> LikenessJudgement {
        register.likeness.judge(
            LikenessProfile(one, register.likeness), LikenessProfile(other, register.likeness))
    }

    @Test func `with one number, like names and one place are told to be one`() throws {
        let one = try Self.cells(
            "Cửa hàng gas Hoa Mai", "12 ngõ 34 phố Đội Cấn", phone: "0912345678",
            at: (21.0360, 105.8300))
        let other = try Self.cells(
            "CH gas Hoa Mia", "Số 34/12 Doi Can", phone: "+84 912 345 678", at: (21.03618, 105.8300)
        )
        let judgement = Self.judge(one, other)
        #expect(judgement.isLikely)
        #expect(
            Self.register.reason(judgement)
                == "cùng địa chỉ, cùng điện thoại, cách 20 m, tên cơ sở gần giống")
    }

    /// Same owner's other shop, neighbours, the next number: none is asked about.
    @Test func `that only share an owner, a street or a kind are two`() throws {
        let shop = try Self.cells(
            "Cửa hàng gas Hoa Mai", "12 phố Đội Cấn", phone: "0912345678", head: "Trần Văn An")
        let others = [
            try Self.cells(
                "Nhà nghỉ Bình Minh", "88 phố Hoàng Hoa Thám", phone: "0912345678",
                head: "Trần Văn An"),
            try Self.cells("Cửa hàng gas Hoa Mai", "90 phố Liễu Giai", head: "Lê Thị Bình"),
            try Self.cells("Cửa hàng gas Thanh Tùng", "14 phố Đội Cấn"),
            try Self.cells("Nhà thuốc Minh Tâm", "12 phố Đội Cấn", head: "Phạm Thu Hà"),
        ]
        for other in others { #expect(!Self.judge(shop, other).isLikely, "\(other["name"]!)") }
    }

    @Test(arguments: [
        ("Trường Tiểu học số 2", "Trường Tiểu học số 3", Likeness.Level.other),
        ("Cửa hàng Hoa Mai", "Hoa Mai cửa hàng", .same), ("Cửa hàng Hoa Mai", "CH Hoa Mai", .near),
        ("Nhà hàng Hoàng Anh", "Nhà hàng Hoang Anh", .same),
        ("Karaoke Thanh Xuân", "Karaoke Thanh Xuan 2", .part),
        ("Công ty TNHH Minh Long", "Công ty TNHH Hòa Phát", .other),
        ("Minh Long", "MinhLong", .same), ("Khách sạn Sunrise", "Khách sạn Sunrize", .near),
    ])
    func `have names that are alike`(one: String, other: String, level: Likeness.Level) throws {
        let judgement = Self.judge(
            try Self.cells(one, "1 phố A"), try Self.cells(other, "1 phố A"))
        #expect(judgement.findings.first?.level == level)
    }

    @Test(arguments: [
        ("12/34/5 Nguyễn Trãi", "Số 5 ngách 34 ngõ 12 phố Nguyễn Trãi", Likeness.Level.same),
        ("12 Đội Cấn, P. Cống Vị", "số 12 phố Doi Can", .same),
        ("12 phố Đội Cấn", "14 phố Đội Cấn", .other), ("12 phố Đội Cấn", "12A phố Đội Cấn", .part),
        ("ngõ 12 phố Đội Cấn", "số 5 ngõ 12 phố Đội Cấn", .part),
        ("12 phố Đội Cấn", "12 phố Liễu Giai", .other),
        ("Tầng 1, 12 Duy Tân", "Tầng 2, 12 Duy Tân", .other),
        ("Thôn Đông", "thôn Đông, xã An Khánh", .near),
        ("Chợ Ngọc Hà", "Cho Ngoc Ha", .same),
    ])
    func `have addresses that are alike`(one: String, other: String, level: Likeness.Level) throws {
        let judgement = Self.judge(try Self.cells("A", one), try Self.cells("A", other))
        #expect(judgement.findings.dropFirst().first?.level == level)
    }

    @Test func `are found by a key that they share, in memory`() async throws {
        let rows = [
            try Self.cells("Cửa hàng gas Hoa Mai", "12 phố Đội Cấn", phone: "0912345678"),
            try Self.cells("Nhà nghỉ Bình Minh", "88 phố Hoàng Hoa Thám", phone: "0988888888"),
            try Self.cells("Hoa Mai", "12 Đội Cấn", phone: ""),
            try Self.cells("Nhà nghỉ Binh Minh", "88 Hoàng Hoa Thám", phone: ""),
            try Self.cells("Karaoke Sao Đêm", "12 phố Liễu Giai", phone: "0977777777"),
        ]
        let index = await LikenessIndex(of: rows.count, by: Self.register.likeness) { rows[$0] }
        #expect(Set(await index.pairs().map { [$0.one, $0.other] }) == [[0, 2], [1, 3]])
    }

    @Test(arguments: [0, 1]) func `are none among no records, and of one`(count: Int) async throws {
        let row = try Self.cells("Hoa Mai", "12 phố Đội Cấn")
        let index = await LikenessIndex(of: count, by: Self.register.likeness) { _ in row }
        #expect(await index.pairs().isEmpty)
    }

    @Test(arguments: [(LikenessIndex.blockMax, true), (LikenessIndex.blockMax + 1, false)])
    func `are not looked for by what too many share`(count: Int, isFound: Bool) async throws {
        let row = try Self.cells("Hoa Mai", "12 phố Đội Cấn")
        let index = await LikenessIndex(of: count, by: Self.register.likeness) { _ in row }
        let pairs = await index.pairs().count
        #expect(pairs == (isFound ? count * (count - 1) / 2 : 0))
    }

    @Test func `of a register without a declaration of its own are compared by its fields`() {
        for register in Registers.all {
            #expect(!register.likeness.traits.isEmpty, "\(register.name)")
            #expect(!register.likeness.blocks.isEmpty, "\(register.name)")
            for trait in register.likeness.traits {
                for key in trait.keys { #expect(register.field(key) != nil, "\(register.name)") }
            }
        }
    }

    @Test func `side by side propose the fuller and the later confirmed value`() throws {
        let kept = Record(
            id: "1", version: 1,
            cells: try Self.cells("Hoa Mai", "12 phố Đội Cấn", phone: "0912345678"))
        let merged = Record(
            id: "2", version: 1,
            cells: try Self.cells(
                "Cửa hàng gas Hoa Mai", "12 pho Doi Can", phone: "0988888888", head: "Trần Văn An"))
        let merge = RecordMerge(
            Self.register, kept: kept, merged: merged, for: .office,
            keptClocks: ["phone": Instant(milliseconds: 1)],
            mergedClocks: ["phone": Instant(milliseconds: 2)])
        let preferred = Dictionary(
            uniqueKeysWithValues: merge.choices.map { ($0.field.key, $0.preferred) })
        #expect(
            preferred == ["name": .merged, "address": .kept, "phone": .merged, "head": .merged])
        let cells = merge.cells(["phone": .kept])
        #expect(cells["phone"] == .text("0912345678"))
        #expect(cells["name"] == .text("Cửa hàng gas Hoa Mai"))
        #expect(cells["state"] == .text("working"))
    }
}
