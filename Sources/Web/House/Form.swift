package import Domain
import Foundation

/// What a person sent with a form: fields by name, files apart.
package struct Form: Sendable {
    package struct File: Sendable {
        package let name: String
        package let mediaType: String
        package let bytes: [UInt8]
    }

    private var fields: [String: [String]] = [:]
    private var uploads: [String: [File]] = [:]

    /// More than our largest form has: a plan's 400 tasks with ten fields each.
    package static let fieldsMax = 5_000

    package init() {}

    package init(_ pairs: [(String, String)]) {
        for (name, value) in pairs { fields[name, default: []].append(value) }
    }

    /// The field without outer spaces, in NFC, its lines ending with `\n`; empty when it was not sent.
    package subscript(name: String) -> String { self.all(name).first ?? "" }

    /// The field, nil when empty.
    package func filled(_ name: String) -> String? {
        let value = self[name]
        return value.isEmpty ? nil : value
    }

    package func all(_ name: String) -> [String] {
        (fields[name] ?? []).map {
            // Browsers end lines with CRLF, which is one Character in Swift and no "\n".
            $0.replacingOccurrences(of: "\r\n", with: "\n").precomposedStringWithCanonicalMapping
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    /// Names of the fields that were sent.
    package var names: [String] { fields.keys.sorted() }

    /// Files that were chosen; a file control left empty sends none.
    package func files(_ name: String) -> [File] {
        (uploads[name] ?? []).filter { !$0.name.isEmpty || !$0.bytes.isEmpty }
    }

    /// The query of an address, as a browser writes a form that changes nothing: a space is `+`.
    package init(query: String) throws(Problem) { try readEncoded(Array(query.utf8)) }

    /// Reads a body by its content type.
    ///
    /// - Throws: `.invalid` for a body that is no form, or has more fields than any form of ours.
    package init(contentType: String, body: [UInt8]) throws(Problem) {
        let type = contentType.lowercased()
        if type.hasPrefix("multipart/form-data") {
            for part in try Multipart.parts(of: body, contentType: contentType) { add(part) }
        } else if type.isEmpty || type.hasPrefix("application/x-www-form-urlencoded") {
            try readEncoded(body)
        } else if type.hasPrefix("application/json") {
            guard !body.isEmpty else { return }
            for (name, value) in try JSONFields.read(body) { fields[name] = [value] }
        } else {
            throw Multipart.unreadable
        }
    }

    private mutating func add(_ part: Multipart.Part) {
        if let file = part.fileName {
            uploads[part.name, default: []].append(
                File(
                    name: file.precomposedStringWithCanonicalMapping, mediaType: part.mediaType,
                    bytes: Array(part.content)))
        } else {
            fields[part.name, default: []].append(String(decoding: part.content, as: UTF8.self))
        }
    }

    /// - Source: WHATWG URL Standard, application/x-www-form-urlencoded parsing.
    private mutating func readEncoded(_ body: [UInt8]) throws(Problem) {
        var count = 0
        for pair in body.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= Self.fieldsMax else { throw Multipart.unreadable }
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            fields[name, default: []].append(parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// `+` is a space, `%C4%91` is đ; what is broken stands as it came.
    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let high = hexDigit(text[index + 1]), let low = hexDigit(text[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
