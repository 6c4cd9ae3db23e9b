import Testing
import Wire

@Suite struct `Splitting a stream` {
    static let plain = WireSamples.frame(#""ADM-CID"0042R1L0#F17A[#F17A|1111 01 007]"#)
    static let null = WireSamples.frame(#""NULL"0000R1L0#F17A[]"#)

    /// CRC as two bytes, which are LF and CR.
    static func binary(_ body: String) -> [UInt8] {
        let body = WireSamples.bytes(body)
        let crc = WireSamples.crc(body)
        return [0x0A, UInt8(crc >> 8), UInt8(crc & 255)]
            + WireSamples.bytes(WireSamples.hex(body.count)) + body + [0x0D]
    }

    static func counted(_ body: String) -> [UInt8] {
        let body = WireSamples.bytes(body)
        return WireSamples.bytes(
            "\n" + WireSamples.hex(WireSamples.crc(body + [0x0D]))
                + WireSamples.hex(body.count + 1)) + body + [0x0D]
    }

    /// Everything that a stream may hold, and the frames in it.
    static let everything: (bytes: [UInt8], frames: [[UInt8]]) = {
        let binary = Self.binary(#""NULL"0000L0#F17A[]"#)
        let counted = Self.counted(#""NULL"0000L0#F17A[]"#)
        let damaged = WireSamples.bytes("\n00000029") + plain[9...]
        let frames = [null, plain, binary, counted, damaged, null, plain, binary]
        let bytes =
            WireSamples.bytes("GET / HTTP/1.1\r\n") + null + plain + [0] + binary + [0x0D, 0x0A]
            + counted + [0, 0x0A] + damaged + plain[..<20] + null
            + WireSamples.bytes("noise") + plain + binary
        return (bytes, frames)
    }()

    @Test func `finds every frame however it is cut`() {
        let (bytes, frames) = Self.everything
        let whole = WireSamples.pieces(bytes)
        #expect(WireSamples.frames(whole) == frames)
        for size in 1...bytes.count {
            #expect(WireSamples.pieces(bytes, by: size) == whole, "by \(size)")
        }
        for cut in 1..<bytes.count {
            var splitter = FrameSplitter()
            var pieces: [FrameSplitter.Piece] = []
            splitter.split(Array(bytes[..<cut])) { pieces.append($0) }
            splitter.split(Array(bytes[cut...])) { pieces.append($0) }
            splitter.finish { pieces.append($0) }
            #expect(pieces == whole, "at \(cut)")
        }
    }

    @Test(arguments: [plain, null, binary(#""NULL"0000L0#F17A[]"#), counted(#""NULL"0000L0#1[]"#)])
    func `never waits for what follows a frame`(_ bytes: [UInt8]) {
        var splitter = FrameSplitter()
        var frames: [[UInt8]] = []
        for byte in bytes {
            #expect(frames.isEmpty)
            splitter.split([byte]) { frames.append(contentsOf: WireSamples.frames([$0])) }
        }
        #expect(frames == [bytes])
        #expect(splitter.heldBytes == 0)
    }

    @Test func `takes a binary CRC whatever its bytes are`() {
        // Of the accounts, some give CRC bytes that are LF, CR or digits.
        var seen: Set<UInt8> = []
        for number in stride(from: 0, to: 65_536, by: 11) {
            let bytes = Self.binary("\"NULL\"0000L0#\(WireSamples.hex(number))[]")
            seen.formUnion(bytes[1...2])
            #expect(WireSamples.pieces(Self.null + bytes + Self.null, by: 7).count == 3)
        }
        #expect(seen.contains(0x0A) && seen.contains(0x0D) && seen.contains(0x30))
    }

    @Test func `tells of bytes between frames`() {
        var splitter = FrameSplitter()
        splitter.split(Self.null + Self.plain) { _ in }
        #expect(splitter.used.isEmpty)
        splitter.split([0]) { _ in }
        #expect(splitter.used == .fill)
        #expect(splitter.strayBytesTotal == 0)
    }

    @Test func `keeps what is no frame, with its reason`() {
        let strays = WireSamples.strays(
            WireSamples.pieces(WireSamples.bytes("GET / HTTP/1.1\r\n") + Self.plain))
        #expect(strays.map(\.reason) == [.outsideFrame])
        #expect(strays.first?.likeness == .http)
        #expect(
            strays.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "GET / HTTP/1.1\r")
    }

    @Test func `names other protocols`() {
        func likeness(_ bytes: [UInt8]) -> OtherProtocol? {
            WireSamples.strays(WireSamples.pieces(bytes)).first?.likeness
        }
        #expect(likeness([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]) == .tls)
        #expect(likeness(WireSamples.bytes("OPTIONS sip:1.2.3.4 SIP/2.0")) == .sip)
        #expect(likeness(WireSamples.bytes("SSH-2.0-x\r\n")) == .ssh)
        #expect(likeness(WireSamples.bytes("\nSR1L1  12XX  [ID00000000]\r")) == .osborneHoffman)
        #expect(likeness([0x06]) == .singleByteAcknowledgement)
        #expect(likeness(WireSamples.bytes("hello\r")) == nil)
        for other in OtherProtocol.allCases { #expect(other.message.hasSuffix(".")) }
    }

    @Test func `loses no frame behind a broken one`() {
        // The length says more, or less, than comes; the CR or the header is lost.
        let long = WireSamples.bytes("\nFFFF0FFF\"NULL\"0000L0#F17A[]\r")
        let short = WireSamples.bytes("\nFFFF0005\"NULL\"0000L0#F17A[]\r")
        for broken in [long, short, Array(long.dropLast()), Array(Self.plain[..<12]), [0x0A]] {
            for size in [0, 1, 3] {
                let frames = WireSamples.frames(WireSamples.pieces(broken + Self.plain, by: size))
                #expect(frames.last == Self.plain)
            }
            #expect(
                WireSamples.strays(WireSamples.pieces(broken + Self.plain)).allSatisfy {
                    $0.reason == .unfinished
                })
        }
    }

    @Test(arguments: [plain, null, binary(#""NULL"0000L0#F17A[]"#)])
    func `loses no frame behind one that was damaged anywhere`(_ bytes: [UInt8]) {
        for index in bytes.indices {
            var damaged: [[UInt8]] = []
            for count in 1...min(12, bytes.count - index) {
                damaged.append(Array(bytes[..<index] + bytes[(index + count)...]))
                damaged.append(
                    bytes[..<index] + [UInt8](repeating: 0x30, count: count) + bytes[index...])
            }
            for byte in [0, 0x0A, 0x0D, 0x20, 0x22, 0x30, 0x46, 0x5D, 0xFF] as [UInt8] {
                damaged.append(bytes[..<index] + [byte] + bytes[(index + 1)...])
            }
            for first in damaged {
                for second in [Self.plain, Self.null] {
                    let frames = WireSamples.frames(WireSamples.pieces(first + second))
                    #expect(frames.last == second, "\(first)")
                }
            }
        }
    }

    @Test func `gives a frame whose length is wrong at once when the CRC says so`() {
        var splitter = FrameSplitter()
        var frames: [[UInt8]] = []
        let bytes = Array(Self.null[..<5]) + WireSamples.bytes("0078") + Self.null[9...]
        splitter.split(bytes) { frames.append(contentsOf: WireSamples.frames([$0])) }
        #expect(frames == [bytes])
    }

    @Test func `holds a bounded number of bytes`() {
        var splitter = FrameSplitter()
        var strays: [StrayBytes] = []
        let header = WireSamples.bytes("\nFFFF\(WireSamples.hex(FrameSplitter.bodyBytesMax))\"")
        splitter.split(header) { strays.append(contentsOf: WireSamples.strays([$0])) }
        for _ in 0..<100 {
            splitter.split([UInt8](repeating: 0x41, count: 1000)) {
                strays.append(contentsOf: WireSamples.strays([$0]))
            }
            #expect(splitter.heldBytes <= FrameSplitter.heldBytesMax)
        }
        #expect(strays.map(\.reason) == [.unfinished])
        #expect(strays.map(\.bytes.count) == [FrameSplitter.heldBytesMax])
        #expect(splitter.strayBytesTotal == 100_000 + header.count)
        var frames = 0
        splitter.split(Self.plain) { frames += WireSamples.frames([$0]).count }
        #expect(frames == 1)
    }

    @Test func `keeps little of what never was a frame`() {
        let strays = WireSamples.strays(
            WireSamples.pieces([UInt8](repeating: 0x41, count: 5000) + Self.plain, by: 700))
        #expect(strays.map(\.bytes.count) == [FrameSplitter.keptBytesMax])
        let exact = WireSamples.strays(
            WireSamples.pieces(
                [UInt8](repeating: 0x41, count: FrameSplitter.keptBytesMax) + Self.plain))
        #expect(exact == strays)
    }

    @Test func `refuses a length beyond the limit before it comes`() {
        let length = WireSamples.hex(FrameSplitter.bodyBytesMax + 1)
        let pieces = WireSamples.pieces(
            WireSamples.bytes("\nFFFF\(length)\"") + [UInt8](repeating: 0x41, count: 20_000)
                + Self.plain, by: 999)
        #expect(
            WireSamples.strays(pieces).map(\.reason)
                == [.tooLong(bytes: FrameSplitter.bodyBytesMax + 1)])
        #expect(WireSamples.frames(pieces) == [Self.plain])
    }

    @Test func `takes the longest body, and with CR and LF in its text`() {
        let head = #""SIA-DCS"0042L0#F17A[#F17A|Nri1/FA7][I"#
        for count in [FrameSplitter.bodyBytesStandard, FrameSplitter.bodyBytesMax] {
            let text = String(repeating: "x", count: count - head.utf8.count - 1)
            let bytes = WireSamples.frame(head + text + "]")
            #expect(WireSamples.frames(WireSamples.pieces(bytes, by: 500)) == [bytes])
        }
        let odd = WireSamples.frame(head + "\r\nTang 3\r]")
        for size in 0...odd.count {
            #expect(WireSamples.frames(WireSamples.pieces(odd, by: size)) == [odd])
        }
    }

    @Test func `reads a datagram by itself`() {
        var pieces: [FrameSplitter.Piece] = []
        for bytes in [Self.plain, Self.plain + [0], Array(Self.plain[..<30]), Self.null] {
            FrameSplitter.datagram(bytes.span) { pieces.append($0) }
        }
        #expect(WireSamples.frames(pieces) == [Self.plain, Self.plain, Self.null])
        #expect(WireSamples.strays(pieces).map(\.reason) == [.unfinished])
        #expect(FrameSplitter.datagram((Self.plain + [0]).span) { _ in } == .fill)
    }
}
