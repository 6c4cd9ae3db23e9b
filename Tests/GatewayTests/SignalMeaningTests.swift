import Domain
import Testing
import Wire

/// The domain knows a few codes by name; the tables of the wire say what they mean.
@Suite struct `Codes that the domain knows` {
    private func signal(_ meaning: CodeMeaning, _ scheme: String) -> AlarmSignal {
        AlarmSignal(
            kind: AlarmSignal.Kind(rawValue: meaning.kind.rawValue) ?? .unknown,
            change: AlarmSignal.Change(rawValue: meaning.change.rawValue) ?? .noted,
            scheme: scheme, code: meaning.code, zone: "001", meaning: meaning.title)
    }

    private var all: [(meaning: CodeMeaning, signal: AlarmSignal)] {
        ContactIDCodes.all.map { ($0, signal($0, "contactID")) }
            + SIACodes.all.map { ($0, signal($0, "sia")) }
    }

    @Test func `of resets are those of the tables`() {
        for (meaning, signal) in all {
            #expect((signal.reset == .everything) == (meaning.note == .reset), "\(meaning.code)")
        }
        #expect(all.count { $0.meaning.note == .reset } == 5)
    }

    @Test func `of tests begin and end, or are of a moment`() {
        let lasting = all.filter { $0.meaning.kind == .test && !$0.signal.isMomentaryTest }
        #expect(
            Set(lasting.map(\.meaning.code))
                == ["604", "607", "913", "918", "FI", "FK", "TS", "TE"])
    }

    @Test func `of a restored area are told from those of a zone`() {
        func restore(zone: String?) -> AlarmSignal {
            AlarmSignal(
                kind: .fireAlarm, change: .ended, scheme: "sia", code: "FR", zone: zone,
                meaning: "")
        }
        #expect(restore(zone: nil).reset == .alarms)
        #expect(restore(zone: "007").reset == nil)
        let panel = AlarmSignal(
            kind: .notice, change: .begun, scheme: "contactID", code: "305", zone: "001",
            meaning: "")
        #expect(panel.resetZone == nil)
        // That the reset is over resets nothing.
        let over = AlarmSignal(
            kind: .notice, change: .ended, scheme: "contactID", code: "305", meaning: "")
        #expect(over.reset == nil)
    }
}
