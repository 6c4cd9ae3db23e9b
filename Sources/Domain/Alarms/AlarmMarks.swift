/// What was odd about a frame that was kept nevertheless, as an alarm is never lost.
package struct AlarmMarks: OptionSet, Sendable, Hashable {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// Not encrypted, although its account has a key.
    package static let plain = AlarmMarks(rawValue: 1 << 0)
    /// Encrypted with the key before the present one.
    package static let oldKey = AlarmMarks(rawValue: 1 << 1)
    /// Encrypted, and out of its time.
    package static let clock = AlarmMarks(rawValue: 1 << 2)
    /// Written in a way beside the standard that is not the habit of its device.
    package static let unusual = AlarmMarks(rawValue: 1 << 3)
    /// Out of its time, and refused when its very bytes came before.
    package static let mayBeReplay = AlarmMarks(rawValue: 1 << 4)

    /// In Vietnamese, for people.
    package var titles: [String] {
        let all: [(AlarmMarks, String)] = [
            (.plain, "không mã hóa dù đã cấp khóa"), (.oldKey, "mã hóa bằng khóa cũ"),
            (.clock, "đồng hồ thiết bị sai"), (.unusual, "cách viết khác thường ngày"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
