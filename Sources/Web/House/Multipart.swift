import Domain
import Foundation

/// Takes apart the body of a form with files.
///
/// - Source: RFC 7578; RFC 2046, section 5.1.
package enum Multipart {
    struct Part {
        let name: String
        /// nil for a plain field.
        let fileName: String?
        let mediaType: String
        let content: ArraySlice<UInt8>
    }

    /// - Source: RFC 2046, section 5.1.1.
    package static let boundaryLengthMax = 70
    /// A name, a file's name of 255 characters in UTF-8, a media type; with room to spare.
    package static let headBytesMax = 4_096

    static let unreadable = Problem(
        .invalid, "Biểu mẫu gửi lên không đọc được. Hãy tải lại trang rồi gửi lại.")

    /// - Throws: `.invalid` for a body that is cut off, or is no such form.
    static func parts(of body: [UInt8], contentType: String) throws(Problem) -> [Part] {
        guard let boundary = boundary(in: contentType) else { throw unreadable }
        let delimiter = Array("--\(boundary)".utf8)
        let inner = Array("\r\n".utf8) + delimiter
        let headEnd = Array("\r\n\r\n".utf8)
        guard var start = body.firstRange(of: delimiter, from: 0)?.upperBound else {
            throw unreadable
        }
        var parts: [Part] = []
        while !body.hasBytes(Array("--".utf8), at: start) {
            guard parts.count < Form.fieldsMax, body.hasBytes(Array("\r\n".utf8), at: start),
                let head = body.firstRange(
                    of: headEnd, from: start, before: start + headBytesMax),
                let end = body.firstRange(of: inner, from: head.upperBound - 2)
            else { throw unreadable }
            // An empty part ends where its head does.
            let content = body[head.upperBound..<max(head.upperBound, end.lowerBound)]
            if let part = part(
                head: String(decoding: body[start..<head.lowerBound], as: UTF8.self), content)
            {
                parts.append(part)
            }
            start = end.upperBound
        }
        return parts
    }

    private static func boundary(in contentType: String) -> String? {
        guard let mark = contentType.range(of: "boundary=", options: .caseInsensitive) else {
            return nil
        }
        let text = contentType[mark.upperBound...].prefix { $0 != ";" }
            .trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        return text.isEmpty || text.utf8.count > boundaryLengthMax ? nil : text
    }

    private static func part(head: String, _ content: ArraySlice<UInt8>) -> Part? {
        var disposition = ""
        var mediaType = "application/octet-stream"
        for line in head.components(separatedBy: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].trimmingCharacters(in: .whitespaces)
            switch parts[0].lowercased() {
            case "content-disposition": disposition = value
            case "content-type": mediaType = String(value.prefix(100))
            default: continue
            }
        }
        guard disposition.lowercased().hasPrefix("form-data"),
            let name = parameter("name", in: disposition)
        else { return nil }
        let file = parameter("filename", in: disposition).map(baseName)
        return Part(name: name, fileName: file, mediaType: mediaType, content: content)
    }

    /// Browsers write `"` in a name as `%22`, and line ends as `%0D%0A`.
    private static func parameter(_ name: String, in disposition: String) -> String? {
        for mark in [" \(name)=\"", ";\(name)=\""] {
            guard let start = disposition.range(of: mark) else { continue }
            let rest = disposition[start.upperBound...]
            guard let end = rest.firstIndex(of: "\"") else { return nil }
            return rest[..<end].replacingOccurrences(of: "%22", with: "\"")
                .replacingOccurrences(of: "%0D%0A", with: " ")
        }
        return nil
    }

    /// Without folders, whichever way they are written, and without control characters.
    private static func baseName(_ path: String) -> String {
        let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        return String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
}

extension [UInt8] {
    /// Where bytes first stand, at or after a place; nil when nowhere before the limit.
    ///
    /// memchr leaps to the first byte: a 30 MB file is searched in milliseconds.
    fileprivate func firstRange(
        of wanted: [UInt8], from start: Int, before limit: Int = .max
    ) -> Range<Int>? {
        let end = Swift.min(count, limit)
        guard !wanted.isEmpty, start >= 0, start < end else { return nil }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var index = start
            while index + wanted.count <= end {
                let span = end - wanted.count + 1 - index
                guard let hit = memchr(base + index, Int32(wanted[0]), span) else { return nil }
                index = base.distance(to: UnsafeRawPointer(hit))
                if memcmp(base + index, wanted, wanted.count) == 0 {
                    return index..<(index + wanted.count)
                }
                index += 1
            }
            return nil
        }
    }

    fileprivate func hasBytes(_ wanted: [UInt8], at start: Int) -> Bool {
        start >= 0 && start + wanted.count <= count
            && self[start..<(start + wanted.count)].elementsEqual(wanted)
    }
}
