/// The events of DC-03, as `SIA-DCS` carries them.
///
///     Nri1/FA7          new event; area 1; fire, zone 7
///     Nri01^TOTAL^/LX901^text^
///     NRR|Atext
///
/// Modifiers hold for the codes that follow them. Devices leave out the `/` between them, and put
/// text in several ways; the grammar takes all of them and says when it had to.
///
/// - Source: SIA DC-03-1990.01, Annex; SIA DC-04; PROTOCOLS.md 1.8.
struct SIABlocks {
    private(set) var signals: [DeviceSignal] = []
    private(set) var used: DC09Tolerance = []

    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    private var isOld = false
    private var partition: String?
    private var user: String?
    private var details: [DeviceSignal.Detail] = []
    private var isAfterBreak = true
    private var lastWasModifier = false

    /// More in one frame are no events but noise; what follows is kept in the text of the last.
    static let signalsMax = 64

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
        read()
    }

    private mutating func read() {
        readFunction()
        while index < end {
            let byte = bytes[index]
            if byte == Sign.slash {
                index += 1
                isAfterBreak = true
            } else if byte == Sign.bar {
                index += 1
                isAfterBreak = true
                readAfterBar()
            } else if byte == Sign.caret {
                readCaretText()
            } else if byte == Sign.star || byte == Sign.apostrophe {
                used.insert(.looseBlocks)
                addText(takeRun { $0 != Sign.slash && $0 != Sign.bar })
            } else if isModifier(index) {
                readModifier()
            } else if isCode(index), signals.count < SIABlocks.signalsMax {
                readCode()
            } else {
                readUnknown()
            }
        }
    }

    /// `N` new, `O` old; left out by some.
    private mutating func readFunction() {
        guard index < end else { return }
        let byte = bytes[index]
        guard byte == UInt8(ascii: "N") || byte == UInt8(ascii: "O") || byte == UInt8(ascii: "Q"),
            isCode(index + 1) || isModifier(index + 1)
        else {
            used.insert(.looseBlocks)
            return
        }
        isOld = byte == UInt8(ascii: "O")
        index += 1
    }

    /// `|Atext`, or another block.
    private mutating func readAfterBar() {
        guard index < end else { return }
        if bytes[index] == UInt8(ascii: "A") {
            index += 1
            addText(takeRun { $0 != Sign.bar })
        } else if bytes[index] == UInt8(ascii: "N") || bytes[index] == UInt8(ascii: "O") {
            readFunction()
        }
    }

    /// `^text^`: of the code, or of the area, before it.
    private mutating func readCaretText() {
        used.insert(.looseBlocks)
        index += 1
        let text = takeRun { $0 != Sign.caret }
        if index < end { index += 1 }
        if lastWasModifier, let last = details.last {
            details.append(DeviceSignal.Detail(key: last.key + "^", value: text))
        } else {
            addText(text)
        }
    }

    /// `ri1`, `ti20:50:26`, `id7`
    private mutating func readModifier() {
        if !isAfterBreak { used.insert(.looseBlocks) }
        let key = text(index..<index + 2)
        index += 2
        let start = index
        while index < end, isPlainValue(bytes[index]) { index += 1 }
        // Glued codes follow digits only, as letters belong to a value that has any.
        if !(index > start && isCode(index)) {
            while index < end, !SIABlocks.isBreak(bytes[index]) { index += 1 }
        } else {
            used.insert(.looseBlocks)
        }
        let value = text(start..<index)
        switch key {
        case "ri": partition = value
        case "id": user = value
        default: break
        }
        details.append(DeviceSignal.Detail(key: key, value: value))
        isAfterBreak = false
        lastWasModifier = true
    }

    /// `FA7`, `OP001NM`
    private mutating func readCode() {
        if !isAfterBreak, !lastWasModifier { used.insert(.looseBlocks) }
        let start = index
        let code = text(index..<index + 2)
        index += 2
        let addressStart = index
        while index < end, isAddress(bytes[index]) { index += 1 }
        let address = text(addressStart..<index)
        let rest = takeRun { !SIABlocks.isBreak($0) }
        if !rest.isEmpty { used.insert(.looseBlocks) }
        let meaning = SIACodes.meaning(code)
        var signal = DeviceSignal(
            scheme: .sia, kind: meaning?.kind ?? .unknown, change: meaning?.change ?? .noted,
            code: code, zone: address.isEmpty ? nil : address, partition: partition, user: user,
            text: rest.isEmpty ? nil : rest, details: details.filter { !isProperty($0.key) },
            note: meaning?.note, certainty: meaning?.certainty ?? .unknown,
            raw: text(start..<index))
        if isOld, signal.change == .begun { signal.change = .still }
        signals.append(signal)
        isAfterBreak = false
        lastWasModifier = false
    }

    /// What is neither: kept as a signal whose code is all of it.
    private mutating func readUnknown() {
        used.insert(.looseBlocks)
        let isFull = signals.count >= SIABlocks.signalsMax
        let start = index
        index += 1
        _ = takeRun { isFull || ($0 != Sign.slash && $0 != Sign.bar) }
        let run = text(start..<index)
        if isFull {
            addText(run)
        } else {
            signals.append(
                DeviceSignal(
                    scheme: .sia, kind: .unknown, change: .noted, code: run, partition: partition,
                    user: user, certainty: .unknown, raw: run))
        }
        lastWasModifier = false
    }

    private mutating func addText(_ text: String) {
        guard !text.isEmpty else { return }
        guard let last = signals.indices.last else {
            details.append(DeviceSignal.Detail(key: "^", value: text))
            return
        }
        signals[last].text = signals[last].text.map { $0 + " " + text } ?? text
    }

    private mutating func takeRun(while holds: (UInt8) -> Bool) -> String {
        let start = index
        while index < end, holds(bytes[index]) { index += 1 }
        return text(start..<index)
    }

    private func isProperty(_ key: String) -> Bool { key == "ri" || key == "id" }

    private func isCode(_ place: Int) -> Bool {
        place + 1 < end && Sign.isUpper(bytes[place]) && Sign.isUpper(bytes[place + 1])
    }

    private func isModifier(_ place: Int) -> Bool {
        place + 1 < end && Sign.isLower(bytes[place]) && Sign.isLower(bytes[place + 1])
    }

    private func isAddress(_ byte: UInt8) -> Bool {
        HexDigits.isDigit(byte) && !HexDigits.isLowerCase(byte)
    }

    private func isPlainValue(_ byte: UInt8) -> Bool {
        Sign.isDecimal(byte) || byte == Sign.colon || byte == Sign.dash || byte == Sign.dot
    }

    private static func isBreak(_ byte: UInt8) -> Bool {
        byte == Sign.slash || byte == Sign.bar || byte == Sign.caret || byte == Sign.star
            || byte == Sign.apostrophe
    }

    private func text(_ range: Range<Int>) -> String { WireText.string(bytes[range]) }
}
