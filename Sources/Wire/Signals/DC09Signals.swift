/// What a message says to people and registers.
package struct DC09Signals: Sendable, Hashable {
    /// In the order of the frame; one at least, but for an answer.
    package let values: [DeviceSignal]
    /// What their codes needed beside the standard.
    package let used: DC09Tolerance

    /// Reads the events of a message.
    ///
    /// - Throws: a refusal by DUH when they need what is not allowed.
    package init(
        _ message: DC09Message, allowing: DC09Tolerance = .fielded
    ) throws(DC09Refusal) {
        var used: DC09Tolerance = []
        values = DC09Signals.read(message, &used)
        self.used = used
        let missing = used.subtracting(allowing)
        guard missing.isEmpty else {
            throw DC09Refusal(.needs(missing), .duh(message.frame.echo))
        }
    }

    private static func read(
        _ message: DC09Message, _ used: inout DC09Tolerance
    ) -> [DeviceSignal] {
        switch message.frame.token {
        case .null, .extendedNull:
            return [
                DeviceSignal(
                    scheme: .none, kind: .heartbeat, change: .noted, code: "",
                    certainty: .checked, raw: WireText.string(message.data))
            ]
        case .ack, .nak, .duh, .response: return []
        case .contactID: return contactID(message, &used)
        case .sia:
            let blocks = SIABlocks(message.text, message.payloadRange)
            used.formUnion(blocks.used)
            if blocks.signals.isEmpty {
                used.insert(.unreadableData)
                return [unreadable(message, message.payloadRange)]
            }
            return blocks.signals
        case .other:
            // Vendors' tokens are seen with Contact ID; guessing at letters would invent events.
            var tried: DC09Tolerance = []
            let signals = contactID(message, &tried)
            if tried.contains(.unreadableData) {
                used.insert(.unreadableData)
                return [unreadable(message, message.payloadRange)]
            }
            used.formUnion(tried)
            return signals
        }
    }

    /// One signal of each block; of what is no event, one of unknown kind.
    private static func contactID(
        _ message: DC09Message, _ used: inout DC09Tolerance
    ) -> [DeviceSignal] {
        let bytes = message.text.span
        var signals: [DeviceSignal] = []
        var start = message.payloadRange.lowerBound
        let end = message.payloadRange.upperBound
        while start < end {
            let isLast = signals.count + 1 == SIABlocks.signalsMax
            let bar = isLast ? end : bytes.first(Sign.bar, in: start..<end) ?? end
            if let signal = ContactID.signal(bytes, start..<bar, used: &used) {
                signals.append(signal)
            } else if start < bar {
                used.insert(.unreadableData)
                signals.append(unreadable(message, start..<bar))
            }
            start = bar + 1
        }
        if signals.isEmpty {
            used.insert(.unreadableData)
            signals.append(unreadable(message, message.payloadRange))
        }
        return signals
    }

    private static func unreadable(
        _ message: DC09Message, _ range: Range<Int>
    ) -> DeviceSignal {
        let text = WireText.string(message.text[range])
        return DeviceSignal(
            scheme: .none, kind: .unknown, change: .noted, code: text, certainty: .unknown,
            raw: text)
    }
}
