import Domain
import Testing

@Suite struct `The columns of a sheet` {
    private let water = WaterSources.description

    private func keys(_ rows: [[String]], _ remembered: [String: String] = [:]) -> [Int: String] {
        SheetColumns.find(in: rows, of: water, remembered: remembered).keys
    }

    @Test func `are known by label, by what offices call them, and by most of their words`() {
        #expect(
            keys([["STT", "Tên trụ nước", "VỊ TRÍ", "tinh trang", "Áp lực nước (bar)", "Tọa độ"]])
                == [1: "name", 2: "address", 3: "state", 4: "pressure_bar"])
    }

    @Test func `are looked for below the title, over several rows of heads`() {
        let columns = SheetColumns.find(
            in: [
                ["UBND PHƯỜNG THỬ"], ["DANH SÁCH TRỤ NƯỚC"],
                ["TT", "Tên", "Tọa độ", "Tọa độ", "Địa chỉ"],
                ["", "", "Vĩ độ", "Kinh độ", ""], ["1", "Trụ 1", "21", "105", "Phố Mẫu"],
            ], of: water)
        #expect(columns.headRows == 4)
        #expect(columns.keys == [1: "name", 2: "latitude", 3: "longitude", 4: "address"])
        #expect(columns.heads[2] == "Tọa độ – Vĩ độ")
    }

    @Test func `keep what a person matched before, a column to leave out too`() {
        let remembered = ["cot la": "owner", "ten": ""]
        #expect(keys([["Cột lạ", "Tên", "Địa chỉ"]], remembered) == [0: "owner", 2: "address"])
    }

    @Test func `have each field once, the first head that names it`() {
        #expect(keys([["Địa chỉ", "Vị trí", "Tên"]]) == [0: "address", 2: "name"])
    }

    @Test func `of an export of ours are all known`() {
        let heads = [SheetColumns.identifierHead] + water.fields.map(\.label)
        let found = keys([heads])
        #expect(found[0] == "id")
        #expect(found.count == heads.count)
    }
}

@Suite struct `Rows of a sheet before a register` {
    private let water = WaterSources.description
    private static let one = "00000001-0000-7000-8000-000000000000"
    private static let two = "00000002-0000-7000-8000-000000000000"
    private static let three = "00000003-0000-7000-8000-000000000000"
    private let groups = GroupNames([
        (id: Self.one, names: ["Tổ dân phố số 1", "TDP 1"]),
        (id: Self.two, names: ["Tổ dân phố số 2"]),
        (id: Self.three, names: ["Tổ dân phố Đình Thử"]),
    ])

    private func judge(
        _ rows: [[String]], existing: [Record] = [],
        mayKeep: @escaping ([String: Cell]) -> Bool = { _ in true }
    ) throws -> [ImportedRow] {
        let columns = SheetColumns.find(in: rows, of: water)
        var judge = RowJudge(water, columns)
        let numbered = rows.enumerated().map { Sheet.Row(number: $0 + 1, cells: $1) }
        let known = RowJudge.Known(
            named: { names in
                names.map { name in
                    existing.first {
                        $0.id == name.id
                            || name.identity != nil && water.identity(of: $0.cells) == name.identity
                    }
                }
            },
            likely: { $0.map { _ in nil } },
            profiles: { [water] in $0.map { LikenessProfile($0, water.likeness) } },
            meaning: { text, _ in
                groups.group(text).map(NamedCell.found) ?? .refused("không có tổ «\(text)».")
            },
            mayKeep: mayKeep)
        return try judge.judge(Array(numbered.dropFirst(columns.headRows)), by: known)
    }

    private static let heads = ["Tên", "Loại", "Tình trạng", "Địa chỉ", "TDP"]

    @Test func `that look like an earlier row are asked about`() throws {
        let rows = try judge([
            Self.heads, ["Trụ Hoa Mai", "Trụ nước", "Hỏng", "12 phố Láng", "1"],
            ["Trụ nước Hoa Mai", "Trụ nước", "Hỏng", "số 12 phố Láng", "1"],
            ["Trụ Sơn Lâm", "Trụ nước", "Hỏng", "98 phố Huế", "1"],
        ])
        #expect(rows.map(\.verdict) == [.added, .asked, .added])
        #expect(rows[1].neighbour?.number == 2)
        #expect(rows[1].likely == nil)
    }

    @Test(arguments: [
        ("Tổ dân phố số 2", two), ("TDP 02", two), ("2", two), ("TO DAN PHO DINH THU", three),
        ("tdp 1", one), (three, three),
    ])
    func `name groups as people do`(text: String, id: String) {
        #expect(groups.group(text) == id)
    }

    @Test(arguments: ["", "Tổ 9", "Tổ 1-2", "khu phố mới"])
    func `name no group by other words`(text: String) {
        #expect(groups.group(text) == nil)
    }

    @Test func `are new, changed, the same or refused, each with its line and what to do`() throws {
        let old = try water.read([
            "name": "Trụ 1", "kind": "hydrant", "state": "working", "address": "Phố Mẫu",
            "note": "giữ lại",
        ])
        let same = try water.read([
            "name": "Bể 2", "kind": "tank", "state": "working", "address": "Ngõ 2",
            "group_unit": Self.two,
        ])
        let rows = try judge(
            [
                Self.heads, ["(1)", "(2)", "(3)", "(4)", "(5)"], ["Khu A"],
                ["TRU 1", "Trụ nước", "Hỏng", "phố mẫu", "1"],
                ["Bể 2", "Bể nước", "Dùng được", "Ngõ 2", "Tổ 2"],
                ["Bơm 3", "Trạm bơm", "hỏng", "Ngõ 3", ""],
                ["Bơm 4", "Tên lửa", "hỏng", "Ngõ 4", "Tổ 9"],
                ["Bơm 3", "Trạm bơm", "Hỏng", "NGÕ 3", ""], ["Tổng cộng", "4", "", "", ""],
            ],
            existing: [
                Record(id: "r1", version: 3, cells: old), Record(id: "r2", version: 1, cells: same),
            ])
        #expect(rows.map(\.verdict) == [.changed, .same, .added, .rejected, .rejected])
        #expect(rows.map(\.number) == [4, 5, 6, 7, 8])
        #expect(rows[0].record?.id == "r1")
        #expect(rows[0].cells["state"] == .text("broken"))
        #expect(rows[0].cells["note"] == .text("giữ lại"))
        #expect(rows[0].cells["group_unit"] == .text(Self.one))
        #expect(rows[3].reasons.count == 2)
        #expect(rows[3].reasons[0].contains("không có tổ «Tổ 9»"))
        #expect(rows[4].reasons == ["Trùng với dòng 6 của tệp. Hãy giữ một dòng."])
    }

    @Test func `take nothing away where a cell is empty`() throws {
        let known = try water.read([
            "name": "Trụ 1", "kind": "hydrant", "state": "working", "address": "Phố Mẫu",
            "group_unit": Self.one,
        ])
        let record = Record(id: "r1", version: 1, cells: known)
        let rows = try judge(
            [Self.heads, ["Trụ 1", "", "Hỏng", "Phố Mẫu", ""]], existing: [record])
        #expect(rows.map(\.verdict) == [.changed])
        #expect(rows[0].cells == known.merging(["state": .text("broken")]) { $1 })
        #expect(
            try judge([Self.heads, ["Trụ 1", "", "", "Phố Mẫu", ""]], existing: [record])
                .map(\.verdict) == [.same])
    }

    @Test func `need the columns without which no record is kept`() throws {
        let rows = try judge([["Tên", "Địa chỉ"], ["Trụ 9", "Phố"]])
        #expect(rows[0].verdict == .rejected)
        #expect(rows[0].reasons.count == 2)
    }

    @Test func `outside the officer's area are refused`() throws {
        let rows = try judge(
            [
                Self.heads, ["Trụ 5", "Trụ nước", "Hỏng", "Phố", "2"],
                ["Trụ 6", "Trụ nước", "Hỏng", "Phố", "1"],
            ]
        ) { $0["group_unit"] == .text(Self.one) }
        #expect(rows.map(\.verdict) == [.rejected, .added])
    }
}
