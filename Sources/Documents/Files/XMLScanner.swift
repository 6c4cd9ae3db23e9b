import Domain

/// What takes the elements of an XML text as they come.
class XMLReceiver {
    /// That the receiver has enough and wants no more.
    private(set) var isStopped = false

    func begin(_ name: String, _ attributes: [String: String]) {}
    func end(_ name: String) {}
    func take(_ text: String) {}

    final func stop() { isStopped = true }
}

/// Reads XML 1.0 as Word writes it: UTF-8, no document type, no entities but the five.
///
/// FoundationXML is not used: fuzzing found texts with which it ends the whole program. Names keep
/// their prefix (`w:p`), by which every program that writes Word files calls them alike.
struct XMLScanner {
    /// Elements within elements; Word stays below 60.
    static let depthMax = 256

    /// That the text is no XML, or ends too early; or that it declares a document type, from which
    /// entities come that grow or reach outside.
    enum Fault: Error { case malformed, documentType }

    private let bytes: [UInt8]
    private var at = 0
    private var open: [ArraySlice<UInt8>] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Tells the receiver all elements and texts in order.
    static func scan(_ bytes: [UInt8], into receiver: XMLReceiver) throws(Fault) {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var scanner = XMLScanner(isMarked ? Array(bytes.dropFirst(3)) : bytes)
        try scanner.run(receiver)
    }

    private mutating func run(_ receiver: XMLReceiver) throws(Fault) {
        var hasRoot = false
        while at < bytes.count, !receiver.isStopped {
            guard bytes[at] == UInt8(ascii: "<") else {
                try text(receiver)
                continue
            }
            if follows("<?") {
                try skip(to: "?>")
            } else if follows("<!--") {
                try skip(to: "-->")
            } else if follows("<![CDATA[") {
                let start = at + 9
                try skip(to: "]]>")
                if !open.isEmpty { receiver.take(Self.string(bytes[start..<(at - 3)])) }
            } else if follows("<!") {
                throw .documentType
            } else if follows("</") {
                try end(receiver)
            } else {
                guard !hasRoot || !open.isEmpty else { throw .malformed }
                hasRoot = true
                try begin(receiver)
            }
        }
        guard receiver.isStopped || (hasRoot && open.isEmpty) else { throw .malformed }
    }

    private mutating func text(_ receiver: XMLReceiver) throws(Fault) {
        let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let piece = bytes[at..<end]
        at = end
        // Between elements outside the root there is only white space.
        guard !open.isEmpty else {
            guard piece.allSatisfy(Self.isSpace) else { throw .malformed }
            return
        }
        receiver.take(try Self.unescaped(piece))
    }

    private mutating func begin(_ receiver: XMLReceiver) throws(Fault) {
        at += 1
        let name = try takeName()
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            guard at < bytes.count else { throw .malformed }
            if bytes[at] == UInt8(ascii: ">") {
                at += 1
                guard open.count < Self.depthMax else { throw .malformed }
                open.append(name)
                receiver.begin(Self.string(name), attributes)
                return
            }
            if follows("/>") {
                at += 2
                receiver.begin(Self.string(name), attributes)
                if !receiver.isStopped { receiver.end(Self.string(name)) }
                return
            }
            let key = try takeName()
            attributes[Self.string(key)] = try takeValue()
        }
    }

    private mutating func takeValue() throws(Fault) -> String {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw .malformed }
        at += 1
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'")
        else { throw .malformed }
        guard let end = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { throw .malformed }
        let value = bytes[(at + 1)..<end]
        guard !value.contains(UInt8(ascii: "<")) else { throw .malformed }
        at = end + 1
        return try Self.unescaped(value)
    }

    private mutating func end(_ receiver: XMLReceiver) throws(Fault) {
        at += 2
        let name = try takeName()
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ">"), open.popLast() == name else {
            throw .malformed
        }
        at += 1
        receiver.end(Self.string(name))
    }

    private mutating func takeName() throws(Fault) -> ArraySlice<UInt8> {
        let start = at
        while at < bytes.count, !Self.isSpace(bytes[at]), !Self.endsName.contains(bytes[at]) {
            at += 1
        }
        guard at > start else { throw .malformed }
        return bytes[start..<at]
    }

    private static let endsName = Array("<>/=\"'&".utf8)

    private mutating func skipSpace() {
        while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    }

    private mutating func skip(to mark: String) throws(Fault) {
        guard let found = bytes[at...].firstRange(of: mark) else { throw .malformed }
        at = found.upperBound
    }

    private func follows(_ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { bytes[at...].starts(with: $0) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The text with references to characters replaced.
    private static func unescaped(_ piece: ArraySlice<UInt8>) throws(Fault) -> String {
        guard piece.contains(UInt8(ascii: "&")) else { return string(piece) }
        var result = ""
        var rest = piece
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            result += string(rest[rest.startIndex..<mark])
            guard let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                throw .malformed
            }
            guard let scalar = character(string(rest[(mark + 1)..<end])) else { throw .malformed }
            result.unicodeScalars.append(scalar)
            rest = rest[(end + 1)...]
        }
        return result + string(rest)
    }

    private static func character(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            if name.hasPrefix("#x") {
                UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
            } else if name.hasPrefix("#") {
                UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
            } else {
                nil
            }
        }
    }
}
