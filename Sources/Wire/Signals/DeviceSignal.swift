/// One thing that a device says, whatever code it says it in.
///
/// A frame may hold several. A code that no table has is never lost: its kind is unknown, and the
/// code and the bytes are kept.
package struct DeviceSignal: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case fireAlarm, manualCallPoint, otherAlarm
        /// The fire protection is not ready: valve, pressure, tank, pump.
        case supervision
        case fault, power, battery
        /// The way to the receiver, or a part of it.
        case line
        case tamper
        /// Switched off or bypassed.
        case disabled
        case test
        /// The link was tested and nothing else is said.
        case heartbeat
        /// Armed, disarmed.
        case openClose
        case notice
        case unknown
    }

    package enum Change: String, Sendable, CaseIterable {
        case begun, ended
        /// Said again, as after a restart: it began when nobody knows of it.
        case still
        /// A moment that neither begins nor ends anything.
        case noted
    }

    /// What a person must know beside the kind.
    package enum Note: String, Sendable, CaseIterable {
        case confirmed, unverified, preAlarm, gas
        /// Alarm only where the policy for that device says so.
        case byPolicy
        case urgent, maintenance
        /// A sounder or another way to warn people.
        case warning
        /// The detector or the alarm is reset for the whole panel or area.
        case reset
    }

    package enum Scheme: String, Sendable, CaseIterable {
        case contactID, sia, none
    }

    /// How sure the meaning of the code is.
    package enum Certainty: String, Sendable, CaseIterable {
        /// In PROTOCOLS.md 1.11, checked against full tables of DC-03 and DC-05.
        case checked
        /// From memory of the same standards, not checked again.
        case remembered
        /// Vendors differ.
        case uncertain
        /// No table has it.
        case unknown
    }

    package var scheme: Scheme
    package var kind: Kind
    package var change: Change
    /// `110`, `FA`; empty of a heartbeat.
    package var code: String
    package var zone: String?
    package var partition: String?
    package var user: String?
    package var text: String?
    /// What the device added in words of DC-03 that have no property: `ti` time, `pi` peripheral…
    package var details: [Detail] = []
    package var note: Note?
    package var certainty: Certainty
    /// The block as it was sent.
    package var raw: String

    package struct Detail: Sendable, Hashable {
        package let key: String
        package let value: String
    }

    /// What the code means, in Vietnamese.
    package var title: String { meaning?.title ?? "Mã chưa biết: \(code.isEmpty ? raw : code)" }

    /// The codes of the same scheme that this one ends.
    package var endedCodes: [String] {
        switch scheme {
        case .sia: meaning?.ends ?? []
        case .contactID: change == .ended ? [code] : []
        case .none: []
        }
    }

    /// Of an unknown code, the family that its first sign belongs to, as a hint for people.
    package var likelyKind: Kind {
        guard kind == .unknown, let first = code.utf8.first else { return kind }
        switch (scheme, first) {
        case (.contactID, UInt8(ascii: "1")): return .otherAlarm
        case (.contactID, UInt8(ascii: "2")): return .supervision
        case (.contactID, UInt8(ascii: "3")): return .fault
        case (.contactID, UInt8(ascii: "4")): return .openClose
        case (.contactID, UInt8(ascii: "5")): return .disabled
        case (.contactID, UInt8(ascii: "6")): return .test
        case (.sia, UInt8(ascii: "F")), (.sia, UInt8(ascii: "K")), (.sia, UInt8(ascii: "S")),
            (.sia, UInt8(ascii: "G")):
            return .fireAlarm
        default: return .unknown
        }
    }

    private var meaning: CodeMeaning? {
        switch scheme {
        case .contactID: ContactIDCodes.meaning(code)
        case .sia: SIACodes.meaning(code)
        case .none: code.isEmpty ? CodeMeaning.heartbeat : nil
        }
    }
}

/// A line of a code table.
package struct CodeMeaning: Sendable {
    package let code: String
    package let kind: DeviceSignal.Kind
    package let title: String
    /// Of DC-03, where it is part of the code; of Contact ID the qualifier says it.
    package var change = DeviceSignal.Change.begun
    package var ends: [String] = []
    package var note: DeviceSignal.Note?
    package var certainty = DeviceSignal.Certainty.checked
    /// Of Contact ID: the number is that of a user.
    package var isUser = false

    static let heartbeat = CodeMeaning(
        code: "", kind: .heartbeat, title: "Kiểm tra đường truyền", change: .noted)
}
