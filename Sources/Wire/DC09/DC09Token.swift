/// The identifier of a frame: what its data are written in.
///
/// - Source: SIA DC-09, 5.5.1.3 and SIA DC-07 (token list); `XNM`: edition 2026, as its only open
///   implementation has it (PROTOCOLS.md 1.1).
package enum DC09Token: Sendable, Hashable {
    /// `SIA-DCS`: DC-03 event blocks.
    case sia
    /// `ADM-CID`: Contact ID of DC-05.
    case contactID
    /// `NULL`: the test of the link.
    case null
    /// `XNM`: NULL with data.
    case extendedNull
    case ack
    case nak
    case duh
    /// `RSP`: an acknowledgement with data.
    case response
    /// Another one of DC-07, or a vendor's own.
    case other

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        self =
            if bytes.equals("ADM-CID", range) {
                .contactID
            } else if bytes.equals("SIA-DCS", range) {
                .sia
            } else if bytes.equals("NULL", range) {
                .null
            } else if bytes.equals("ACK", range) {
                .ack
            } else if bytes.equals("NAK", range) {
                .nak
            } else if bytes.equals("DUH", range) {
                .duh
            } else if bytes.equals("RSP", range) {
                .response
            } else if bytes.equals("XNM", range) {
                .extendedNull
            } else {
                .other
            }
    }

    /// Carries an event, and so must have data.
    package var isEvent: Bool {
        switch self {
        case .sia, .contactID, .other: true
        case .null, .extendedNull, .ack, .nak, .duh, .response: false
        }
    }

    /// Answers another frame: it is never answered itself.
    package var isAnswer: Bool {
        switch self {
        case .ack, .nak, .duh, .response: true
        case .sia, .contactID, .null, .extendedNull, .other: false
        }
    }
}
