/// Cuts the bytes of a connection into frames, however the network cut them.
///
/// It only finds where frames begin and end; `DC09Frame` judges them. Each LF before a header may
/// begin a frame, so a broken one never takes the next with it; a byte once outside stays outside.
/// What it gives does not depend on how the stream was cut, and a whole frame never waits for
/// bytes that follow it.
///
/// - Source: SIA DC-09, 5.5.1; PROTOCOLS.md 0.2, 1.2, 1.3.
package struct FrameSplitter: Sendable {
    package enum Piece: Sendable, Hashable {
        /// From LF to CR, both included.
        case frame([UInt8])
        case stray(StrayBytes)
    }

    /// Three digits of length: what the standard allows.
    package static let bodyBytesStandard = 0xFFF
    /// With the fourth digit, and room for what no device sends.
    package static let bodyBytesMax = 8_000
    /// Of bytes that never were a frame.
    package static let keptBytesMax = 512
    /// What a connection can make us hold between two reads.
    package static let heldBytesMax = FrameHeader.textBytes + bodyBytesMax + keptBytesMax

    /// Whether there was NUL, CR or LF between frames.
    package private(set) var used: DC09Tolerance = []
    /// Bytes outside of frames, kept or not, since the start.
    package private(set) var strayBytesTotal = 0

    private var held: [UInt8] = []
    /// Inside a frame: how far `held` was looked through, and the first CR found.
    private var looked = 0
    private var firstCarriageReturn: Int?
    private var isDropping = false

    package init() {}

    /// Bytes waiting for more.
    package var heldBytes: Int { held.count }

    package mutating func split(_ input: [UInt8], each: (Piece) -> Void) {
        split(input.span, each: each)
    }

    package mutating func split(_ input: Span<UInt8>, each: (Piece) -> Void) {
        if held.isEmpty {
            let end = scan(input, each)
            if end < input.count { held = input.array(end..<input.count) }
        } else {
            var bytes = held
            held = []
            input.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            let end = scan(bytes.span, each)
            bytes.removeSubrange(0..<end)
            held = bytes
        }
    }

    /// Gives what is left at the end of a connection.
    package mutating func finish(each: (Piece) -> Void) {
        let bytes = held
        held = []
        guard let first = bytes.first else { return }
        forgetFrame()
        guard first == Sign.lineFeed, case .header = FrameHeader.look(bytes.span, at: 0) else {
            if bytes.allSatisfy(Sign.isFill) { return }
            return giveStray(bytes.span, 0..<bytes.count, .outsideFrame, each)
        }
        if let end = bytes.firstIndex(of: Sign.carriageReturn) {
            each(.frame(Array(bytes[...end])))
            var rest = FrameSplitter()
            rest.split(Array(bytes[(end + 1)...]), each: each)
            rest.finish(each: each)
            strayBytesTotal += rest.strayBytesTotal
        } else {
            giveStray(bytes.span, 0..<bytes.count, .unfinished, each)
        }
    }

    /// Gives the pieces of one datagram, which holds whole frames or none.
    ///
    /// - Returns: what was between and behind them.
    @discardableResult
    package static func datagram(
        _ bytes: Span<UInt8>, each: (Piece) -> Void
    ) -> DC09Tolerance {
        var splitter = FrameSplitter()
        splitter.split(bytes, each: each)
        splitter.finish(each: each)
        return splitter.used
    }

    /// Returns how many bytes are done with.
    private mutating func scan(_ bytes: Span<UInt8>, _ each: (Piece) -> Void) -> Int {
        var start = 0
        while start < bytes.count {
            guard bytes[start] == Sign.lineFeed else {
                guard let end = skipStray(bytes, start, each) else { return start }
                start = end
                continue
            }
            switch FrameHeader.look(bytes, at: start) {
            case .undecided:
                isDropping = false
                return start
            case .other:
                used.insert(.fill)
                isDropping = false
                start += 1
            case .header(let header):
                isDropping = false
                guard let end = frameEnd(bytes, start, header, each) else { return start }
                start = end
                forgetFrame()
            }
        }
        return start
    }

    /// The end of what stands outside of frames; nil: more of it may come.
    private mutating func skipStray(
        _ bytes: Span<UInt8>, _ start: Int, _ each: (Piece) -> Void
    ) -> Int? {
        if isDropping {
            let end = bytes.first(Sign.lineFeed, in: start..<bytes.count) ?? bytes.count
            strayBytesTotal += end - start
            return end
        }
        if Sign.isFill(bytes[start]) {
            used.insert(.fill)
            return start + 1
        }
        let limit = min(bytes.count, start + FrameSplitter.keptBytesMax)
        for index in start..<limit {
            if bytes[index] == Sign.carriageReturn {
                giveStray(bytes, start..<index + 1, .outsideFrame, each)
                return index + 1
            }
            if bytes[index] == Sign.lineFeed {
                giveStray(bytes, start..<index, .outsideFrame, each)
                return index
            }
        }
        guard limit - start == FrameSplitter.keptBytesMax else { return nil }
        giveStray(bytes, start..<limit, .outsideFrame, each)
        isDropping = true
        return limit
    }

    /// The end of the frame at `start`; nil: more of it must come.
    private mutating func frameEnd(
        _ bytes: Span<UInt8>, _ start: Int, _ header: FrameHeader, _ each: (Piece) -> Void
    ) -> Int? {
        guard header.length <= FrameSplitter.bodyBytesMax else {
            giveStray(bytes, start..<header.bodyStart, .tooLong(bytes: header.length), each)
            isDropping = true
            return header.bodyStart
        }
        // Where the CR must stand, unless it is counted; then it stands one before.
        let stated = header.bodyStart + header.length
        let limit = min(bytes.count, stated)
        var index = max(start + looked, header.bodyStart)
        while index < limit {
            switch bytes[index] {
            case Sign.carriageReturn:
                if isEnd(bytes, start, index, header, stated) {
                    return giveFrame(bytes, start, index, each)
                }
            case Sign.lineFeed:
                // A header that reaches beyond the stated end is not seen, or the cut would matter.
                switch FrameHeader.look(bytes.extracting(0..<limit), at: index) {
                case .header: return giveBroken(bytes, start, index, each)
                case .undecided where bytes.count < stated:
                    looked = index - start
                    return nil
                case .undecided, .other: break
                }
            default: break
            }
            index += 1
        }
        looked = max(looked, index - start)
        if bytes.count <= stated { return nil }
        if bytes[stated] == Sign.carriageReturn { return giveFrame(bytes, start, stated, each) }
        return wrongEnd(bytes, start, header.bodyStart, stated, each)
    }

    /// Whether the frame ends with the CR at `index`, before its stated end: the CR is counted, or
    /// the length is wrong and the CRC says so. Of several, only the first is tried.
    private mutating func isEnd(
        _ bytes: Span<UInt8>, _ start: Int, _ index: Int, _ header: FrameHeader, _ stated: Int
    ) -> Bool {
        if index == stated - 1 { return true }
        guard firstCarriageReturn == nil else { return false }
        firstCarriageReturn = index - start
        return CRC16.of(bytes, header.bodyStart..<index) == header.crc
    }

    /// Looks for the end of a frame that has no CR where it must stand.
    private mutating func wrongEnd(
        _ bytes: Span<UInt8>, _ start: Int, _ bodyStart: Int, _ stated: Int,
        _ each: (Piece) -> Void
    ) -> Int? {
        if firstCarriageReturn != nil { return giveBroken(bytes, start, stated, each) }
        // Bytes that were lost bring the next header across the stated end.
        for index in max(bodyStart, stated - FrameHeader.textBytes)..<stated
        where bytes[index] == Sign.lineFeed {
            switch FrameHeader.look(bytes, at: index) {
            case .header: return giveBroken(bytes, start, index, each)
            case .undecided: return nil
            case .other: break
            }
        }
        let limit = min(bytes.count, stated + FrameSplitter.keptBytesMax)
        for index in stated..<limit {
            if bytes[index] == Sign.carriageReturn { return giveFrame(bytes, start, index, each) }
            if bytes[index] == Sign.lineFeed { return giveBroken(bytes, start, index, each) }
        }
        guard limit == stated + FrameSplitter.keptBytesMax else { return nil }
        isDropping = true
        return giveBroken(bytes, start, limit, each)
    }

    private func giveFrame(
        _ bytes: Span<UInt8>, _ start: Int, _ carriageReturn: Int, _ each: (Piece) -> Void
    ) -> Int {
        each(.frame(bytes.array(start..<carriageReturn + 1)))
        return carriageReturn + 1
    }

    /// Gives a frame that does not end as it says: up to its CR, or else as bytes without an end.
    private mutating func giveBroken(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ each: (Piece) -> Void
    ) -> Int {
        if let first = firstCarriageReturn { return giveFrame(bytes, start, start + first, each) }
        giveStray(bytes, start..<end, .unfinished, each)
        return end
    }

    private mutating func giveStray(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ reason: StrayBytes.Reason,
        _ each: (Piece) -> Void
    ) {
        strayBytesTotal += range.count
        // A frame without an end is kept whole, as it may be an alarm.
        let kept = reason == .unfinished ? range : range.prefix(FrameSplitter.keptBytesMax)
        each(.stray(StrayBytes(bytes: bytes.array(kept), reason: reason)))
    }

    private mutating func forgetFrame() {
        looked = 0
        firstCarriageReturn = nil
    }
}
