/// A ZIP archive written by hand, so that it can be as wrong as a test wants.
struct SampleZip {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// An entry as it is.
    mutating func add(_ name: String, _ content: some Sequence<UInt8>) {
        let bytes = Array(content)
        add(name, packed: bytes, method: 0, crc: Self.crc(bytes), size: bytes.count)
    }

    mutating func add(_ name: String, _ text: String) { add(name, text.utf8) }

    /// An entry of the letter A in hundreds of blocks of 258, each packed into 13 bits.
    mutating func addBomb(_ name: String, blocks: Int) {
        var bits = BitWriter()
        bits.write(1, 1)  // last block
        bits.write(1, 2)  // fixed codes, RFC 1951 3.2.6
        bits.writeCode(0x30 + 0x41, 8)
        for _ in 0..<blocks {
            bits.writeCode(0b1100_0101, 8)  // length 258
            bits.writeCode(0, 5)  // distance 1
        }
        bits.writeCode(0, 7)
        add(name, packed: bits.bytes, method: 8, crc: 0, size: blocks * 258 + 1)
    }

    private mutating func add(
        _ name: String, packed: [UInt8], method: UInt16, crc: UInt32, size: Int
    ) {
        let common =
            Self.little(UInt16(20)) + Self.little(UInt16(0x800)) + Self.little(method)
            + Self.little(UInt32(0x0021_0000)) + Self.little(crc)
            + Self.little(UInt32(packed.count)) + Self.little(UInt32(size))
            + Self.little(UInt16(name.utf8.count)) + Self.little(UInt16(0))
        directory +=
            Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(20)) + common
            + [UInt8](repeating: 0, count: 10) + Self.little(UInt32(body.count)) + Array(name.utf8)
        body += Self.little(UInt32(0x0403_4B50)) + common + Array(name.utf8) + packed
        count += 1
    }

    var bytes: [UInt8] {
        body + directory + Self.little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + Self.little(count)
            + Self.little(count) + Self.little(UInt32(directory.count))
            + Self.little(UInt32(body.count)) + [0, 0]
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func write(_ value: Int, _ count: Int) {
            for bit in 0..<count { put(value >> bit & 1) }
        }

        /// Huffman codes go from their highest bit.
        mutating func writeCode(_ code: Int, _ count: Int) {
            for bit in (0..<count).reversed() { put(code >> bit & 1) }
        }

        private mutating func put(_ bit: Int) {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(bit << used)
            used += 1
        }
    }
}

/// A Word file of the least parts, with a body as its XML.
struct SampleDocx {
    var body: String
    var numbering: String?
    var styles: String?

    init(_ body: String, numbering: String? = nil, styles: String? = nil) {
        self.body = body
        self.numbering = numbering
        self.styles = styles
    }

    /// One paragraph for each text.
    init(paragraphs: [String]) {
        self.init(paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined())
    }

    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """

    var document: String {
        """
        <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="\(Self.namespace)" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
        <w:body>\(body)</w:body></w:document>
        """
    }

    var zip: SampleZip {
        var zip = SampleZip()
        zip.add("_rels/.rels", Self.relations)
        zip.add("word/document.xml", document)
        if let numbering {
            zip.add(
                "word/numbering.xml",
                "<w:numbering xmlns:w=\"\(Self.namespace)\">\(numbering)</w:numbering>")
        }
        if let styles {
            zip.add(
                "word/styles.xml", "<w:styles xmlns:w=\"\(Self.namespace)\">\(styles)</w:styles>")
        }
        return zip
    }

    var bytes: [UInt8] { zip.bytes }
}
