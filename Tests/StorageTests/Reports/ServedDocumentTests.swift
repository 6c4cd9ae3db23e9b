import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Documents that one report serves` {
    private static let decision = GoverningDocument(
        kind: .decision, number: "630/QĐ-UBND", title: "Về đề án", issuer: "UBND tỉnh Thử",
        level: .province, issued: Day(iso: "2026-02-05"))

    @Test(arguments: TestEngine.available)
    func `come from the library, from the plan's words, or from a person`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        try await at.database.write { tx in
            let period = try tx.reportPeriod(at.wardPeriod, for: office)
            let proposed = tx.proposedDocuments(for: period, beside: [])
            #expect(proposed == ["Quyết định số 12/QĐ-TTg"])
            let known = try tx.addDocument(Self.decision, by: office)
            try tx.addServedDocument(.ofLibrary(known), toPeriod: period.id, by: office)
            try tx.addServedDocument(.words(proposed[0]), toPeriod: period.id, by: office)
            let served = try tx.servedDocuments(ofPeriod: period.id, for: office)
            #expect(
                served.map(\.citation) == [
                    "Quyết định số 630/QĐ-UBND ngày 05/02/2026 của UBND tỉnh Thử",
                    "Quyết định số 12/QĐ-TTg",
                ])
            #expect(tx.proposedDocuments(for: period, beside: served).isEmpty)
            #expect(try tx.yearlyReport(period, for: office).alsoServes == served.map(\.citation))
            #expect(
                try tx.reportPeriods(serving: known, for: office).map(\.id) == [period.id])
            // A group is not asked for the ward's report.
            let head = at.ward.officer(.groupHead)
            #expect(try tx.reportPeriods(serving: known, for: head).isEmpty)
            // The units' period is another one.
            #expect(try tx.servedDocuments(ofPeriod: at.period, for: office).isEmpty)
            try tx.removeServedDocument(served[0].id, fromPeriod: period.id, by: office)
            #expect(
                try tx.servedDocuments(ofPeriod: period.id, for: office).map(\.id)
                    == [served[1].id])
        }
    }

    @Test(arguments: TestEngine.available)
    func `are refused twice, empty, unknown, too long and to who does not draft`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        func add(_ stated: StatedDocument, _ role: Role = .office) async throws {
            try await at.database.write {
                try $0.addServedDocument(
                    stated, toPeriod: at.wardPeriod, by: at.ward.officer(role))
            }
        }
        func refusal(_ stated: StatedDocument, _ role: Role = .office) async -> Problem.Kind? {
            await #expect(throws: Problem.self) { try await add(stated, role) }?.kind
        }
        let longest = String(repeating: "x", count: JointReport.wordsLengthMax)
        try await add(.words(longest))
        #expect(await refusal(.words(longest)) == .conflict)
        #expect(await refusal(.words(longest + "x")) == .invalid)
        #expect(await refusal(.words("")) == .invalid)
        #expect(await refusal(.ofLibrary("0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee")) == .notFound)
        #expect(await refusal(.words("Kế hoạch"), .supervisor) == .forbidden)
        let stated = try await at.database.read {
            try $0.servedDocuments(ofPeriod: at.wardPeriod, for: office).count
        }
        #expect(stated == 1)
    }

    @Test(arguments: TestEngine.available)
    func `stand still once the report is sent, and are not many`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        let tooMany = await #expect(throws: Problem.self) {
            try await at.database.write { tx in
                for number in 1...Transaction.servedDocumentsMax + 1 {
                    try tx.addServedDocument(
                        .words("Kế hoạch số \(number)"), toPeriod: at.wardPeriod, by: office)
                }
            }
        }
        #expect(tooMany?.kind == .invalid)
        try await at.database.write { tx in
            for number in 1...Transaction.servedDocumentsMax {
                try tx.addServedDocument(
                    .words("Kế hoạch số \(number)"), toPeriod: at.wardPeriod, by: office)
            }
            try at.issue(tx)
            let served = try tx.servedDocuments(ofPeriod: at.wardPeriod, for: office)
            let late = #expect(throws: Problem.self) {
                try tx.removeServedDocument(served[0].id, fromPeriod: at.wardPeriod, by: office)
            }
            #expect(late?.kind == .conflict)
        }
    }
}
