/// A packet of SMPP 3.4, as far as a sender of short messages meets it.
///
/// - Source: SMPP Protocol Specification v3.4, issue 1.2, sections 3.2, 4.1, 4.4, 4.11, 5.1.
package struct SMPPPacket: Sendable, Hashable {
    package enum Body: Sendable, Hashable {
        case bind(SMPPBind)
        case bindAnswer(system: String)
        case submit(SMPPSubmit)
        case submitAnswer(id: String)
        case enquireLink, enquireLinkAnswer
        case unbind, unbindAnswer
        case genericNack
        /// What a sender has no use for; it is answered as one that is not understood.
        case other(command: UInt32, [UInt8])
    }

    package var status: SMPPStatus
    package var sequence: UInt32
    package var body: Body

    package init(_ body: Body, sequence: UInt32, status: SMPPStatus = .ok) {
        self.status = status
        self.sequence = sequence
        self.body = body
    }
}

/// Who a sender is.
package struct SMPPBind: Sendable, Hashable {
    package var system: String
    package var password: String

    /// Bytes, without the zero at the end.
    package static let systemMax = 15
    package static let passwordMax = 8

    package init(system: String, password: String) {
        self.system = system
        self.password = password
    }
}

/// A number or a name, with its kind: `ton` 1 is an international number, 5 a name.
package struct SMPPAddress: Sendable, Hashable {
    package var ton: UInt8
    package var npi: UInt8
    package var text: String

    /// Bytes, without the zero at the end.
    package static let textMax = 20

    package init(ton: UInt8, npi: UInt8, text: String) {
        self.ton = ton
        self.npi = npi
        self.text = text
    }
}

/// One short message, or one part of a long one.
package struct SMPPSubmit: Sendable, Hashable {
    package var source: SMPPAddress
    package var destination: SMPPAddress
    /// 0x40: the message begins with a header of its own.
    package var messageClass: UInt8
    /// 0: the centre's own alphabet; 8: UCS-2.
    package var coding: UInt8
    package var message: [UInt8]

    package static let messageMax = 254

    package init(
        source: SMPPAddress, destination: SMPPAddress, messageClass: UInt8, coding: UInt8,
        message: [UInt8]
    ) {
        self.source = source
        self.destination = destination
        self.messageClass = messageClass
        self.coding = coding
        self.message = message
    }
}

/// How a request went.
///
/// - Source: SMPP 3.4, 5.1.3.
package struct SMPPStatus: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let ok = SMPPStatus(rawValue: 0x00)
    package static let invalidCommand = SMPPStatus(rawValue: 0x03)
    package static let wrongState = SMPPStatus(rawValue: 0x04)
    package static let alreadyBound = SMPPStatus(rawValue: 0x05)
    package static let systemError = SMPPStatus(rawValue: 0x08)
    package static let invalidSource = SMPPStatus(rawValue: 0x0A)
    package static let invalidDestination = SMPPStatus(rawValue: 0x0B)
    package static let bindFailed = SMPPStatus(rawValue: 0x0D)
    package static let invalidPassword = SMPPStatus(rawValue: 0x0E)
    package static let invalidSystem = SMPPStatus(rawValue: 0x0F)
    package static let queueFull = SMPPStatus(rawValue: 0x14)
    package static let submitFailed = SMPPStatus(rawValue: 0x45)
    package static let throttled = SMPPStatus(rawValue: 0x58)

    /// The centre takes the same message a little later.
    package var isForLater: Bool { self == .throttled || self == .queueFull }

    /// By its name in the specification, or its number.
    package var name: String {
        switch self {
        case .ok: "ESME_ROK"
        case .invalidCommand: "ESME_RINVCMDID"
        case .wrongState: "ESME_RINVBNDSTS"
        case .alreadyBound: "ESME_RALYBND"
        case .systemError: "ESME_RSYSERR"
        case .invalidSource: "ESME_RINVSRCADR"
        case .invalidDestination: "ESME_RINVDSTADR"
        case .bindFailed: "ESME_RBINDFAIL"
        case .invalidPassword: "ESME_RINVPASWD"
        case .invalidSystem: "ESME_RINVSYSID"
        case .queueFull: "ESME_RMSGQFUL"
        case .submitFailed: "ESME_RSUBMITFAIL"
        case .throttled: "ESME_RTHROTTLED"
        default: "0x" + String(rawValue, radix: 16, uppercase: true)
        }
    }
}

extension SMPPPacket.Body {
    package var command: UInt32 {
        switch self {
        case .bind: 0x0000_0002
        case .bindAnswer: 0x8000_0002
        case .submit: 0x0000_0004
        case .submitAnswer: 0x8000_0004
        case .unbind: 0x0000_0006
        case .unbindAnswer: 0x8000_0006
        case .enquireLink: 0x0000_0015
        case .enquireLinkAnswer: 0x8000_0015
        case .genericNack: 0x8000_0000
        case .other(let command, _): command
        }
    }

    /// Whether it answers a request.
    package var isAnswer: Bool { command & 0x8000_0000 != 0 }
}

extension SMPPPacket {
    /// The packet as it is sent; texts that are too long are cut.
    package var bytes: [UInt8] {
        var rest: [UInt8] = []
        switch body {
        case .bind(let bind):
            rest.append(text: bind.system, max: SMPPBind.systemMax)
            rest.append(text: bind.password, max: SMPPBind.passwordMax)
            // system_type, interface_version, addr_ton, addr_npi, address_range
            rest += [0, 0x34, 0, 0, 0]
        case .bindAnswer(let system):
            // A refusal has no body.
            if status == .ok { rest.append(text: system, max: SMPPBind.systemMax) }
        case .submit(let submit): rest = submit.bytes
        case .submitAnswer(let id):
            if status == .ok { rest.append(text: id, max: 64) }
        case .other(_, let bytes): rest = bytes
        case .enquireLink, .enquireLinkAnswer, .unbind, .unbindAnswer, .genericNack: break
        }
        var whole: [UInt8] = []
        for number in [UInt32(16 + rest.count), body.command, status.rawValue, sequence] {
            whole.append(number: number)
        }
        return whole + rest
    }
}

extension SMPPSubmit {
    fileprivate var bytes: [UInt8] {
        // service_type
        var rest: [UInt8] = [0]
        for address in [source, destination] {
            rest += [address.ton, address.npi]
            rest.append(text: address.text, max: SMPPAddress.textMax)
        }
        // protocol_id, priority_flag 1, schedule_delivery_time, validity_period,
        // registered_delivery, replace_if_present_flag
        rest += [messageClass, 0, 1, 0, 0, 0, 0, coding, 0]
        let message = message.prefix(Self.messageMax)
        rest.append(UInt8(message.count))
        return rest + message
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: UInt32) {
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }

    /// A C-octet string: a zero ends it.
    fileprivate mutating func append(text: String, max: Int) {
        self += text.utf8.prefix(max).prefix { $0 != 0 }
        append(0)
    }
}
