import Domain
import Storage
import TestSupport
import Testing

@Suite struct `A report that the work is done` {
    @Test(arguments: TestEngine.available)
    func `may be taken back by its unit until it is answered`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        let police = setting.officer(.police)
        try await setting.database.write { tx in
            try tx.reportWork(id, text: "Ba phần mười", percent: 30, by: police)
            try tx.submitWork(
                id, text: "Xong", evidence: [try jpeg()], reason: nil, version: 2, by: police)
        }
        for role in [Role.office, .division] {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.withdrawSubmission(id, version: 3, by: setting.officer(role))
                }
            }
            #expect(problem?.kind == .forbidden, "\(role)")
        }
        try await setting.database.write {
            try $0.withdrawSubmission(id, version: 3, by: police)
        }
        #expect(try await setting.detail(id).row.facts.submitted == nil)
        #expect(try await setting.detail(id).row.facts.percent == 30)
        let again = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.withdrawSubmission(id, version: 4, by: police)
            }
        }
        #expect(again?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `is let go with the document that says so`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        try await setting.database.write { tx in
            try tx.excuseWork(
                id, reason: "Bão", evidence: [try jpeg()], version: 1,
                by: setting.officer(.chairman))
            let entries = try tx.entries(of: id, ward: TestWard.code)
            #expect(entries.first { $0.kind == .excuse }?.files.count == 1)
        }
    }
}

@Suite struct `A question about work` {
    @Test(arguments: TestEngine.available)
    func `is not the administrator's to ask`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        let problem = await #expect(throws: Problem.self) {
            try await setting.database.write { tx in
                try tx.questionWork(
                    id, question: "Vì sao?", due: tx.today, by: setting.officer(.administrator))
            }
        }
        #expect(problem?.kind == .forbidden)
    }
}
