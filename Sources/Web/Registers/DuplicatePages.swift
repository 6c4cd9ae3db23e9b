import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Records that look like one: the list of pairs, two side by side, joining and parting them.
enum DuplicatePages {
    static let routes: [Route] = [
        .get("/registers/{register}/duplicates", .signedIn, index),
        .post("/registers/{register}/duplicates/parted", .signedIn, part),
        .get("/registers/{register}/{record}/merge/{other}", .signedIn, compare),
        .post("/registers/{register}/{record}/merge/{other}", .signedIn, merge),
        .post("/registers/{register}/{record}/address", .signedIn, takeAddress),
        .get("/registers/{register}/{record}/merges/{merge}/undo", .signedIn, askUndo),
        .post("/registers/{register}/{record}/merges/{merge}/undo", .signedIn, undo),
    ]

    static func path(_ register: RegisterDescription) -> String {
        "/registers/\(register.name)/duplicates"
    }

    static func comparison(_ register: RegisterDescription, kept: Record, merged: Record) -> String
    {
        "/registers/\(register.name)/\(kept.id)/merge/\(merged.id)"
    }

    /// `GET /registers/{register}/duplicates`
    @Sendable static func index(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let page = try await visit.site.database.read { tx in
            let pairs = try tx.recordPairs(of: register, for: officer)
            let records = pairs.flatMap { [$0.one, $0.other] }
            return DuplicateListPage(
                register: register, pairs: pairs,
                count: try tx.recordPairCount(of: register, for: officer),
                names: try tx.cellNames(of: records, in: register, for: officer),
                mayChange: register.access.writers.contains(officer.role), viewer: visit.viewer)
        }
        return visit.page("Mục có thể trùng", at: .registers, page.html)
    }

    /// `POST /registers/{register}/duplicates/parted`
    @Sendable static func part(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let (one, other) = (visit.form["one"], visit.form["other"])
        try await visit.site.database.write { tx in
            try tx.partRecords(one, other, of: register, by: officer)
        }
        return .seeOther("\(path(register))?done=parted")
    }

    private static func proposal(_ visit: Visit) async throws -> MergePage {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let (kept, merged) = (try visit.identifier("record"), try visit.identifier("other"))
        return try await visit.site.database.read { tx in
            let merge = try tx.recordMerge(of: merged, into: kept, in: register, for: officer)
            let judgement = register.likeness.judge(
                LikenessProfile(merge.kept.cells, register.likeness),
                LikenessProfile(merge.merged.cells, register.likeness))
            return MergePage(
                merge: merge, judgement: judgement,
                keptClocks: try tx.clocks(of: kept, in: register, ward: officer.ward),
                mergedClocks: try tx.clocks(of: merged, in: register, ward: officer.ward),
                names: try tx.cellNames(
                    of: [merge.kept, merge.merged], in: register, for: officer),
                viewer: visit.viewer)
        }
    }

    /// `GET /registers/{register}/{record}/merge/{other}`
    @Sendable static func compare(_ visit: Visit) async throws -> Response {
        let page = try await proposal(visit)
        return visit.page("Gộp hai mục", at: .registers, page.html)
    }

    /// `POST /registers/{register}/{record}/merge/{other}`
    @Sendable static func merge(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let (kept, merged) = (try visit.identifier("record"), try visit.identifier("other"))
        var chosen: [String: RecordMerge.Side] = [:]
        for field in register.fields {
            chosen[field.key] = RecordMerge.Side(rawValue: visit.form[MergePage.name(of: field)])
        }
        let versions = (
            kept: Int(visit.form["kept-version"]) ?? 0,
            merged: Int(visit.form["merged-version"]) ?? 0
        )
        try await visit.site.database.write { [chosen] tx in
            try tx.mergeRecord(
                merged, into: kept, of: register, chosen: chosen, versions: versions, by: officer)
        }
        return .seeOther("/registers/\(register.name)/\(kept)?done=merged")
    }

    /// `POST /registers/{register}/{record}/address`: writes the address as it was proposed.
    @Sendable static func takeAddress(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("record")
        let version = Int(visit.form["version"]) ?? 0
        try await visit.site.database.write { tx in
            let record = try tx.record(id, of: register, for: officer)
            guard let advice = try tx.addressAdvice(of: record, for: officer) else { return }
            let cells = record.cells.merging([Likeness.addressKey: .text(advice.text)]) { $1 }
            try tx.changeRecord(id, to: cells, of: register, version: version, by: officer)
        }
        return .seeOther("/registers/\(register.name)/\(id)?done=saved")
    }

    /// To the record into which another was joined.
    static func redirect(
        _ visit: Visit, from id: String, _ register: RegisterDescription
    ) async throws -> Response {
        let officer = try visit.officer()
        let kept = try await visit.site.database.read { tx in
            try tx.keptRecord(insteadOf: id, of: register, for: officer)
        }
        guard let kept else { throw Problem(.notFound, "Sổ không có mục này.") }
        return .seeOther("/registers/\(register.name)/\(kept.id)?done=redirected")
    }

    /// `GET /registers/{register}/{record}/merges/{merge}/undo`
    @Sendable static func askUndo(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let (id, joining) = (try visit.identifier("record"), try visit.identifier("merge"))
        _ = try await visit.site.database.read { try $0.record(id, of: register, for: officer) }
        let path = "/registers/\(register.name)/\(id)"
        let question = Confirm.Question(
            "Tách lại hai mục đã gộp?",
            consequence:
                "Mục đã gộp trở lại sổ như trước khi gộp. Mục giữ lại cũng trở về như trước, trừ khi có người đã sửa nó sau khi gộp.",
            verb: "Tách lại", action: "\(path)/merges/\(joining)/undo", back: path)
        return visit.page(
            question.title, at: .registers, Confirm.page(question, viewer: visit.viewer))
    }

    /// `POST /registers/{register}/{record}/merges/{merge}/undo`
    @Sendable static func undo(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let (id, joining) = (try visit.identifier("record"), try visit.identifier("merge"))
        let isWhole = try await visit.site.database.write { tx in
            try tx.undoMerge(joining, of: register, by: officer)
        }
        let done: Flash = isWhole ? .unmerged : .unmergedKeeping
        return .seeOther("/registers/\(register.name)/\(id)?done=\(done.rawValue)")
    }
}
