/// A PDF of lines at given places, in a font of which each letter is half as wide as high.
///
/// The letters are numbered as they come and told by a ToUnicode map, as printers of Windows do.
struct SamplePDF {
    struct Line {
        var text: String
        /// Points from the left.
        var left: Double
        /// Points from the top.
        var top: Double
        var size = 14.0
    }

    /// Points; A4.
    private let size = (width: 595, height: 842)
    private var pages: [[Line]]
    /// Points of the frames of cells, drawn on the first page: left, top, width, height.
    var boxes: [[Double]] = []
    /// Instead of text: a grey picture of so many pixels a side on every page.
    private var picture: Int?
    /// Instead of text: a scanned page, in JPEG, on every page.
    private var scan: (bytes: [UInt8], width: Int, height: Int)?

    init(pages: [[Line]]) { self.pages = pages }

    init(pictureOfSide side: Int) {
        pages = [[]]
        picture = side
    }

    init(scan bytes: [UInt8], width: Int, height: Int, pages count: Int) {
        pages = Array(repeating: [], count: count)
        scan = (bytes, width, height)
    }

    /// Width of a text in points.
    static func width(_ text: String, size: Double = 14) -> Double {
        Double(text.unicodeScalars.count) * size / 2
    }

    var bytes: [UInt8] {
        var codes: [Unicode.Scalar: UInt8] = [:]
        for scalar in pages.joined().flatMap(\.text.unicodeScalars) where codes[scalar] == nil {
            codes[scalar] = UInt8(codes.count + 1)
        }
        var objects: [[UInt8]] = []
        let kids = pages.indices.map { "\(6 + $0 * 2) 0 R" }.joined(separator: " ")
        objects.append(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
        objects.append(Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8))
        let widths = Array(repeating: "500", count: 255).joined(separator: " ")
        objects.append(
            Array(
                """
                << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 255 \
                /Widths [\(widths)] /ToUnicode 4 0 R >>
                """.utf8))
        objects.append(stream("", Array(map(codes).utf8)))
        let side = picture ?? 1
        let pixels = (0..<(side * side)).map { UInt8(truncatingIfNeeded: $0 / side + $0 % side) }
        let (width, height) = (scan?.width ?? side, scan?.height ?? side)
        let filter = scan == nil ? "" : "/Filter /DCTDecode"
        objects.append(
            stream(
                """
                /Type /XObject /Subtype /Image /Width \(width) /Height \(height) \
                /ColorSpace /DeviceGray /BitsPerComponent 8 \(filter)
                """, scan?.bytes ?? pixels))
        for (index, lines) in pages.enumerated() {
            objects.append(
                Array(
                    """
                    << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size.width) \(size.height)] \
                    /Contents \(7 + index * 2) 0 R /Resources << /Font << /F 3 0 R >> \
                    /XObject << /I 5 0 R >> >> >>
                    """.utf8))
            objects.append(stream("", content(lines, codes)))
        }
        return file(objects)
    }

    private func content(_ lines: [Line], _ codes: [Unicode.Scalar: UInt8]) -> [UInt8] {
        if scan != nil { return Array("q \(size.width) 0 0 \(size.height) 0 0 cm /I Do Q".utf8) }
        if picture != nil { return Array("q 500 0 0 700 40 40 cm /I Do Q".utf8) }
        let frames = boxes.flatMap { box in
            let y = Double(size.height) - box[1] - box[3]
            return Array("0.5 w \(box[0]) \(y) \(box[2]) \(box[3]) re S\n".utf8)
        }
        return frames
            + lines.flatMap { line in
                let hex = line.text.unicodeScalars.map { scalar in
                    let text = String(codes[scalar] ?? 0, radix: 16)
                    return text.count < 2 ? "0" + text : text
                }.joined()
                let y = Double(size.height) - line.top - line.size
                return Array("BT /F \(line.size) Tf \(line.left) \(y) Td <\(hex)> Tj ET\n".utf8)
            }
    }

    private func map(_ codes: [Unicode.Scalar: UInt8]) -> String {
        func hex(_ value: UInt32, _ digits: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        let entries = codes.map { "<\(hex(UInt32($0.value), 2))> <\(hex($0.key.value, 4))>" }
        return """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            1 begincodespacerange <00> <ff> endcodespacerange
            \(entries.count) beginbfchar
            \(entries.joined(separator: "\n"))
            endbfchar endcmap end end
            """
    }

    private func stream(_ entries: String, _ content: [UInt8]) -> [UInt8] {
        Array("<< \(entries) /Length \(content.count) >>\nstream\n".utf8) + content
            + Array("\nendstream".utf8)
    }

    private func file(_ objects: [[UInt8]]) -> [UInt8] {
        var bytes = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            let zeros = String(repeating: "0", count: 10 - digits.count)
            bytes += Array("\(zeros)\(digits) 00000 n \n".utf8)
        }
        bytes += Array(
            "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
                .utf8)
        return bytes
    }
}
