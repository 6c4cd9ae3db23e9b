import Testing
import Wire

@Suite struct `The tables of codes` {
    static let tables: [[CodeMeaning]] = [SIACodes.all, ContactIDCodes.all]

    @Test(arguments: tables)
    func `have each code once, with a title`(_ table: [CodeMeaning]) {
        #expect(Set(table.map(\.code)).count == table.count)
        for meaning in table {
            #expect(!meaning.title.isEmpty)
            #expect(meaning.certainty == .checked || meaning.certainty == .remembered)
        }
    }

    @Test func `end what is in them`() {
        for meaning in SIACodes.all {
            #expect((meaning.change == .ended) == !meaning.ends.isEmpty, "\(meaning.code)")
            for code in meaning.ends {
                #expect(SIACodes.meaning(code)?.change == .begun, "\(meaning.code) \(code)")
            }
        }
    }

    @Test func `are written as their standards have them`() {
        for meaning in SIACodes.all {
            #expect(meaning.code.utf8.count == 2)
            #expect(meaning.code.allSatisfy { ("A"..."Z").contains($0) })
        }
        for meaning in ContactIDCodes.all {
            #expect(meaning.code.utf8.count == 3)
            #expect(Int(meaning.code) != nil)
            #expect(meaning.ends.isEmpty && meaning.change == .begun)
        }
    }

    @Test func `know all that calls people to a fire`() {
        let fire =
            ["FA", "FM", "FG", "KA", "SA"].map { SIACodes.meaning($0)?.kind }
            + ["110", "111", "112", "113", "114", "116", "117", "118"].map {
                ContactIDCodes.meaning($0)?.kind
            }
        #expect(fire.allSatisfy { $0 == .fireAlarm })
        #expect(ContactIDCodes.meaning("115")?.kind == .manualCallPoint)
    }
}
