/// Where devices say their events: `canhlua/F17A/events`.
package enum MQTTTopic {
    /// Of all devices.
    package static let subscription = "canhlua/+/events"

    package static func events(of number: String) -> String { "canhlua/\(number)/events" }

    /// The number of the account that a topic names; nil: it is another topic.
    package static func number(in topic: String) -> String? {
        let levels = topic.split(separator: "/", omittingEmptySubsequences: false)
        guard levels.count == 3, levels[0] == "canhlua", levels[2] == "events",
            !levels[1].isEmpty
        else { return nil }
        return String(levels[1])
    }
}
