import Domain
import Storage
import Wire

/// Messages of a broker → events: whose it is stands in the topic, which the broker's rules bind to
/// the name by which a device signs in.
enum BrokerEvents {
    private static let source = "mqtt"

    static func take(
        _ message: MQTTMessage, _ reception: Reception,
        tell: @escaping @Sendable (EventOutcome) -> Void
    ) {
        let number = MQTTTopic.number(in: message.topic)
        let refuse = { (reason: String, words: String) in
            reception.refuse(
                RefusedFrame(
                    ward: nil, receivedAt: reception.now, source: source, number: number,
                    reason: reason, message: words, raw: message.payload))
            tell(.refused(reason: reason, message: words))
        }
        // A broker gives it to whoever subscribes, however long ago it was said.
        guard !message.isRetained else {
            return refuse(
                "retained",
                "Tin được đặt lưu lại trên máy chủ MQTT nên không rõ gửi lúc nào; tắt retain.")
        }
        guard let number,
            let known = reception.directory.known(number: number)
        else {
            return refuse(
                "unknownAccount",
                "Chưa cấp số tài khoản này cho thiết bị nào, hoặc số đã khóa.")
        }
        reception.take(event: message.payload, of: known, from: source, tell: tell)
    }
}
