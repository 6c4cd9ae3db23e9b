import Domain
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The ladder that comes with the program` {
    @Test func `is the one that is gone up where a ward has none`() async throws {
        let database = try await TestEngine.sqlite.open()
        let police = try await TestWard.make(in: database).officer(.police)
        let register = EscalationSteps.description
        let kept = try await database.write { tx in
            try ShippedRules.load(register, into: tx, by: police)
            return try tx.records(of: register, RecordFilter(), for: police, limit: 50).records
        }
        #expect(kept.count == EscalationStep.usual.count)
        let shipped = EscalationSteps.inForce(of: kept, on: Day(number: 20_000))
        #expect(shipped == EscalationStep.usual)
        #expect(kept.allSatisfy { $0[EscalationSteps.isVerified] == false })
    }
}
