/// How a unit of measure of a target, as the reader names it, is called in Vietnamese.
package enum MeasureName {
    private static let known = [
        "percent": "%", "centre": "trung tâm", "hour": "giờ", "broadcast": "lượt phát",
        "teacher": "giáo viên", "day": "ngày", "episode": "số phát", "news item": "tin, bài",
        "metre": "m", "model": "mô hình", "team": "đội", "person": "người", "time": "lần",
        "household": "hộ", "session": "buổi", "facility": "cơ sở", "device": "thiết bị",
        "fire": "vụ",
    ]

    /// The word itself where it is not known.
    package static func words(_ measure: String) -> String { known[measure] ?? measure }

    /// A number with its measure as Vietnamese writes it: `85%` without a space, `12 cơ sở` with one.
    ///
    /// - Parameter words: of the measure; empty for none.
    package static func joined(_ number: String, _ words: String) -> String {
        words.isEmpty || words == "%" ? number + words : "\(number) \(words)"
    }

    /// The word of the reading for what a person typed; any other word stands for itself.
    package static func key(_ words: String) -> String {
        known.first { folded($0.value) == folded(words) }?.key ?? words
    }
}
