import Documents
import Domain
import Foundation
import Testing

/// Official plans, some with annotations made by hand.
@Suite(.enabled(if: SharedPlans.isPresent, SharedPlans.missing))
struct `Reading official plans` {
    /// The share that every row of the comparison promises.
    private static let agreementMin = 0.97

    private static let annotated = [
        ("000_fba0a3222ae65803.txt", "gold/000.json"),
        ("002_7cc53d4af061cde0.txt", "gold/002.json"),
        ("004_c128544cc2c3a018.txt", "gold/004.json"), ("34.txt", "gold/34.json"),
    ]

    private static let all =
        annotated.map(\.0) + [
            "001_935acc8ce261132e.txt", "003_d1c0404539c89ad1.txt", "more/21.txt", "more/23.txt",
            "more/26.txt", "more/30.txt", "more/35.txt", "more/36.txt", "more/50.txt",
            "more/57.txt",
        ]

    @Test func `agrees with the annotations in every row`() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var score = PlanScore()
        for (plan, annotation) in Self.annotated {
            let gold = try decoder.decode(
                PlanReading.self, from: Data(SharedPlans.bytes(annotation)))
            let got = PlanReader.read(SourceText(text: try SharedPlans.text(plan)), file: plan)
            score.add(gold, got)
        }
        #expect(score.rows.count == 12)
        for (row, tally) in score.rows {
            #expect(
                tally.f1 >= Self.agreementMin,
                "\(row) \(tally.f1): \(score.misses.filter { $0.hasPrefix(row) })")
        }
    }

    @Test(arguments: all)
    func `gives every line that is not blank to exactly one thing`(plan: String) throws {
        let text = try SharedPlans.text(plan)
        let reading = PlanReader.read(SourceText(text: text), file: plan)
        #expect(reading.unclaimedLines(of: text) == [])
        #expect(reading.twiceClaimedLines == [])
    }

    @Test(arguments: all)
    func `has titles that begin with no unit`(plan: String) throws {
        let reading = PlanReader.read(SourceText(text: try SharedPlans.text(plan)), file: plan)
        for task in reading.tasks {
            let title = TaskTitle.make(
                from: task.text ?? task.textStart, rolePhrase: task.rolePhrase,
                units: task.taskUnits.map(\.name))
            let unit =
                #/^(?:Phòng [A-ZĐ]|Công an |UBND|Ủy ban|Sở |Trung tâm|Văn phòng|Đội |Các (?:cơ quan|đơn vị|sở|trường|tổ|phòng))/#
            #expect(title.firstMatch(of: unit) == nil, "\(task.id) \(title)")
        }
    }

    @Test func `says to whom difficulties are brought`() throws {
        let district = "004_c128544cc2c3a018.txt"
        let text = try SharedPlans.text(district)
        let told = PlanReader.read(SourceText(text: text), file: district).tasks
            .compactMap { $0.text }
            .compactMap { ObstacleRoute.unit(toldIn: $0, known: ["cong an huyen", "cong an"]) }
        #expect(told == ["cong an huyen"])
        let ward = "001_935acc8ce261132e.txt"
        let reading = PlanReader.read(
            SourceText(text: try SharedPlans.text(ward)), file: ward)
        let duty = try #require(reading.reports.first { $0.recurrence == .adHoc })
        let task = reading.tasks.first { $0.lineStart...$0.lineEnd ~= duty.line }
        let contact = ObstacleRoute.contact(
            behind: try #require(duty.via), in: try #require(task?.text))
        #expect(contact?.hasPrefix("đồng chí ") == true)
    }

    @Test(arguments: all)
    func `does not depend on how letters and lines are written`(plan: String) throws {
        let text = try SharedPlans.text(plan)
        let reading = PlanReader.read(SourceText(text: text), file: plan)
        let apart = PlanReader.read(
            SourceText(text: text.decomposedStringWithCanonicalMapping), file: plan)
        #expect(apart == reading)
        let other = text.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(PlanReader.read(SourceText(text: other), file: plan) == reading)
    }

    @Test(arguments: ["004_c128544cc2c3a018.txt", "34.txt", "more/57.txt"])
    func `never fails on a plan that breaks off`(plan: String) throws {
        let scalars = Array(try SharedPlans.text(plan).unicodeScalars)
        for length in stride(from: 0, to: scalars.count, by: 997) {
            let part = String(String.UnicodeScalarView(scalars.prefix(length)))
            let reading = PlanReader.read(SourceText(text: part), file: plan)
            #expect(reading.file == plan)
        }
    }
}
