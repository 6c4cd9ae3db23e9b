import Testing
import Wire

@Suite struct `An event as JSON` {
    private func read(_ text: String) throws -> JSONEvent { try JSONEvent(Array(text.utf8)) }

    private func refusal(_ text: String) -> JSONEvent.Refusal? {
        do throws(JSONEvent.Refusal) {
            _ = try JSONEvent(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func `says what happened, where and when`() throws {
        let event = try read(
            """
            {"id": "7f3c-42", "kind": "fireAlarm", "change": "still", "zone": 7, "area": "1",
             "text": "Tầng 3, phòng kho", "at": "2026-11-21T02:00:00Z", "battery": 97}
            """)
        #expect(event.id == "7f3c-42")
        #expect(event.kind == .fireAlarm)
        #expect(event.change == .still)
        #expect((event.zone, event.area) == ("7", "1"))
        #expect(event.text == "Tầng 3, phòng kho")
        #expect(event.at == 1_795_226_400_000)
    }

    @Test(arguments: [
        ("2026-11-21T09:00:00+07:00", Int64(1_795_226_400_000)),
        ("2026-11-21T02:00:00.250Z", 1_795_226_400_250), ("1795226400", 1_795_226_400_000),
        ("hôm qua", nil), ("99999999999999999", nil),
    ])
    func `keeps its time where it can be read`(text: String, wanted: Int64?) throws {
        #expect(try read(#"{"kind": "test", "at": "\#(text)"}"#).at == wanted)
    }

    @Test func `may say a code instead of a kind`() throws {
        let contactID = try read(#"{"code": "110", "zone": "7"}"#)
        #expect((contactID.kind, contactID.scheme) == (.fireAlarm, .contactID))
        #expect(contactID.title == "Báo cháy")
        let sia = try read(#"{"code": "FR"}"#)
        #expect((sia.kind, sia.change, sia.scheme) == (.fireAlarm, .ended, .sia))
        #expect(try read(#"{"code": 301, "change": "ended"}"#).kind == .power)
    }

    @Test func `is never lost for a word that nobody knows`() throws {
        let event = try read(#"{"kind": "smokeDetected", "zone": ["7"], "id": {}}"#)
        #expect(event.kind == .unknown)
        #expect(event.code == "smokeDetected")
        #expect(event.zone == nil)
        #expect(event.id == nil)
        #expect(try read(#"{"code": "999"}"#).kind == .unknown)
        #expect(try read(#"{"kind": "fault", "change": "?"}"#).change == .begun)
    }

    @Test(arguments: [
        ("", JSONEvent.Refusal.noObject), ("{", .noObject), ("[]", .noObject),
        (#""fireAlarm""#, .noObject), ("{}", .noEvent), (#"{"zone": "7"}"#, .noEvent),
        (#"{"kind": null}"#, .noEvent),
    ])
    func `says something`(text: String, wanted: JSONEvent.Refusal) {
        #expect(refusal(text) == wanted)
    }

    @Test func `is bounded`() throws {
        let frame = #"{"kind": "test", "text": ""}"#
        let room = JSONEvent.bytesMax - frame.utf8.count
        let full = #"{"kind": "test", "text": "\#(String(repeating: "x", count: room))"}"#
        #expect(try read(full).text?.count == JSONEvent.textLengthMax)
        #expect(refusal(full + " ") == .tooLong)
        let nested = String(repeating: "[", count: 3_900) + String(repeating: "]", count: 3_900)
        #expect(try JSONEvent(Array(#"{"kind": "test"}"#.utf8)).kind == .test)
        #expect(refusal(#"{"kind": "test", "x": \#(nested)}"#) == .noObject)
    }

    @Test func `is known again by its identifier and what it says`() throws {
        let base = try read(#"{"id": "1", "kind": "fireAlarm", "zone": "7"}"#).contentHash
        #expect(try read(#"{"zone":7,"kind":"fireAlarm","id":"1"}"#).contentHash == base)
        for other in [
            #"{"id": "2", "kind": "fireAlarm", "zone": "7"}"#,
            #"{"id": "1", "kind": "fireAlarm", "zone": "8"}"#,
            #"{"id": "1", "kind": "fireAlarm", "area": "7"}"#,
            #"{"id": "1", "kind": "fireAlarm", "zone": "7", "at": "1795226400"}"#,
        ] {
            #expect(try read(other).contentHash != base)
        }
        // Without one, its bytes are all that is known.
        let nameless = #"{"kind": "fireAlarm", "sent": 1}"#
        #expect(try read(nameless).contentHash == read(nameless).contentHash)
        #expect(
            try read(nameless).contentHash
                != read(#"{"kind": "fireAlarm", "sent": 2}"#).contentHash)
    }
}
