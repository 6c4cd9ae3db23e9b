import Domain
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

    package init() {}

    package init(_ pairs: [(String, String)]) {
        for (name, value) in pairs { fields[name, default: []].append(value) }
    }

    /// The field without outer spaces, in NFC; empty when it was not sent.
    package subscript(name: String) -> String { self.all(name).first ?? "" }

    /// The field, nil when empty.
    package func filled(_ name: String) -> String? {
        let value = self[name]
        return value.isEmpty ? nil : value
    }

    package func all(_ name: String) -> [String] {
        (fields[name] ?? []).map {
            $0.precomposedStringWithCanonicalMapping
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    /// Names of the fields that were sent.
    package var names: [String] { fields.keys.sorted() }

    /// Files that were chosen; a file control left empty sends none.
    package func files(_ name: String) -> [File] {
        (uploads[name] ?? []).filter { !$0.name.isEmpty || !$0.bytes.isEmpty }
    }

    /// Reads a body by its content type.
    ///
    /// - Throws: `.invalid` for a body that is no form.
    init(contentType: String, body: [UInt8]) throws(Problem) {
        if contentType.hasPrefix("multipart/form-data") {
            try readMultipart(contentType: contentType, body: body)
        } else if !body.isEmpty {
            readEncoded(String(decoding: body, as: UTF8.self))
        }
    }

    private mutating func readEncoded(_ text: String) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            fields[name, default: []].append(parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    static func decoded(_ text: some StringProtocol) -> String {
        let spaced = text.replacingOccurrences(of: "+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }

    /// - Source: RFC 7578.
    private mutating func readMultipart(contentType: String, body: [UInt8]) throws(Problem) {
        let broken = Problem(
            .invalid, "Biểu mẫu gửi lên không đọc được. Hãy tải lại trang rồi gửi lại.")
        guard let mark = contentType.range(of: "boundary=") else { throw broken }
        let boundary = contentType[mark.upperBound...].split(separator: ";")[0]
            .trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        let data = Data(body)
        let delimiter = Data("--\(boundary)".utf8)
        guard !boundary.isEmpty, var start = data.range(of: delimiter)?.upperBound else {
            throw broken
        }
        let headEnd = Data("\r\n\r\n".utf8)
        while !data[start...].starts(with: Data("--".utf8)) {
            guard let head = data.range(of: headEnd, in: start..<data.endIndex),
                let end = data.range(
                    of: Data("\r\n".utf8) + delimiter, in: head.upperBound..<data.endIndex)
            else { throw broken }
            addPart(
                head: String(decoding: data[start..<head.lowerBound], as: UTF8.self),
                content: data[head.upperBound..<end.lowerBound])
            start = end.upperBound
        }
    }

    private mutating func addPart(head: String, content: Data) {
        guard let name = Self.parameter("name", in: head) else { return }
        if let file = Self.parameter("filename", in: head) {
            let type =
                head.components(separatedBy: "\r\n").first {
                    $0.lowercased().hasPrefix("content-type:")
                }?.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces)
            uploads[name, default: []].append(
                File(
                    name: file.precomposedStringWithCanonicalMapping,
                    mediaType: type ?? "application/octet-stream", bytes: Array(content)))
        } else {
            fields[name, default: []].append(String(decoding: content, as: UTF8.self))
        }
    }

    private static func parameter(_ name: String, in head: String) -> String? {
        guard let start = head.range(of: " \(name)=\"") else { return nil }
        let rest = head[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return rest[..<end].replacingOccurrences(of: "%22", with: "\"")
    }
}
