import Documents
import Domain
import Foundation
import Testing

/// What the checks say of the official plans as the reader reads them.
@Suite(
    .enabled(
        if: SharedPlans.isPresent || ProcessInfo.processInfo.environment["CI"] != nil,
        SharedPlans.missing))
struct `Checking the official plans` {
    private static let names = [
        "000_fba0a3222ae65803.txt", "001_935acc8ce261132e.txt", "002_7cc53d4af061cde0.txt",
        "003_d1c0404539c89ad1.txt", "004_c128544cc2c3a018.txt",
    ]

    private func check(_ numbers: Int...) throws -> [PlanDiagnostic] {
        let readings = try numbers.map { number in
            let name = Self.names[number]
            return PlanReader.read(SourceText(text: try SharedPlans.text(name)), file: name)
        }
        let today = try #require(Day(iso: "2026-06-01"))
        return PlanCheck.run(readings, library: .known, today: today)
    }

    private func lines(_ code: String, _ found: [PlanDiagnostic]) -> [Int] {
        found.filter { $0.code == code }.map(\.line)
    }

    @Test func `finds the ring of Kinh Bắc, both places and both units`() throws {
        let ring = try #require(try check(1).first { $0.code == "KH-04" })
        #expect(ring.line == 71)
        #expect(ring.severity == .error)
        #expect(ring.related.map(\.line) == [85])
    }

    @Test func `finds the fused, the broken and the verbless words of plan 001`() throws {
        let found = try check(1)
        #expect(lines("KH-15", found) == [73])
        #expect(lines("KH-16", found) == [61, 87])
    }

    @Test func `finds two leads named by one heading once`() throws {
        #expect(lines("KH-03", try check(1)).contains(79))
    }

    @Test func `computes the pace of plan 000`() throws {
        let pace = try check(0).filter { $0.code == "KH-06" }
        #expect(pace.map(\.line) == [101, 303])
        #expect(pace.allSatisfy { $0.message.contains("65%") && $0.message.contains("7,7%") })
    }

    @Test func `finds both leads of the follow-up of plan 000`() throws {
        let clash = try #require(try check(0).first { $0.code == "KH-05" })
        #expect(clash.line == 45)
        #expect(clash.related.map(\.line) == [379])
    }

    @Test func `compares dates across plans`() throws {
        let found = try check(0, 1, 2, 3, 4)
        let duty = found.filter { $0.code == "KH-08" }
        #expect(Set(duty.map(\.file)) == Set(Self.names.prefix(3)))
        let cited = found.filter { $0.code == "KH-09" }
        #expect(cited.map(\.file) == [Self.names[3], Self.names[4]])
        #expect(cited.allSatisfy { $0.sentence.contains("47-CT/TW") })
    }

    @Test func `knows the date of 47-CT/TW without another plan`() throws {
        #expect(lines("KH-12", try check(3)) == [23])
    }

    /// One in three at most: a check that fires on nearly everything is noise.
    @Test(arguments: 0..<5) func `does not flood`(number: Int) throws {
        let found = try check(number).filter { $0.code != "KH-17" }
        let source = SourceText(text: try SharedPlans.text(Self.names[number]))
        let tasks = PlanReader.read(source, file: "").tasks.count
        for (code, findings) in Dictionary(grouping: found, by: \.code) where findings.count > 5 {
            #expect(findings.count * 3 <= tasks, "\(code) fires \(findings.count) times")
        }
    }
}
