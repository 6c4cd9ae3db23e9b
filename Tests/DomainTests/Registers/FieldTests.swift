import Domain
import Testing

@Suite struct `A field of a register` {
    private let width = Field<Double>("width_m", "Rộng", unit: .metre, .within(0...50))

    @Test(arguments: [
        ("4,5", 4.5), ("4.5", 4.5), ("1.200", 1200), ("1.200,5", 1200.5), ("1 200", 1200),
        ("0,125", 0.125),
    ])
    func `reads numbers as people type them`(text: String, number: Double) {
        let free = Field<Double>("n", "Số")
        #expect(free.read(text) == .success(.real(number)))
    }

    @Test(arguments: ["4,5 m", "bốn", "--1", "1,2,3", "1e9", "nan"])
    func `refuses what is no number, and says what is`(text: String) throws {
        guard case .failure(let refusal) = width.read(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(refusal.message == "Rộng: «\(text)» không đúng. Hãy nhập một số, như 4,5.")
    }

    @Test func `holds its range, the ends included`() {
        #expect(width.read("0") == .success(.real(0)))
        #expect(width.read("50") == .success(.real(50)))
        #expect(width.read("50,1") == .failure(Refusal(message: "Rộng: phải từ 0 đến 50.")))
    }

    @Test func `takes a choice by key or by title, whatever the diacritics`() {
        let kind = WaterSources.kind
        #expect(kind.read("tank") == .success(.text("tank")))
        #expect(kind.read("Bể nước") == .success(.text("tank")))
        #expect(kind.read("be NUOC") == .success(.text("tank")))
        #expect(kind.read("giếng") != .success(.text("tank")))
    }

    @Test func `takes days in both forms and no 30 February`() {
        let day = Field<Day>("d", "Ngày")
        #expect(day.read("21/11/2026") == .success(.text("2026-11-21")))
        #expect(day.read("2026-11-21") == .success(.text("2026-11-21")))
        #expect(day.read("30/02/2026") != .success(.text("2026-02-30")))
    }

    @Test func `has a longest text`() {
        let name = Field<String>("name", "Tên")
        let longest = String(repeating: "a", count: String.fieldLengthMax)
        #expect(name.read(longest) == .success(.text(longest)))
        #expect(name.read(longest + "a") == .failure(Refusal(message: "Tên: dài nhất 300 ký tự.")))
    }

    @Test func `is read back from how it is kept`() throws {
        for register in Registers.all {
            for field in register.fields {
                for text in [
                    "1", "0,5", "21,5", "2,125", "2026-11-21", "tank", "engine", "done", "chữ",
                ] {
                    guard case .success(let cell) = field.read(text) else { continue }
                    #expect(field.read(cell.plain) == .success(cell), "\(field.key): \(text)")
                }
            }
        }
    }
}

@Suite struct `Reading a record` {
    @Test func `names every refused field`() {
        let problem = #expect(throws: Problem.self) {
            _ = try WaterSources.description.read(["kind": "giếng", "pressure_bar": "21"])
        }
        #expect(
            problem?.refusals.keys.sorted() == ["address", "kind", "name", "pressure_bar", "state"])
        #expect(problem?.message == "Có 5 mục chưa đúng.")
    }
}

@Suite struct `Descriptions of registers` {
    @Test func `are whole`() {
        for register in Registers.all {
            let keys = register.fields.map(\.key)
            #expect(Set(keys).count == keys.count, "\(register.name): a key stands twice")
            for key in register.columns + register.filters {
                #expect(register.field(key) != nil, "\(register.name): no field \(key)")
            }
            let names = keys + [register.name]
            #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil })
            #expect(Set(keys).isDisjoint(with: ["ward", "id", "search", "version", "q", "after"]))
        }
        #expect(Set(Registers.all.map(\.name)).count == Registers.all.count)
    }
}

@Suite struct `What a record lacks` {
    private let today = Day(iso: "2026-11-28")

    @Test func `is asked for by kind and by the clock`() throws {
        let today = try #require(today)
        var texts = [
            "name": "Trụ 1", "kind": "hydrant", "state": "working", "address": "Phố Mẫu",
            "latitude": "21", "longitude": "106",
        ]
        func gaps(_ clocks: [String: Instant]) throws -> [String] {
            var around = RecordQuality.Surroundings(today: today)
            around.clocks = clocks
            let water = WaterSources.description
            return RecordQuality(of: try water.read(texts), in: water, around)
                .gaps.map(\.sentence)
        }
        let fresh = ["state": Instant(startOf: today.adding(days: -180))]
        #expect(
            try gaps(fresh) == [
                "Chưa có tổ dân phố.", "Chưa có ngày kiểm tra gần nhất.", "Chưa có áp lực.",
            ])
        // Volume is wanted of a tank, pressure of a hydrant.
        texts["kind"] = "tank"
        #expect(try gaps(fresh).contains("Chưa có khối tích."))
        #expect(try !gaps(fresh).contains("Chưa có áp lực."))
        let stale = ["state": Instant(startOf: today.adding(days: -181))]
        #expect(try gaps(stale).contains("Chưa ai xác nhận tình trạng từ 181 ngày nay."))
        #expect(try gaps([:]).contains("Chưa ai xác nhận tình trạng."))
    }
}

@Suite struct `Degrees of a place` {
    @Test(arguments: [
        (106.689_000_000_000_01, "106,689"), (21.036_712_4, "21,036712"), (-5, "-5,0"),
    ])
    func `are shown to a millionth`(value: Double, shown: String) {
        #expect(Degrees(value).shown == shown)
    }
}

@Suite struct `A telephone number` {
    @Test(arguments: [
        ("0912 345 678", "0912345678"), ("+84 912.345.678", "0912345678"),
        ("84912345678", "0912345678"), ("912345678", "0912345678"), ("0912-345-678", "0912345678"),
        ("(024) 3825 1234", "02438251234"), ("2438251234", "02438251234"), ("114", "114"),
        ("1900 1234", "19001234"),
    ])
    func `is kept as its digits however it was typed`(text: String, digits: String) {
        #expect(Telephone(text: text)?.digits == digits)
    }

    @Test(arguments: ["", "0912 345 67", "091234567890", "0112345678", "chưa có", "0912345678 / 0"])
    func `is none`(text: String) {
        #expect(Telephone(text: text) == nil)
    }

    @Test func `is shown in groups`() {
        #expect(Telephone(text: "0912345678")?.shown == "0912 345 678")
        #expect(Telephone(text: "02438251234")?.shown == "02438 251 234")
        #expect(Telephone(text: "114")?.shown == "114")
    }
}
