import Domain
import Storage
import TestSupport
import Testing

@Suite struct `The library that plans are checked against` {
    private func document(
        _ number: String, issuer: String? = "UBND tỉnh Thử", issued: String? = "2026-02-05",
        repealed: String? = nil, source: String = "bản gốc"
    ) -> GoverningDocument {
        GoverningDocument(
            kind: .plan, number: number, title: "Văn bản \(number)", issuer: issuer,
            level: .province, issued: issued.flatMap { Day(iso: $0) },
            repealedFrom: repealed.flatMap { Day(iso: $0) }, source: source, isVerified: true)
    }

    /// What the rules on documents say of a plan of March 2026 that cites one.
    private func found(
        _ number: String, _ date: String?, issuer: String? = nil, in library: DocumentLibrary
    ) -> [String] {
        var reading = TestPlan.reading()
        reading.document.date = "2026-03-09"
        reading.references = [
            DocumentReference(
                kind: .plan, number: number, name: nil, date: date, issuer: issuer, line: 4)
        ]
        let day = Day(iso: "2026-11-21") ?? Day(number: 0)
        return PlanCheck.run([reading], library: library, today: day).map(\.code)
            .filter { ["KH-10", "KH-11", "KH-12"].contains($0) }
    }

    @Test(arguments: TestEngine.available)
    func `knows repeal, replacement, other days and what is missing`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        try await database.write { tx in
            try tx.addDocument(document("18/KH-UBND"), by: office)
            try tx.addDocument(document("7/KH-UBND", repealed: "2026-03-09"), by: office)
            let old = try tx.addDocument(document("6/KH-UBND"), by: office)
            let new = try tx.addDocument(document("9/KH-UBND", issued: "2026-03-01"), by: office)
            try tx.changeDocument(
                old, to: document("6/KH-UBND"), replacedBy: new, version: 1, by: office)
            try tx.addDocument(
                document("3/KH-UBND", source: GoverningDocument.citation), by: office)
        }
        let library = try await database.read { try $0.documentLibrary(ward: TestWard.code) }
        #expect(found("18/KH-UBND", "2026-02-05", in: library) == [])
        #expect(found("18/KH-UBND", "2026-02-06", in: library) == ["KH-12"])
        #expect(found("7/KH-UBND", "2026-02-05", in: library) == ["KH-10"])
        #expect(found("6/KH-UBND", "2026-02-05", in: library) == ["KH-10"])
        #expect(found("99/KH-UBND", nil, in: library) == ["KH-11"])
        // Known by a citation only: neither missing nor a witness of the day.
        #expect(found("3/KH-UBND", "2026-02-07", in: library) == [])
        // Another body's number 18 is another document.
        #expect(
            found("18/KH-UBND", "2026-02-06", issuer: "UBND phường Thử", in: library) == ["KH-11"])
        #expect(found("18/KH-UBND", "2026-02-06", issuer: "UBND tỉnh", in: library) == ["KH-12"])
        // What holds for the whole country is known without the ward's doing.
        #expect(found("27/2001/QH10", nil, in: library) == ["KH-10"])
        let other = try await database.read { try $0.documentLibrary(ward: "00002") }
        #expect(found("7/KH-UBND", nil, in: other) == ["KH-11"])
    }
}
