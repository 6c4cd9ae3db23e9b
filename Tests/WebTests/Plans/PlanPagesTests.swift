import Domain
import Foundation
import Storage
import TestSupport
import Testing
import Web

/// A plan of our own making that the reader understands.
let fictional = """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    PHƯỜNG THỬ\tĐộc lập - Tự do - Hạnh phúc

    Số: 12/KH-UBND\tThử, ngày 02 tháng 3 năm 2026

    KẾ HOẠCH
    Bảo đảm an toàn phòng cháy, chữa cháy mùa hanh khô

    I. MỤC ĐÍCH, YÊU CẦU

    - Nâng cao trách nhiệm của các đơn vị.

    II. NHIỆM VỤ

    1. Công an phường

    - Chủ trì, phối hợp với Phòng Kinh tế phường kiểm tra 100% cơ sở kinh doanh khí đốt trước ngày 31/12/2026.

    - Lập danh sách các hộ để xe điện trong nhà; báo cáo UBND phường trước ngày 30/11/2026.

    2. Các tổ dân phố

    - Tuyên truyền tới từng hộ gia đình hằng tháng.

    """

@Suite struct `Handing in a plan` {
    @Test func `stores the draft and shows it beside its source`() async throws {
        let visitor = try await PlanVisitor()
        let sent = try await visitor.upload(
            "/plans", Array(fictional.utf8), name: "ke-hoach.txt", as: .office)
        #expect(sent.status == 303)
        #expect(sent.location.hasSuffix("/reading?done=uploaded"))
        let page = try await visitor.get(sent.location, as: .office)
        #expect(page.status == 200)
        #expect(page.body.contains("Kế hoạch số 12/KH-UBND"))
        #expect(page.body.contains("data-lines="))
        #expect(page.body.contains("<mark class=\"said said--due\""))
    }

    @Test func `checks what it cites against the ward's own library`() async throws {
        let visitor = try await PlanVisitor()
        let office = visitor.ward.officer(.office)
        try await visitor.database.write { tx in
            try tx.addDocument(
                GoverningDocument(
                    kind: .plan, number: "18/KH-UBND", title: "Kế hoạch của tỉnh",
                    issuer: "UBND tỉnh Thử", level: .province, issued: Day(iso: "2026-01-15"),
                    source: "bản gốc", isVerified: true), by: office)
        }
        let citing = fictional.replacing(
            "I. MỤC ĐÍCH",
            with: """
                Thực hiện Kế hoạch số 18/KH-UBND ngày 16/01/2026 của UBND tỉnh Thử và Kế hoạch số \
                77/KH-UBND ngày 20/01/2026 của UBND tỉnh Thử, UBND phường ban hành Kế hoạch như sau:

                I. MỤC ĐÍCH
                """)
        let sent = try await visitor.upload(
            "/plans", Array(citing.utf8), name: "ke-hoach.txt", as: .office)
        let page = try await visitor.get(sent.location, as: .office).body
        #expect(page.contains("theo thư viện, 18/KH-UBND ban hành ngày 15/01/2026"))
        #expect(page.contains("77/KH-UBND chưa có trong thư viện văn bản"))
    }

    @Test func `takes or leaves suggested repairs, in the head and in tasks`() async throws {
        let visitor = try await PlanVisitor()
        let damaged = fictional.replacing(
            "phòng cháy, chữa cháy mùa", with: "phòng chảy, chữa cháy mùa"
        )
        .replacing("Tuyên truyền tới từng", with: "Củng cố các Tô liên gia, tuyên truyền tới từng")
        let sent = try await visitor.upload(
            "/plans", Array(damaged.utf8), name: "ke-hoach.txt", as: .office)
        let page = try await visitor.get(sent.location, as: .office).body
        let forms = page.matches(
            of: #/name="line" value="(\d+)">\s*<input type="hidden" name="found" value="([^"]+)"/#)
        #expect(forms.map { String($0.2) } == ["phòng chảy", "Tô liên gia"])
        let plan = String(
            try #require(page.firstMatch(of: #/action="\/plans\/([^\/]+)\/repairs"/#)?.1))
        func settle(_ index: Int, _ action: String, as role: Role = .office) async throws -> Int {
            let version = try await visitor.plan(plan).version
            return try await visitor.post(
                "/plans/\(plan)/repairs",
                [
                    ("version", "\(version)"), ("line", String(forms[index].1)),
                    ("found", String(forms[index].2)), ("action", action),
                ], as: role
            ).status
        }
        #expect(try await settle(0, "take", as: .division) == 403)
        #expect(try await settle(0, "take") == 303)
        #expect(
            try await visitor.plan(plan).title
                == "Bảo đảm an toàn phòng cháy, chữa cháy mùa hanh khô")
        #expect(try await settle(1, "take") == 303)
        let task = try await visitor.task("II.2.1", of: plan)
        #expect(task.title.contains("Tổ liên gia"))
        // The document's own words stay.
        #expect(task.text.contains("Tô liên gia"))
        #expect(try await settle(1, "leave") == 404)
        let after = try await visitor.get("/plans/\(plan)/reading", as: .office).body
        #expect(!after.contains("có lẽ là"))
    }

    @Test func `says which plan it is when it is here already`() async throws {
        let visitor = try await PlanVisitor()
        let first = try await visitor.upload(
            "/plans", Array(fictional.utf8), name: "a.txt", as: .office)
        let again = try await visitor.upload(
            "/plans", Array(fictional.utf8), name: "b.txt", as: .office)
        #expect(again.status == 409)
        #expect(again.body.contains("đã được nhập trước đây"))
        let id = try #require(first.location.split(separator: "/").dropFirst().first)
        #expect(again.body.contains("/plans/\(id)"))
    }

    @Test func `refuses words that are no plan, an empty file and an empty form`() async throws {
        let visitor = try await PlanVisitor()
        let letter = try await visitor.post(
            "/plans", [("text", "Kính gửi anh, tôi xin nghỉ phép.")], as: .office)
        #expect(letter.status == 422)
        #expect(letter.body.contains("không giống một kế hoạch"))
        #expect(letter.body.contains("tôi xin nghỉ phép"))
        let empty = try await visitor.upload("/plans", [], name: "rong.txt", as: .office)
        #expect(empty.status == 422)
        #expect(empty.body.contains("rỗng"))
        let nothing = try await visitor.post("/plans", [], as: .office)
        #expect(nothing.status == 422)
        #expect(nothing.body.contains("href=\"#f-file\""))
        let list = try await visitor.get("/plans", as: .office)
        #expect(list.body.contains("Chưa có kế hoạch nào"))
    }

    @Test func `is refused above the limit of a body`() async throws {
        let visitor = try await PlanVisitor()
        let huge = [UInt8](repeating: 0x61, count: 30_000_001)
        let answer = try await visitor.upload("/plans", huge, name: "to.txt", as: .office)
        #expect(answer.status == 413)
        #expect(answer.body.contains("quá 30 MB"))
        #expect(!answer.body.contains("chia làm nhiều tệp"))
    }

    @Test(arguments: [Role.division, .groupHead, .facilityHead, .supervisor, .administrator])
    func `is for those who run plans`(role: Role) async throws {
        let visitor = try await PlanVisitor()
        let form = try await visitor.get("/plans/new", as: role)
        #expect(form.status == 403)
        let sent = try await visitor.upload(
            "/plans", Array(fictional.utf8), name: "a.txt", as: role)
        #expect(sent.status == 403)
    }
}

@Suite struct `The pages of a plan` {
    @Test func `hide a draft from who does not run plans`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        #expect(try await visitor.get("/plans/\(plan)", as: .office).status == 200)
        #expect(try await visitor.get("/plans/\(plan)", as: .division).status == 404)
        #expect(
            try await visitor.get("/plans/\(plan)/versions/1/file", as: .division).status == 404)
        #expect(try await visitor.get("/plans/\(plan)/reading", as: .division).status == 403)
    }

    @Test func `show a running plan to all, and a facility only its own part`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let sent = try await visitor.post(
            "/plans/\(plan)/confirmation", [("version", "1")], as: .office)
        #expect(sent.location == "/plans/\(plan)?done=confirmed")
        let group = try await visitor.get("/plans/\(plan)", as: .groupHead)
        #expect(group.body.contains("Rà soát các cơ sở kinh doanh"))
        let facility = try await visitor.get("/plans/\(plan)", as: .facilityHead)
        #expect(facility.status == 404)
        #expect(try await visitor.get("/plans/\(plan)/versions/1", as: .facilityHead).status == 404)
        #expect(try await visitor.get("/plans/\(plan)/versions/1", as: .groupHead).status == 200)
        let file = try await visitor.get("/plans/\(plan)/versions/1/file", as: .groupHead)
        #expect(file.body == TestPlan.lines.joined(separator: "\n") + "\n")
    }

    @Test func `refuse to confirm what nobody leads, and offer to give it out later`() async throws
    {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft(lacksLead: true)
        let task = try await visitor.task("I.1.3", of: plan)
        let refused = try await visitor.post(
            "/plans/\(plan)/confirmation", [("version", "1")], as: .office)
        #expect(refused.status == 422)
        #expect(refused.body.contains("href=\"#f-\(task.id)\""))
        let deferred = try await visitor.post(
            "/plans/\(plan)/confirmation", [("version", "1"), ("defer", "1")], as: .office)
        #expect(deferred.status == 303)
        #expect(try await visitor.task("I.1.3", of: plan).isDeferred)
        let list = try await visitor.get("/plans", as: .division)
        #expect(list.body.contains("1 nhiệm vụ chưa có đơn vị chủ trì"))
    }

    @Test func `find a plan without its diacritics`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let found = try await visitor.get("/plans?q=thuc%20hien%20cong%20tac", as: .office)
        #expect(found.body.contains(plan))
        let none = try await visitor.get("/plans?q=khong%20co%20gi", as: .office)
        #expect(none.body.contains("Không tìm thấy kế hoạch nào"))
    }

    @Test func `complete number and day, and say what is wrong with them`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let wrong = try await visitor.post(
            "/plans/\(plan)/number",
            [("version", "1"), ("number", "131 KH"), ("day", "31/2/2026")],
            as: .office)
        #expect(wrong.status == 422)
        #expect(wrong.body.contains("f-number-refusal"))
        #expect(wrong.body.contains("value=\"131 KH\""))
        let right = try await visitor.post(
            "/plans/\(plan)/number",
            [("version", "1"), ("number", "131/KH-UBND"), ("day", "15/5/2026")], as: .office)
        #expect(right.status == 303)
        #expect(try await visitor.plan(plan).number == "131/KH-UBND")
        let named = try await visitor.post(
            "/plans/\(plan)/number",
            [
                ("version", "2"), ("number", "132"), ("day", "15/5/2026"), ("issuer", ""),
                ("place", "Thử"), ("title", "Tên đã sửa"),
            ], as: .office)
        #expect(named.status == 303)
        let now = try await visitor.plan(plan)
        #expect(now.number == "132/KH-UBND" && now.issuer == nil && now.title == "Tên đã sửa")
    }

    @Test func `explain every code of a finding`() async throws {
        let visitor = try await PlanVisitor()
        let list = try await visitor.get("/checks", as: .division)
        for kind in DiagnosticKinds.all {
            #expect(list.body.contains("/checks/\(kind.code)"))
            #expect(try await visitor.get("/checks/\(kind.code)", as: .division).status == 200)
        }
        #expect(try await visitor.get("/checks/KH-99", as: .division).status == 404)
    }
}
