/// What a frame says: data, extended data, time; of an encrypted one, decrypted.
///
/// - Source: SIA DC-09, 5.5.1.6 to 5.5.1.9, 5.6; PROTOCOLS.md 1.6, 1.8, 1.9.
package struct DC09Message: Sendable {
    package let frame: DC09Frame
    /// Nil when none was sent, or one that cannot be read.
    package let timestamp: DC09Timestamp?
    /// What frame and content needed beside the standard.
    package let used: DC09Tolerance

    /// The bytes of the frame, or the clear text.
    let text: [UInt8]
    /// All of the data: `#F17A|1110 01 007`.
    let dataRange: Range<Int>
    let dataAccountRange: Range<Int>?
    /// The data without the account.
    let payloadRange: Range<Int>
    /// Of what follows the data, `[…]`.
    package let extendedRange: Range<Int>

    /// Reads the content of a frame; `key` is that of its account, if it has one.
    ///
    /// - Throws: a refusal that says what is wrong and what to answer.
    package init(
        _ frame: DC09Frame, key: AESKey? = nil, allowing: DC09Tolerance = .fielded
    ) throws(DC09Refusal) {
        let content = try DC09Content(frame, key)
        var used = frame.used.union(content.used)
        if frame.token == .other { used.insert(.vendorToken) }
        let data = DataReader(content.text.span, content.dataRange, frame)
        if frame.token.isEvent {
            guard !data.payloadRange.isEmpty else {
                throw DC09Refusal(.noData, .duh(frame.echo))
            }
            used.formUnion(data.used)
        }
        let missing = used.subtracting(allowing)
        guard missing.isEmpty else { throw DC09Refusal(.needs(missing), .duh(frame.echo)) }
        self.frame = frame
        self.used = used
        timestamp = content.timestamp
        text = content.text
        dataRange = content.dataRange
        extendedRange = content.extendedRange
        dataAccountRange = data.accountRange
        payloadRange = data.payloadRange
    }

    /// The account of the data, which may differ from that of the header.
    package var dataAccount: String? { dataAccountRange.map { text(in: $0) } }
    /// The data without the account, as they were sent.
    package var payload: [UInt8] { Array(text[payloadRange]) }
    package var data: [UInt8] { Array(text[dataRange]) }
    /// By which its device is known: the account of the header, or else that of the data.
    package var identity: String? { frame.account ?? dataAccount }

    /// Whether the clock of the device fits; nil without a timestamp.
    package func window(now: DC09Timestamp) -> TimestampWindow? {
        timestamp.map { TimestampWindow(of: $0, now: now) }
    }

    /// The refusal by NAK, for the caller whose policy it is to give one.
    package func clockRefusal(_ window: TimestampWindow) -> DC09Refusal {
        DC09Refusal(.clock(window), .nak(frame.spelling))
    }

    private func text(in range: Range<Int>) -> String {
        String(decoding: text[range], as: UTF8.self)
    }
}

/// The account and the payload of the data.
private struct DataReader {
    var accountRange: Range<Int>?
    var payloadRange: Range<Int>
    var used: DC09Tolerance = []

    init(_ bytes: Span<UInt8>, _ data: Range<Int>, _ frame: DC09Frame) {
        payloadRange = data
        guard let first = data.first else { return }
        let bar = bytes.first(Sign.bar, in: data)
        if bytes[first] == Sign.hash {
            let end = bar ?? data.upperBound
            let account = first + 1..<end
            payloadRange = min(end + 1, data.upperBound)..<data.upperBound
            if account.isEmpty {
                used.insert(.dataWithoutAccount)
            } else {
                accountRange = account
                let hexEnd = bytes.hexRunEnd(account.lowerBound, in: end)
                let isStandard =
                    hexEnd == end
                    && (DC09Frame.accountBytesMin...DC09Frame.accountBytesMax)
                        .contains(account.count)
                if !isStandard { used.insert(.freeAccount) }
                if bytes.holdsLowerCaseHex(account) { used.insert(.lowerCaseHex) }
            }
        } else if let bar, bar == first {
            used.insert(.dataWithoutAccount)
            payloadRange = bar + 1..<data.upperBound
        } else if let bar, DataReader.isAccount(bytes, first..<bar, frame) {
            used.insert(.dataAccountWithoutHash)
            accountRange = first..<bar
            payloadRange = bar + 1..<data.upperBound
        } else {
            used.insert(.dataWithoutAccount)
        }
    }

    /// Whether what stands before the bar without a `#` is an account: that of the header, or hex.
    private static func isAccount(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ frame: DC09Frame
    ) -> Bool {
        if let header = frame.accountRange, header.count == range.count,
            zip(header, range).allSatisfy({ frame.bytes[$0] == bytes[$1] })
        {
            return true
        }
        return (DC09Frame.accountBytesMin...DC09Frame.accountBytesMax).contains(range.count)
            && bytes.hexRunEnd(range.lowerBound, in: range.upperBound) == range.upperBound
    }
}
