/// What a receiver answers.
///
/// - Source: SIA DC-09, 5.5.2 and 5.6; PROTOCOLS.md 1.4. A device that writes the CRC as two bytes
///   is answered so; one that counts the CR is answered by the standard (1.10).
package enum DC09Reply {
    /// `"ACK"0042R1L0#F17A[]`, for a message that is stored; with the key of an encrypted one
    /// `"*ACK"0042R1L0#F17A[` and the cipher of `pad|]_time`.
    package static func ack(
        _ frame: DC09Frame, key: AESKey?, now: DC09Timestamp,
        random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        let key = frame.isEncrypted ? key : nil
        var writer = DC09Writer()
        writer.append(token: ackToken, isEncrypted: key != nil)
        writer.append(frame.bytes[frame.echoRange])
        writer.append(Sign.open)
        if let key {
            writer.append(clear: [Sign.close] + now.bytes, key: key, random: &random)
        } else {
            writer.append(Sign.close)
        }
        return writer.frame(answering(frame.spelling))
    }

    package static func ack(_ frame: DC09Frame, key: AESKey?, now: DC09Timestamp) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return ack(frame, key: key, now: now, random: &random)
    }

    /// `"NAK"0000R0L0A0[]_16:20:01,09-24-2025`, never encrypted.
    package static func nak(
        now: DC09Timestamp, spelling: DC09Spelling = .standard
    ) -> [UInt8] {
        var writer = DC09Writer()
        writer.append(nakBody)
        writer.append(now.bytes)
        return writer.frame(answering(spelling))
    }

    /// `"DUH"0042R1L0#F17A[]`, never encrypted.
    package static func duh(_ echo: DC09Echo) -> [UInt8] {
        var writer = DC09Writer()
        writer.append(token: duhToken, isEncrypted: false)
        writer.append(echo.bytes)
        writer.append(Sign.open)
        writer.append(Sign.close)
        return writer.frame(answering(echo.spelling))
    }

    /// Nil: nothing is sent.
    package static func bytes(for refusal: DC09Refusal, now: DC09Timestamp) -> [UInt8]? {
        switch refusal.answer {
        case .nothing: nil
        case .duh(let echo): duh(echo)
        case .nak(let spelling): nak(now: now, spelling: spelling)
        }
    }

    private static let ackToken = Array("ACK".utf8)
    private static let duhToken = Array("DUH".utf8)
    private static let nakBody = Array("\"NAK\"0000R0L0A0[]".utf8)

    private static func answering(_ spelling: DC09Spelling) -> DC09Spelling {
        DC09Spelling(isBinary: spelling.isBinary)
    }
}
