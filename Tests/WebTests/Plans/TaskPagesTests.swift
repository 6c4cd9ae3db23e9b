import Domain
import Storage
import TestSupport
import Testing

@Suite struct `The form of a task` {
    private func fields(_ visitor: PlanVisitor, version: Int = 1) -> [(String, String)] {
        [
            ("version", "\(version)"), ("title", "Kiểm tra cơ sở"), ("lead", visitor.ward.division),
            ("lead", ""), ("coordinate", visitor.ward.police), ("coordinate", ""),
            ("deadline-recurrence", "yearly"), ("deadline-day", "05/12"),
            ("target-name", "cơ sở"), ("target-min", "30,5"), ("target-max", ""),
            ("target-unit", "%"), ("target-per", ""), ("target-due", "31/12/2026"),
            ("person", "Đội trưởng"), ("product", ""), ("authority", ""),
        ]
    }

    @Test func `writes what was corrected`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let task = try await visitor.task("I.1.2", of: plan)
        let path = "/plans/\(plan)/tasks/\(task.id)"
        #expect(try await visitor.get(path, as: .office).status == 200)
        let sent = try await visitor.post(path, fields(visitor), as: .office)
        #expect(sent.status == 303)
        let now = try await visitor.task("I.1.2", of: plan)
        #expect(now.title == "Kiểm tra cơ sở")
        #expect(now.units(.lead).map(\.unit) == [visitor.ward.division])
        #expect(now.units(.coordinate).map(\.unit) == [visitor.ward.police])
        #expect(now.deadlines.map(\.date) == ["--12-05"])
        #expect(now.targets.map(\.id) == task.targets.map(\.id))
        #expect(now.targets.first?.min == 30.5)
        #expect(now.targets.first?.unit == "percent")
        #expect(now.person == "Đội trưởng")
    }

    @Test func `keeps what was typed when it cannot be read`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let task = try await visitor.task("I.1.2", of: plan)
        let wrong = fields(visitor).map { $0.0 == "deadline-day" ? ($0.0, "32/13") : $0 }
        let sent = try await visitor.post("/plans/\(plan)/tasks/\(task.id)", wrong, as: .office)
        #expect(sent.status == 422)
        #expect(sent.body.contains("value=\"32/13\""))
        #expect(sent.body.contains("id=\"f-deadline-day-0-refusal\""))
        #expect(try await visitor.task("I.1.2", of: plan) == task)
    }

    @Test func `says that somebody else wrote meanwhile`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let task = try await visitor.task("I.1.2", of: plan)
        let path = "/plans/\(plan)/tasks/\(task.id)"
        _ = try await visitor.post(path, fields(visitor), as: .office)
        let late = try await visitor.post(path, fields(visitor), as: .police)
        #expect(late.status == 409)
        #expect(late.body.contains("Người khác vừa sửa"))
    }

    @Test func `asks before one task goes into another`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let task = try await visitor.task("I.1.2", of: plan)
        let path = "/plans/\(plan)/tasks/\(task.id)"
        let page = try await visitor.get(path, as: .office).body
        let before = try #require(page.firstRange(of: "formaction=\"\(path)/merger\"")).lowerBound
        let fold = try #require(page[..<before].ranges(of: "<details class=\"act\">").last)
        #expect(!page[fold.lowerBound..<before].contains("</details>"))
        #expect(page[fold.lowerBound..<before].contains("Không lấy lại được"))
    }

    @Test func `splits, removes, restores and adds`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let task = try await visitor.task("I.1.2", of: plan)
        let path = "/plans/\(plan)/tasks/\(task.id)"
        let split = try await visitor.post(
            "\(path)/pieces", [("version", "1"), ("cut", "1")], as: .office)
        #expect(split.status == 303)
        let piece = try await visitor.task("I.1.2-2", of: plan)
        let removed = try await visitor.post(
            "/plans/\(plan)/tasks/\(piece.id)/removal", [("version", "1")], as: .office)
        #expect(removed.status == 303)
        let restored = try await visitor.post(
            "\(path)/restoration", [("version", "2")], as: .office)
        #expect(restored.status == 303)
        #expect(try await visitor.task("I.1.2", of: plan).endedAt == nil)
        let added = try await visitor.post(
            "/plans/\(plan)/tasks", [("line-start", "10"), ("line-end", ""), ("lead", "")],
            as: .office)
        #expect(added.status == 303)
        let none = try await visitor.post(
            "/plans/\(plan)/tasks", [("line-start", "0"), ("line-end", ""), ("lead", "")],
            as: .office)
        #expect(none.status == 422)
    }

    @Test func `cuts at the empty lines that a browser sends, and keeps what it refuses`()
        async throws
    {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let task = try await visitor.task("I.1.2", of: plan)
        let path = "/plans/\(plan)/tasks/\(task.id)/pieces"
        let whole = try await visitor.post(
            path, [("version", "1"), ("way", "texts"), ("texts", "Kiểm tra và xử lý.")],
            as: .office)
        #expect(whole.status == 422)
        #expect(whole.body.contains(">Kiểm tra và xử lý.</textarea>"))
        let split = try await visitor.post(
            path, [("version", "1"), ("way", "texts"), ("texts", "Kiểm tra.\r\n\r\nXử lý.")],
            as: .office)
        #expect(split.status == 303)
        #expect(try await visitor.task("I.1.2-2", of: plan).text == "Xử lý.")
    }

    @Test func `binds the names of units in one go`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let page = try await visitor.get("/plans/\(plan)/units", as: .office)
        #expect(page.body.contains("đoán theo tên gần giống"))
        let sent = try await visitor.post(
            "/plans/\(plan)/units",
            [("name", "Phòng Kinh tế"), ("unit", visitor.ward.division)], as: .office)
        #expect(sent.status == 303)
        let task = try await visitor.task("I.1.1", of: plan)
        #expect(task.units(.coordinate).first?.unit == visitor.ward.division)
    }

    @Test func `keeps what was chosen for the names when it cannot be bound`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let office = visitor.ward.officer(.office)
        let task = try await visitor.task("I.1.2", of: plan)
        var correction = TaskCorrection(task)
        correction.units = [
            TaskUnit(role: .lead, name: "Công an phường", unit: visitor.ward.police),
            TaskUnit(role: .lead, name: "Trung tâm lạ", unit: nil),
        ]
        let wanted = correction
        _ = try await visitor.post("/plans/\(plan)/confirmation", [("version", "1")], as: .office)
        try await visitor.database.write { tx in
            try tx.correctTask(task.id, of: plan, version: 1, wanted, by: office)
        }
        let sent = try await visitor.post(
            "/plans/\(plan)/units",
            [
                ("name", "Trung tâm lạ"), ("unit", visitor.ward.office),
                ("name", "Phòng Kinh tế"), ("unit", visitor.ward.groups[1]),
            ], as: .office)
        #expect(sent.status == 409)
        #expect(sent.body.contains("việc còn nhiều đơn vị chủ trì"))
        #expect(sent.body.contains("<option value=\"\(visitor.ward.groups[1])\" selected>"))
    }

    @Test func `is closed to who does not run plans`() async throws {
        let visitor = try await PlanVisitor()
        let plan = try await visitor.addDraft()
        let task = try await visitor.task("I.1.2", of: plan)
        let sent = try await visitor.post(
            "/plans/\(plan)/tasks/\(task.id)", fields(visitor), as: .division)
        #expect(sent.status == 403)
    }
}
