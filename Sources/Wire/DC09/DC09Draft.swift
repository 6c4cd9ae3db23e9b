/// The side of the device: any message, for a simulator or a test.
package struct DC09Draft: Sendable {
    package var token: String
    package var sequence: Int
    package var receiver: String?
    package var line: String?
    package var account: String?
    /// What stands between the brackets, with its account: `#F17A|1110 01 007`.
    package var data: String
    /// Each with its letter: `LTầng 3`.
    package var extended: [String]
    package var timestamp: DC09Timestamp?
    package var spelling: DC09Spelling
    package var isLowerCase: Bool

    package init(
        token: String, sequence: Int, receiver: String? = nil, line: String? = "0",
        account: String?, data: String = "", extended: [String] = [],
        timestamp: DC09Timestamp? = nil, spelling: DC09Spelling = .standard,
        isLowerCase: Bool = false
    ) {
        self.token = token
        self.sequence = sequence
        self.receiver = receiver
        self.line = line
        self.account = account
        self.data = data
        self.extended = extended
        self.timestamp = timestamp
        self.spelling = spelling
        self.isLowerCase = isLowerCase
    }

    /// The test of the link.
    package static func null(account: String, timestamp: DC09Timestamp? = nil) -> DC09Draft {
        DC09Draft(token: "NULL", sequence: 0, account: account, timestamp: timestamp)
    }

    /// A Contact ID event: qualifier 1 new, 3 restored, 6 still present.
    package static func contactID(
        _ code: Int, qualifier: Int = 1, partition: Int = 1, zone: Int, sequence: Int,
        account: String, timestamp: DC09Timestamp? = nil
    ) -> DC09Draft {
        func padded(_ number: Int, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        }
        let event = "\(qualifier)\(padded(code, 3)) \(padded(partition, 2)) \(padded(zone, 3))"
        return DC09Draft(
            token: "ADM-CID", sequence: sequence, account: account, data: "#\(account)|\(event)",
            timestamp: timestamp)
    }

    /// A DC-03 event: `Nri1/FA7`.
    package static func sia(
        _ blocks: String, sequence: Int, account: String, timestamp: DC09Timestamp? = nil
    ) -> DC09Draft {
        DC09Draft(
            token: "SIA-DCS", sequence: sequence, account: account, data: "#\(account)|\(blocks)",
            timestamp: timestamp)
    }

    /// The frame, plain.
    package func bytes() -> [UInt8] {
        var writer = header(isEncrypted: false)
        writer.append(data.utf8)
        writer.append(tail)
        return writer.frame(spelling, isLowerCase: isLowerCase)
    }

    /// The frame, encrypted; it must have a timestamp to be accepted.
    package func bytes(
        key: AESKey, random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        var writer = header(isEncrypted: true)
        writer.append(clear: Array(data.utf8) + tail, key: key, random: &random)
        return writer.frame(spelling, isLowerCase: isLowerCase)
    }

    /// What a receiver said to it.
    package enum Outcome: Sendable, Hashable {
        case acknowledged
        /// DUH: the device does not try again.
        case notUnderstood
        /// NAK: the device sets its clock and tries again.
        case clockWrong(DC09Timestamp?)
        /// No answer to this message, or not written as it must be.
        case wrong
    }

    /// Judges an answer by the standard alone; the header must come back byte for byte.
    package func outcome(_ answer: [UInt8], key: AESKey? = nil) -> Outcome {
        // An ACK without `|` is what fielded receivers send.
        guard
            let frame = try? DC09Frame(answer, allowing: .binaryCRC),
            let message = try? DC09Message(frame, key: key, allowing: [.binaryCRC, .missingPadEnd])
        else { return .wrong }
        switch frame.token {
        case .ack where frame.isEncrypted == (key != nil) && frame.echo.bytes == echo:
            return .acknowledged
        case .duh where !frame.isEncrypted && frame.echo.bytes == echo: return .notUnderstood
        case .nak where !frame.isEncrypted: return .clockWrong(message.timestamp)
        case .ack, .duh, .nak, .response, .sia, .contactID, .null, .extendedNull, .other:
            return .wrong
        }
    }

    /// `"token"0042R1L0#F17A[`
    private func header(isEncrypted: Bool) -> DC09Writer {
        var writer = DC09Writer(capacity: 256)
        writer.append(token: token.utf8, isEncrypted: isEncrypted)
        writer.append(echo)
        writer.append(Sign.open)
        return writer
    }

    /// `0042R1L0#F17A`
    private var echo: [UInt8] {
        let digits = Array(String(sequence % 10_000).utf8)
        var bytes = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, 4 - digits.count)) + digits
        if let receiver { bytes.append(contentsOf: "R\(receiver)".utf8) }
        if let line { bytes.append(contentsOf: "L\(line)".utf8) }
        if let account { bytes.append(contentsOf: "#\(account)".utf8) }
        return bytes
    }

    private var tail: [UInt8] {
        var bytes = [Sign.close]
        for piece in extended { bytes.append(contentsOf: "[\(piece)]".utf8) }
        if let timestamp { bytes.append(contentsOf: timestamp.bytes) }
        return bytes
    }
}
