import Documents
import Testing

@Suite struct `Packing a ZIP archive` {
    private let parts = [
        ZipWriter.Part(name: "a.txt", bytes: Array(repeating: 0x41, count: 100_000)),
        ZipWriter.Part(name: "thư mục/đ.txt", bytes: []),
    ]

    @Test func `gives the same bytes for the same parts`() throws {
        let packed = try ZipWriter.pack(parts)
        #expect(try ZipWriter.pack(parts) == packed)
        #expect(packed.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        #expect(packed.count < 2_000)
    }

    @Test func `gives other bytes for other parts`() throws {
        let packed = try ZipWriter.pack(parts)
        #expect(try ZipWriter.pack(Array(parts.reversed())) != packed)
    }

    @Test func `refuses two parts of one name`() {
        #expect(throws: (any Error).self) { try ZipWriter.pack([parts[0], parts[0]]) }
    }
}
