/// A stream of SMPP 3.4 → packets, however it is cut.
package struct SMPPReader: Sendable {
    /// A receipt with all it may carry is far shorter.
    package static let packetBytesMax = 4_096
    private static let headBytes = 16

    private var held: [UInt8] = []

    package init() {}

    package enum Fault: Error, Sendable {
        /// After it the stream cannot be read.
        case broken(String)
    }

    package var heldBytes: Int { held.count }

    /// The packets that are whole; what was whole before a fault is there too.
    ///
    /// - Throws: when what comes is not SMPP, or too long.
    package mutating func read(
        _ bytes: [UInt8], into packets: inout [SMPPPacket]
    ) throws(Fault) {
        held += bytes
        var start = 0
        while start + Self.headBytes <= held.count {
            let length = Int(number(at: start))
            guard (Self.headBytes...Self.packetBytesMax).contains(length) else {
                throw .broken("a packet of \(length) bytes")
            }
            guard start + length <= held.count else { break }
            packets.append(try packet(start..<start + length))
            start += length
        }
        held.removeFirst(start)
    }

    private func number(at place: Int) -> UInt32 {
        held[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private func packet(_ range: Range<Int>) throws(Fault) -> SMPPPacket {
        let start = range.lowerBound
        let (command, status, sequence) = (
            number(at: start + 4), SMPPStatus(rawValue: number(at: start + 8)),
            number(at: start + 12)
        )
        var rest = SMPPBody(rest: held[start + Self.headBytes..<range.upperBound])
        let body: SMPPPacket.Body
        switch command {
        case 0x0000_0002: body = .bind(try rest.bind())
        case 0x8000_0002:
            body = .bindAnswer(
                system: status == .ok ? try rest.text(max: SMPPBind.systemMax) : "")
        case 0x0000_0004: body = .submit(try rest.submit())
        case 0x8000_0004:
            body = .submitAnswer(id: status == .ok ? try rest.text(max: 64) : "")
        case 0x0000_0006: body = .unbind
        case 0x8000_0006: body = .unbindAnswer
        case 0x0000_0015: body = .enquireLink
        case 0x8000_0015: body = .enquireLinkAnswer
        case 0x8000_0000: body = .genericNack
        default: body = .other(command: command, Array(rest.rest))
        }
        return SMPPPacket(body, sequence: sequence, status: status)
    }
}

private struct SMPPBody {
    var rest: ArraySlice<UInt8>

    mutating func byte() throws(SMPPReader.Fault) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .broken("a packet ends early") }
        return byte
    }

    /// A C-octet string.
    mutating func text(max: Int) throws(SMPPReader.Fault) -> String {
        guard let end = rest.firstIndex(of: 0), end - rest.startIndex <= max else {
            throw .broken("a text has no end")
        }
        let bytes = rest[rest.startIndex..<end]
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .broken("a text is not UTF-8")
        }
        rest = rest[(end + 1)...]
        return text
    }

    mutating func bind() throws(SMPPReader.Fault) -> SMPPBind {
        SMPPBind(
            system: try text(max: SMPPBind.systemMax),
            password: try text(max: SMPPBind.passwordMax))
    }

    mutating func address() throws(SMPPReader.Fault) -> SMPPAddress {
        let (ton, npi) = (try byte(), try byte())
        return SMPPAddress(ton: ton, npi: npi, text: try text(max: SMPPAddress.textMax))
    }

    mutating func submit() throws(SMPPReader.Fault) -> SMPPSubmit {
        _ = try text(max: 5)
        let (source, destination) = (try address(), try address())
        let messageClass = try byte()
        for _ in 0..<2 { _ = try byte() }
        for _ in 0..<2 { _ = try text(max: 16) }
        for _ in 0..<2 { _ = try byte() }
        let coding = try byte()
        _ = try byte()
        let length = Int(try byte())
        guard length <= SMPPSubmit.messageMax, length <= rest.count else {
            throw .broken("a message ends early")
        }
        return SMPPSubmit(
            source: source, destination: destination, messageClass: messageClass, coding: coding,
            message: Array(rest.prefix(length)))
    }
}
