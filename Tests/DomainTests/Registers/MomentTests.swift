import Domain
import Testing

@Suite struct `A minute of a day` {
    @Test(arguments: [
        "15:40 21/11/2026", "21/11/2026 15:40", "15h40 ngày 21/11/2026", "15h40, 21/11/2026",
        "15 giờ 40 phút ngày 21/11/2026", "lúc 15 giờ 40 ngày 21/11/2026", "2026-11-21T15:40",
        "2026-11-21 15:40:59", "15:40:00 21/11/2026",
    ])
    func `is read as people write it`(text: String) throws {
        let moment = try #require(Moment(text: text))
        #expect(moment.shown == "15:40 21/11/2026")
        #expect(moment.cell == .text("2026-11-21T15:40"))
        #expect(Moment(cell: moment.cell) == moment)
        #expect(Moment(text: moment.shown) == moment)
    }

    @Test(arguments: [
        "", "21/11/2026", "15:40", "24:00 21/11/2026", "15:60 21/11/2026", "15:40 30/02/2026",
        "15:40 16:00 21/11/2026", "sáng 21/11/2026", "2026-11-21T", "2026-02-30T10:00",
    ])
    func `is none without an hour and a day that there are`(text: String) {
        #expect(Moment(text: text) == nil)
    }

    @Test func `comes before a later one, over midnight and over years`() throws {
        let texts = ["2026-12-31T23:59", "2027-01-01T00:00", "2027-01-01T00:01"]
        let moments = texts.compactMap { Moment(text: $0) }
        #expect(moments.sorted() == moments)
        #expect(try #require(moments.last).minutes(since: try #require(moments.first)) == 2)
        #expect(texts.sorted() == texts)
    }
}

@Suite struct `A minute of any day` {
    @Test(arguments: [
        ("7:30", "07:30"), ("07h30", "07:30"), ("7h", "07:00"), ("7 giờ 5", "07:05"),
        ("7 giờ 05 phút", "07:05"), ("0:00", "00:00"), ("23:59", "23:59"), ("16g15", "16:15"),
    ])
    func `is read as people write it`(text: String, shown: String) {
        #expect(TimeOfDay(text: text)?.shown == shown)
    }

    @Test(arguments: ["", "7", "24:00", "7:60", "7:5:61", "007:30", "sáng", "-7:30", "7:30 21"])
    func `is none`(text: String) {
        #expect(TimeOfDay(text: text) == nil)
    }
}

@Suite struct `An amount of money` {
    @Test(arguments: [
        ("150.000.000", 150_000_000), ("150.000.000 đ", 150_000_000), ("150000000", 150_000_000),
        ("1,5 triệu", 1_500_000), ("1,5tr", 1_500_000), ("2 tỷ", 2_000_000_000),
        ("2,25 tỉ đồng", 2_250_000_000), ("500 nghìn", 500_000), ("0", 0), ("12 VND", 12),
    ])
    func `is read in đồng, thousands, millions and thousands of millions`(
        text: String, dong: Int
    ) {
        #expect(Money(text: text) == Money(dong))
    }

    @Test(arguments: ["", "nhiều", "1,5", "12 đô la", "1 triệu 5", "1e9"])
    func `is none`(text: String) {
        #expect(Money(text: text) == nil)
    }

    @Test func `is not below nothing, and is shown in groups`() {
        let field = Field<Money>("m", "Số tiền", unit: .dong)
        #expect(field.read("1,5 triệu") == .success(.integer(1_500_000)))
        #expect(field.shown(.integer(1_500_000)) == "1.500.000 đồng")
        #expect(field.read("-1") == .failure(Refusal(message: "Số tiền: không được là số âm.")))
    }
}

@Suite struct `A part of a hundred` {
    @Test(arguments: [("0", 0.0), ("100%", 100), ("12,5%", 12.5), ("33.3", 33.3)])
    func `is read with and without its sign`(text: String, value: Double) {
        let field = Field<Percent>("p", "Tỷ lệ")
        #expect(field.read(text) == .success(.real(value)))
    }

    @Test(arguments: ["100,1", "-1", "%", "nửa"])
    func `is none outside the whole`(text: String) {
        guard case .failure = Field<Percent>("p", "Tỷ lệ").read(text) else {
            Issue.record("\(text) was taken")
            return
        }
    }
}
