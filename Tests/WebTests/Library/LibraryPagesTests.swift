import Domain
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Pages of the library` {
    private static let decree = [
        ("kind", "decree"), ("number", "7/2026/NĐ-CP"), ("title", "Về <an toàn>"),
        ("issuer", "Chính phủ"), ("level", "central"), ("issued", "2026-02-01"),
        ("in_force_from", "2026-03-01"), ("source", "Công báo"), ("verified", "1"),
    ]

    private static func plan(_ number: String) -> [(String, String)] {
        [
            ("kind", "plan"), ("number", number), ("title", "Kế hoạch \(number)"),
            ("issuer", "UBND tỉnh Thử"), ("level", "province"), ("issued", "2026-04-01"),
        ]
    }

    /// - Returns: the new document's address.
    private func add(
        _ fields: [(String, String)], to visitor: PlanVisitor
    ) async throws -> String {
        let sent = try await visitor.post("/documents", fields, as: .office)
        #expect(sent.status == 303)
        return String(sent.location.prefix { $0 != "?" })
    }

    private func identifier(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    @Test func `add a document, show it escaped, and find it without diacritics`() async throws {
        let visitor = try await PlanVisitor()
        #expect(
            try await visitor.get("/documents", as: .division).body.contains(
                "Thư viện chưa có văn bản."))
        let path = try await add(Self.decree, to: visitor)
        let page = try await visitor.get(path, as: .division).body
        #expect(page.contains("Nghị định số 7/2026/NĐ-CP"))
        #expect(page.contains("Về &lt;an toàn&gt;"))
        #expect(page.contains("Còn hiệu lực"))
        #expect(page.contains("đã có người đối chiếu"))
        #expect(
            try await visitor.get("/documents?q=an+toan", as: .division).body.contains("7/2026"))
        #expect(
            try await visitor.get("/documents?q=an+toan&level=ward", as: .division).body.contains(
                "Không có văn bản nào khớp."))
    }

    @Test func `refuse a wrong form and a number that is there, and keep what was typed`()
        async throws
    {
        let visitor = try await PlanVisitor()
        _ = try await add(Self.decree, to: visitor)
        let twice = try await visitor.post("/documents", Self.decree, as: .office)
        #expect(twice.status == 422)
        #expect(twice.body.contains("Thư viện đã có 7/2026/NĐ-CP"))
        #expect(twice.body.contains("value=\"7/2026/NĐ-CP\""))
        let early = try await visitor.post(
            "/documents", Self.plan("1/KH-UBND") + [("in_force_from", "2026-03-31")], as: .office)
        #expect(early.status == 422)
        #expect(early.body.contains("href=\"#f-in_force_from\""))
        let sameDay = try await visitor.post(
            "/documents", Self.plan("1/KH-UBND") + [("in_force_from", "2026-04-01")], as: .office)
        #expect(sameDay.status == 303)
    }

    @Test func `edit a document with the version that was seen, and say what replaced it`()
        async throws
    {
        let visitor = try await PlanVisitor()
        let old = try await add(Self.plan("18/KH-UBND"), to: visitor)
        let new = try await add(Self.plan("19/KH-UBND"), to: visitor)
        let form = try await visitor.get(old + "/edit", as: .office).body
        #expect(form.contains("value=\"18/KH-UBND\""))
        #expect(form.contains("Kế hoạch số 19/KH-UBND"))
        let fields = Self.plan("18/KH-UBND") + [("replaced_by", identifier(new))]
        let changed = try await visitor.post(old, fields + [("version", "1")], as: .office)
        #expect(changed.status == 303)
        let page = try await visitor.get(old, as: .groupHead).body
        #expect(page.contains("Hết hiệu lực"))
        #expect(page.contains("<a href=\"\(new)\">Kế hoạch số 19/KH-UBND</a>"))
        let stale = try await visitor.post(old, fields + [("version", "1")], as: .office)
        #expect(stale.status == 422)
        #expect(stale.body.contains("Người khác vừa sửa văn bản này"))
        let itself = try await visitor.post(
            old, Self.plan("18/KH-UBND") + [("replaced_by", identifier(old)), ("version", "2")],
            as: .office)
        #expect(itself.body.contains("không thể thay thế chính nó"))
    }

    @Test func `draw the chain in both directions and refuse a circle`() async throws {
        let visitor = try await PlanVisitor()
        let top = try await add(Self.decree, to: visitor)
        let middle = try await add(Self.plan("18/KH-UBND"), to: visitor)
        let low = try await add(Self.plan("19/KH-UBND"), to: visitor)
        for (lower, upper) in [(middle, top), (low, middle)] {
            let linked = try await visitor.post(
                lower + "/links", [("upper", identifier(upper)), ("relation", "implements")],
                as: .office)
            #expect(linked.status == 303)
        }
        func chain(_ path: String) async throws -> [String] {
            let page = try await visitor.get(path, as: .supervisor).body
            let part =
                page.firstMatch(of: /<ol class="chain">(?s:.*?)<\/ol>/).map { String($0.output) }
                ?? ""
            return part.matches(of: /số (\d+)\//).map { String($0.1) }
        }
        for path in [top, middle, low] { #expect(try await chain(path) == ["7", "18", "19"]) }
        #expect(
            try await visitor.get(low, as: .supervisor).body.contains("cách 2 bậc"))
        let circle = try await visitor.post(
            top + "/links", [("upper", identifier(low)), ("relation", "cites")], as: .office)
        #expect(circle.status == 422)
        #expect(circle.body.contains("căn cứ lẫn nhau thành vòng"))
        let page = try await visitor.get(low, as: .office).body
        #expect(page.matches(of: #/action="[^"]+\/links\/end"/#).count == 1)
        #expect(page.contains("value=\"\(identifier(middle))\"><button"))
        #expect(!(try await visitor.get(low, as: .supervisor).body.contains("/links/end")))
        let ended = try await visitor.post(
            low + "/links/end", [("upper", identifier(middle))], as: .office)
        #expect(ended.status == 303)
        #expect(try await chain(low) == ["19"])
        #expect(try await chain(middle) == ["7", "18"])
    }

    @Test func `are taken out after a question`() async throws {
        let visitor = try await PlanVisitor()
        let path = try await add(Self.plan("18/KH-UBND"), to: visitor)
        #expect(try await visitor.get(path, as: .office).body.contains(path + "/removal"))
        let question = try await visitor.get(path + "/removal", as: .office).body
        #expect(question.contains("Xóa Kế hoạch số 18/KH-UBND khỏi thư viện?"))
        #expect(try await visitor.post(path + "/removal", [], as: .division).status == 403)
        #expect(try await visitor.post(path + "/removal", [], as: .office).status == 303)
        #expect(try await visitor.get(path, as: .office).status == 404)
    }

    @Test func `have forms whose controls are all their own`() async throws {
        let visitor = try await PlanVisitor()
        let path = try await add(Self.plan("18/KH-UBND"), to: visitor)
        let ids = try await visitor.get(path, as: .office).body.matches(of: /\bid="([^"]+)"/)
            .map { String($0.1) }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `record dissemination and plans, each unit its own`() async throws {
        let visitor = try await PlanVisitor()
        let path = try await add(Self.plan("18/KH-UBND"), to: visitor)
        let ward = visitor.ward
        func tell(
            _ unit: String, _ day: String = "2026-11-20", heads: String = "42", as role: Role
        ) async throws -> PlanVisitor.Answer {
            try await visitor.post(
                path + "/disseminations",
                [
                    ("unit", unit), ("day", day), ("form", "họp tổ"), ("audience", "hộ dân"),
                    ("headcount", heads),
                ], as: role)
        }
        #expect(try await tell(ward.groups[0], as: .groupHead).status == 303)
        let own = try await visitor.get(path, as: .groupHead).body
        #expect(own.contains("họp tổ, 42 người"))
        #expect(own.contains("1/1 đã quán triệt"))
        #expect(!own.contains("Công an phường"))
        #expect(try await tell(ward.groups[1], as: .groupHead).status == 403)
        #expect(try await tell(ward.groups[1], as: .supervisor).status == 403)
        #expect(try await tell(ward.groups[1], as: .office).status == 303)
        // Today may be told, tomorrow not.
        #expect(try await tell(ward.police, "2026-11-21", as: .police).status == 303)
        #expect(try await tell(ward.police, "2026-11-22", as: .police).status == 422)
        #expect(try await tell(ward.police, heads: "-1", as: .police).status == 422)
        #expect(try await tell(ward.police, heads: "nhiều", as: .police).status == 422)
        func plan(_ number: String, as role: Role) async throws -> Int {
            try await visitor.post(
                path + "/unit-plans",
                [("plan_unit", ward.police), ("number", number), ("issued", "2026-11-20")], as: role
            ).status
        }
        #expect(try await plan("3/KH-CA", as: .police) == 303)
        #expect(try await plan("3/KH-CA", as: .police) == 422)
        #expect(try await plan("", as: .police) == 422)
        #expect(try await plan("4/KH-CA", as: .division) == 403)
        #expect(
            try await visitor.get(path, as: .supervisor).body.contains("1/5 đã ban hành kế hoạch"))
    }

    @Test(arguments: [Role.administrator, .division, .groupHead, .facilityHead, .supervisor])
    func `are kept by those who keep the library`(role: Role) async throws {
        let visitor = try await PlanVisitor()
        let path = try await add(Self.plan("18/KH-UBND"), to: visitor)
        #expect(try await visitor.get(path, as: role).status == 200)
        for address in ["/documents/new", path + "/edit"] {
            #expect(try await visitor.get(address, as: role).status == 403, "\(address)")
        }
        for address in ["/documents", path, path + "/links", path + "/links/end"] {
            let sent = try await visitor.post(address, Self.plan("20/KH-UBND"), as: role)
            #expect(sent.status == 403, "\(address)")
        }
        #expect(!(try await visitor.get(path, as: role).body.contains("/edit")))
    }
}
