import Domain
import Storage

/// The response card on one sheet: what to tell 114, what burns, who is there, water, ways, forces.
struct CardView: Sendable {
    let card: ResponseCard
    /// Who reads it out; nil for who was given the address.
    let caller: String?

    private var facility: Record? { card.facility }

    private subscript<Value>(field: Field<Value>) -> Value? { facility?[field] }

    var title: String { self[Facilities.name] ?? card.alarm.siteName ?? "Cơ sở" }

    var html: HTML {
        """
        <div class="card-sheet">
        <header class="card-head"><h1>\(title)</h1>
        <p>\(placeWords)</p>
        <p class="small muted">Báo lúc \(card.alarm.openedAt.clock) \
        \(card.alarm.openedAt.day.vietnamese) · \(card.alarm.last.map { DeskWords.last($0) } ?? "người báo") · \
        số liệu của các sổ lúc \(card.readAt.vietnamese)</p></header>
        \(readOut)
        <div class="card-columns">
        \(section("Cháy cái gì", burning))
        \(section("Người", people))
        \(section("Nguồn nước dùng được", water, empty: waterless))
        \(section("Đường, ngõ, vật cản", ways))
        \(section("Hệ thống, phương tiện tại chỗ", systems))
        \(section("Lực lượng gần nhất", forces))
        \(section("Phương án", plans))
        \(section("Vùng báo cháy", zones))
        </div>
        \(blanks)
        </div>
        """
    }

    private var placeWords: String {
        let point = card.point.map { point in
            "tọa độ \(Degrees(point.latitude).shown); \(Degrees(point.longitude).shown)"
        }
        // Where no address was said, the title is the point.
        let isNamed = facility != nil || card.alarm.place?.hasPrefix("Vị trí ") == true
        let parts = [self[Facilities.address], card.groupName, isNamed ? nil : point]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    // MARK: What 114 is told

    private var readOut: HTML {
        let who = caller.map { "Tôi là \($0). " } ?? ""
        let place = [title, facility == nil ? placeWords : self[Facilities.address] ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let kind = self[Facilities.kind].map { "\($0.title)" } ?? ""
        let size = [
            self[Facilities.storeys].map { "\($0) tầng" },
            self[Facilities.area].map { "\($0.shown) m²" },
        ].compactMap(\.self).joined(separator: ", ")
        let said = [kind, size].filter { !$0.isEmpty }.joined(separator: ", ")
        let told = [card.alarm.lastReport, card.alarm.lastPeople].compactMap(\.self)
        let report = told.isEmpty ? "" : "Người báo nói: \(told.joined(separator: "; ")). "
        let nearest = card.water.first.map { near in
            "Nguồn nước gần nhất: \(near.record[WaterSources.name] ?? ""), cách \(way(near)). "
        }
        let narrow = card.alleys.first.map { near in
            "Ngõ gần nhất \(near.record[Alleys.name] ?? "")\(near.record[Alleys.width].map { ", rộng \($0.shown) m" } ?? "")\(near.record[Alleys.access].map { ", \($0.title.lowercasedFirst)" } ?? ""). "
        }
        let phone = self[Facilities.phone].map { "Điện thoại cơ sở: \($0.shown)." }
        let own = said.isEmpty ? "" : "\(said). "
        return """
            <section class="card-call"><h2>Gọi 114 trước tiên, đọc:</h2>
            <p>«\(who)Báo cháy tại \(place). \(own)\(report)\
            \(burningWords)\(nearest)\(narrow)\(phone)»</p></section>
            """
    }

    private var burningWords: String {
        let words = [
            self[Facilities.goods]?.title, self[Facilities.fireClass]?.title,
            self[Facilities.risk],
        ].compactMap(\.self)
        return words.isEmpty ? "" : "\(words.joined(separator: ", ")). "
    }

    // MARK: Sections

    private func section(_ title: String, _ lines: [HTML?], empty: String? = nil) -> HTML {
        let lines = lines.compactMap(\.self)
        let items: [HTML] = lines.map { "<li>\($0)</li>" }
        let body: HTML =
            lines.isEmpty
            ? "<p class=\"muted\">\(empty ?? "Sổ chưa ghi.")</p>" : "<ul>\(items)</ul>"
        return "<section class=\"card-part\"><h2>\(title)</h2>\(body)</section>"
    }

    private func fact<Value>(_ field: Field<Value>) -> HTML? {
        guard let cell = facility?.cells[field.key], !cell.isEmpty else { return nil }
        return "\(field.label): <strong>\(field.shown(cell))</strong>"
    }

    private var burning: [HTML?] {
        [
            self[Facilities.kind].map { "<strong>\($0.title)</strong>" },
            card.alarm.lastReport.map { "Người báo nói: <strong>\($0)</strong>" },
            fact(Facilities.business), fact(Facilities.goods), fact(Facilities.fireClass),
            fact(Facilities.risk), fact(Facilities.hazard), fact(Facilities.area),
            fact(Facilities.storeys), fact(Facilities.blocks),
        ]
    }

    private var people: [HTML?] {
        [
            card.alarm.lastPeople.map { "Người báo nói: <strong>\($0)</strong>" },
            fact(Facilities.capacity), fact(Facilities.head),
            self[Facilities.phone].map { telephone($0.shown) }, fact(Facilities.owners),
            fact(Facilities.team),
        ]
    }

    private func telephone(_ number: String) -> HTML {
        "Điện thoại: <a href=\"tel:\(number.filter { $0.isNumber || $0 == "+" })\"><strong>\(number)</strong></a>"
    }

    private func metres(_ near: ResponseCard.Near) -> String {
        near.metres.map { "\(Int($0.rounded()).vietnamese) m" } ?? "chưa rõ cách bao xa"
    }

    /// Along the ways, or that the registers know none.
    private func way(_ near: ResponseCard.Near) -> String {
        near.wayMetres.map { "\(Int($0.rounded()).vietnamese) m theo đường, ngõ" }
            ?? "\(metres(near)) theo đường thẳng"
    }

    private var hasPlace: Bool { card.point != nil }

    private var waterless: String {
        hasPlace
            ? "Sổ không có nguồn nước nào đang dùng được mà biết vị trí."
            : "\(facility == nil ? "Chưa biết tọa độ nơi cháy" : "Cơ sở chưa có tọa độ trong sổ"), nên không tính được nguồn nước gần."
    }

    private var water: [HTML?] {
        card.water.map { near in
            let water = near.record
            let more = [
                water[WaterSources.kind]?.title,
                water[WaterSources.pressure].map { "\($0.shown) bar" },
                water[WaterSources.volume].map { "\($0.shown) m³" },
                water[WaterSources.address],
                water[WaterSources.checked].map { "kiểm tra \($0.vietnamese)" }
                    ?? "chưa ghi ngày kiểm tra",
            ].compactMap(\.self).joined(separator: ", ")
            return "<strong>\(way(near))</strong> \(water[WaterSources.name] ?? ""): \(more)"
        }
    }

    private var ways: [HTML?] {
        let alleys: [HTML?] = card.alleys.map { near in
            let alley = near.record
            let more = [
                alley[Alleys.width].map { "rộng \($0.shown) m" } ?? "chưa đo chiều rộng",
                alley[Alleys.height].map { "cao \($0.shown) m" },
                alley[Alleys.depth].map { "sâu \($0.shown) m" },
                alley[Alleys.access]?.title.lowercasedFirst,
            ].compactMap(\.self).joined(separator: ", ")
            return "\(alley[Alleys.name] ?? "") (cách \(metres(near))): <strong>\(more)</strong>"
        }
        let obstacles: [HTML?] = card.obstacles.map { near in
            "▲ \(near.record[RoadObstacles.name] ?? ""), \(near.record[RoadObstacles.address] ?? "") (cách \(metres(near)))"
        }
        return [fact(Facilities.roads)] + alleys + obstacles
    }

    private var systems: [HTML?] {
        [fact(Facilities.systems), fact(Facilities.equipment), fact(Facilities.water)]
    }

    private var forces: [HTML?] {
        card.forces.map { near in
            let force = near.record
            let kit = (card.equipment[force.id] ?? []).map { item in
                "\(item[EquipmentItems.usable] ?? item[EquipmentItems.count] ?? 0) \((item[EquipmentItems.name] ?? "").lowercasedFirst)"
            }.joined(separator: ", ")
            let more = [
                near.metres.map { "cách \(Int($0.rounded()).vietnamese) m" },
                force[Forces.members].map { "\($0) người" }, force[Forces.leader],
                force[Forces.phone]?.shown, kit.isEmpty ? nil : kit,
            ].compactMap(\.self).joined(separator: ", ")
            return "<strong>\(force[Forces.name] ?? "")</strong>: \(more)"
        }
    }

    private var plans: [HTML?] {
        card.plans.map { plan in
            let more = [
                plan[ResponsePlans.kind]?.title, plan[ResponsePlans.state]?.title.lowercasedFirst,
                plan[ResponsePlans.approved].map { "duyệt \($0.vietnamese)" },
            ].compactMap(\.self).joined(separator: ", ")
            return
                "<a href=\"/registers/response_plans/\(plan.id)\">\(plan[ResponsePlans.name] ?? "")</a>: \(more)"
        }
    }

    private var zones: [HTML?] {
        card.zones.prefix(6).map { line in
            let place = line.zone.place
            let words = place.isEmpty ? "Không ghi vùng" : DeskWords.place(place)
            let said = line.words.map { " «\($0)»" } ?? ""
            return "\(words): <strong>\(line.state.title)</strong>, \(line.at.clock)\(said)"
        }
    }

    /// What only who is there knows.
    private var blanks: HTML {
        let parts: [HTML] = [
            "Giờ đến", "Hướng và sức gió", "Người còn bên trong", "Chỉ huy", "Ghi thêm",
        ].map { "<div class=\"card-blank\"><span>\($0):</span></div>" }
        return
            "<section class=\"card-blanks\" aria-label=\"Ghi tại hiện trường\">\(parts)</section>"
    }
}
