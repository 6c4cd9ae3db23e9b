import FoundationEssentials

/// What devices say over HTTP and MQTT: one flat JSON object for each event.
///
///     {"id": "7f3c-000042", "kind": "fireAlarm", "zone": "7", "at": "2026-11-21T02:00:00Z"}
///
/// An object that says anything is an event: a member of another type is left out, a word that
/// nobody knows makes an event of unknown kind. The bytes are kept with it.
package struct JSONEvent: Sendable, Hashable {
    package static let bytesMax = 8_000
    /// Characters of a name or a number; the rest is in the bytes.
    package static let wordLengthMax = 64
    package static let textLengthMax = 500

    /// As they came.
    package let bytes: [UInt8]
    /// By which the device knows the event again when it repeats it.
    package let id: String?
    /// Milliseconds since 1970, by the clock of the device.
    package let at: Int64?
    package let kind: DeviceSignal.Kind
    package let change: DeviceSignal.Change
    package let scheme: DeviceSignal.Scheme
    /// As the device says it, where it says a code or an unknown kind.
    package let code: String
    package let zone: String?
    package let area: String?
    package let person: String?
    package let text: String?
    /// What the code means; nil: the kind says it.
    package let title: String?

    /// - Throws: why the bytes are no event.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        guard bytes.count <= JSONEvent.bytesMax else { throw .tooLong }
        guard let members = try? JSONDecoder().decode(Members.self, from: Data(bytes)) else {
            throw .noObject
        }
        guard members.kind != nil || members.code != nil else { throw .noEvent }
        let code = members.code ?? ""
        let meaning = JSONEvent.meaning(members.scheme, code)
        let known = members.kind.map { DeviceSignal.Kind(rawValue: $0) ?? .unknown }
        kind = known ?? meaning?.kind ?? .unknown
        change =
            members.change.flatMap(DeviceSignal.Change.init)
            ?? (kind == .heartbeat ? .noted : meaning?.change ?? .begun)
        scheme = meaning.map { _ in JSONEvent.scheme(members.scheme, code) } ?? .none
        self.code = code.isEmpty && kind == .unknown ? members.kind ?? "" : code
        title = meaning?.title
        id = members.id
        at = members.at.flatMap(JSONEvent.moment)
        zone = members.zone
        area = members.area
        person = members.person
        text = members.text
        self.bytes = bytes
    }

    package enum Refusal: Error, Sendable {
        case tooLong, noObject, noEvent

        /// By which refusals are counted; never renamed.
        package var name: String {
            switch self {
            case .tooLong: "tooLong"
            case .noObject: "noObject"
            case .noEvent: "noData"
            }
        }

        package var message: String {
            switch self {
            case .tooLong: "Sự kiện dài quá \(JSONEvent.bytesMax) byte."
            case .noObject:
                "Nội dung không phải một đối tượng JSON. Hãy gửi {\"kind\": …} viết bằng UTF-8."
            case .noEvent:
                "Đối tượng JSON không có kind và không có code nên không rõ việc gì xảy ra."
            }
        }
    }

    /// Equal for objects that say the same; of those without an identifier, for equal bytes.
    package var contentHash: UInt64 {
        var hash = FNV()
        guard let id else {
            hash.add(bytes)
            return hash.value
        }
        let parts = [
            id, at.map(String.init), kind.rawValue, change.rawValue, scheme.rawValue, code, zone,
            area, person, text,
        ]
        for part in parts {
            hash.add((part ?? "").utf8)
            // No part is taken for one of the next, and none for an empty one.
            hash.add(sign: part == nil ? 0x101 : 0x100)
        }
        return hash.value
    }

    /// Of a code whose scheme is not said, by its form: three digits are Contact ID.
    private static func scheme(_ said: String?, _ code: String) -> DeviceSignal.Scheme {
        said.flatMap(DeviceSignal.Scheme.init)
            ?? (code.utf8.allSatisfy(Sign.isDecimal) ? .contactID : .sia)
    }

    private static func meaning(_ said: String?, _ code: String) -> CodeMeaning? {
        guard !code.isEmpty else { return nil }
        switch scheme(said, code) {
        case .contactID: return ContactIDCodes.meaning(code)
        case .sia: return SIACodes.meaning(code.uppercased())
        case .none: return nil
        }
    }

    /// - Source: RFC 3339, with or without fractions of a second; or whole seconds since 1970.
    private static func moment(_ text: String) -> Int64? {
        if let seconds = Int64(text), (0...253_402_300_799).contains(seconds) {
            return seconds * 1000
        }
        let style = Date.ISO8601FormatStyle()
        guard
            let date = (try? style.parse(text))
                ?? (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
        else { return nil }
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        return abs(milliseconds) < 1e15 ? Int64(milliseconds) : nil
    }
}

/// The members that are read; all others are only kept.
private struct Members: Decodable {
    var id, at, kind, change, scheme, code, zone, area, person, text: String?

    private enum Name: String, CodingKey, CaseIterable {
        case id, at, kind, change, scheme, code, zone, area, person, text

        var lengthMax: Int {
            switch self {
            // Names of which only the beginning is equal are different.
            case .id: JSONEvent.bytesMax
            case .text: JSONEvent.textLengthMax
            case .at, .kind, .change, .scheme, .code, .zone, .area, .person:
                JSONEvent.wordLengthMax
            }
        }
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Name.self)
        func word(_ name: Name) -> String? {
            let word: String? =
                if let text = try? members.decode(String.self, forKey: name) {
                    text
                } else if let number = try? members.decode(Int64.self, forKey: name) {
                    String(number)
                } else if let number = try? members.decode(Double.self, forKey: name) {
                    String(number)
                } else {
                    nil
                }
            guard let word, !word.isEmpty else { return nil }
            return String(word.prefix(name.lengthMax))
        }
        (id, at, kind, change) = (word(.id), word(.at), word(.kind), word(.change))
        (scheme, code, zone, area) = (word(.scheme), word(.code), word(.zone), word(.area))
        (person, text) = (word(.person), word(.text))
    }
}

/// FNV-1a of 64 bits, equal in every run and on every machine, so that it may be stored.
private struct FNV {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(sign: UInt64(byte)) }
    }

    mutating func add(sign: UInt64) { value = (value ^ sign) &* 0x100_0000_01B3 }
}
