import Domain
import Wire

extension DC09Message {
    /// Characters of it that people are shown; the bytes themselves are kept with the frame.
    static let wordsMax = 500

    /// What the device says in words beside its codes, for people; nil: nothing.
    var words: String? {
        guard !extendedRange.isEmpty else { return nil }
        let parts = extended.compactMap(\.words)
        return parts.isEmpty ? nil : String(parts.joined(separator: "; ").prefix(Self.wordsMax))
    }
}

extension ExtendedDatum {
    fileprivate var words: String? {
        switch (kind, value) {
        case (.alarmText, .text(let text)): said("", text)
        case (.location, .text(let text)): said("vị trí ", text)
        case (.building, .text(let text)): said("nhà ", text)
        case (.room, .text(let text)): said("phòng ", text)
        case (.site, .text(let text)): said("địa điểm ", text)
        case (.verification, .text(let text)): said("xác minh: ", text)
        case (.occurred, .time(let time)):
            "xảy ra lúc \(Instant(milliseconds: time.seconds * 1000).vietnamese)"
        case (.latitude, .degrees(let degrees)): "vĩ độ \(degrees.degreeWords)"
        case (.longitude, .degrees(let degrees)): "kinh độ \(degrees.degreeWords)"
        // What it is not written as it should be, or is for programs, stands in the bytes.
        default: nil
        }
    }

    private func said(_ label: String, _ text: String) -> String? {
        let text = text.storable.split(separator: " ").joined(separator: " ")
        return text.isEmpty ? nil : label + text
    }
}

extension Double {
    /// To a metre: five digits behind the comma.
    fileprivate var degreeWords: String {
        let parts = (self * 100_000).rounded() / 100_000
        return "\(parts)".replacing(".", with: ",")
    }
}
