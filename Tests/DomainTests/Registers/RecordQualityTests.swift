import Domain
import Testing

@Suite struct `How good a record is` {
    private static let today = Day(number: 20_785)  // 28/11/2026

    private static func quality(
        _ texts: [String: String], _ change: (inout RecordQuality.Surroundings) -> Void = { _ in }
    ) throws -> RecordQuality {
        let all = [
            "name": "Trụ số 1", "kind": "hydrant", "state": "working", "address": "Số 1 phố Mẫu",
        ]
        var around = RecordQuality.Surroundings(today: today)
        change(&around)
        let register = WaterSources.description
        return RecordQuality(
            of: try register.read(all.merging(texts) { $1 }), in: register, around)
    }

    @Test func `is in each word the share of what is asked of it`() throws {
        let asked = WaterSources.description.fields.count { field in
            field.wanted?.holds(for: ["kind": .text("hydrant"), "state": .text("working")]) == true
        }
        let bare = try Self.quality([:])
        let lacks = bare.gaps.count { $0.kind == .complete }
        #expect(lacks > 1 && lacks <= asked)
        #expect(bare.scores[.complete] == (asked - lacks).hundredths(of: asked))
        let fuller = try Self.quality(["pressure_bar": "2"])
        #expect(fuller.scores[.complete] == (asked - lacks + 1).hundredths(of: asked))
        #expect(bare.scores[.correct] == 100)
    }

    @Test func `falls on the day after a confirmation has run out`() throws {
        let days = try #require(WaterSources.state.freshDays)
        let last = Instant(startOf: Self.today.adding(days: -days))
        let good = try Self.quality([:]) { $0.clocks = ["state": last] }
        #expect(good.scores[.fresh] == 100)
        #expect(good.changesOn == Self.today.adding(days: 1))
        let bad = try Self.quality([:]) { $0.clocks = ["state": last.adding(seconds: -86_400)] }
        #expect(bad.scores[.fresh] == 0)
        #expect(bad.changesOn == nil)
    }

    @Test(arguments: [
        ("TRỤ NƯỚC SỐ MỘT", "viết toàn chữ hoa"), ("trụ nước đầu ngõ", "viết toàn chữ thường"),
        ("Trụ  nước", "khoảng trắng thừa"),
    ])
    func `is not clean by a name that is not spelt as one`(name: String, fault: String) throws {
        let quality = try Self.quality(["name": name])
        #expect(quality.gaps.contains { $0.kind == .clean && $0.sentence.contains(fault) })
        #expect(try #require(quality.scores[.clean]) < 100)
    }

    @Test(arguments: ["UBND", "THCS ABC", "Trụ nước 12", "12 bis", "Trạm bơm Cống Vị"])
    func `is clean by names as people write them`(name: String) throws {
        #expect(try !Self.quality(["name": name]).has(.clean))
    }

    @Test func `is not clean beside records that look like it or by an old address`() throws {
        let twin = try Self.quality([:]) { $0.twins = 2 }
        #expect(twin.gaps.map(\.field).contains(RecordQuality.twinsKey))
        let home = (code: "00001", province: "tỉnh Thử")
        let turned = "Phố Mẫu, số 5"
        let advice = try #require(
            try AddressAdvice.make(for: turned, changes: [], current: [], home: home))
        let old = try Self.quality(["address": turned]) { $0.advice = advice }
        let told = old.gaps.first { $0.kind == .clean && $0.field == "address" }
        #expect(told?.sentence == advice.reasons.first)
        // Words that are not understood are left where they stand.
        let at = try AddressAdvice.make(for: "Đầu phố Mẫu 1", changes: [], current: [], home: home)
        #expect(at == nil)
    }

    @Test func `is not right where its place lies outside the ward or the group that it names`()
        throws
    {
        func square(_ west: Double) -> Polygon {
            let corners = [(21.0, west), (21.0, west + 0.01), (21.01, west + 0.01), (21.01, west)]
            return Polygon(corners.map { Coordinate(latitude: $0.0, longitude: $0.1) })
        }
        let one = "01a1fbd4-f500-7000-8015-c6411be78851"
        let other = "01a1fbd4-f500-7000-8015-c6411be78852"
        let ward = [(21.0, 105.0), (21.0, 105.02), (21.01, 105.02), (21.01, 105.0)]
        let borders = Boundaries(
            ward: Polygon(ward.map { Coordinate(latitude: $0.0, longitude: $0.1) }),
            groups: [one: square(105), other: square(105.01)])
        func faults(_ longitude: String, _ group: String?) throws -> [String] {
            var texts = ["latitude": "21.005", "longitude": longitude]
            texts["group_unit"] = group
            return try Self.quality(texts) { $0.boundaries = borders }
                .gaps.filter { $0.kind == .correct }.map(\.sentence)
        }
        #expect(try faults("105.005", one).isEmpty)
        #expect(try faults("105.005", nil).isEmpty)
        #expect(try faults("105.015", one).first?.contains("ngoài ranh giới của tổ") == true)
        // About 20 m, and 50 m, beyond the border.
        #expect(try faults("105.0102", one).isEmpty)
        #expect(try faults("105.0105", one).count == 1)
        #expect(try faults("105.0205", other) == ["Vị trí nằm ngoài địa giới phường, cách 52 m."])
    }
}
