import Documents
import Domain
import Testing

@Suite struct `Reading text files` {
    private let text = "Kế hoạch của phường về phòng cháy, thực hiện trong năm\nTrưởng Công an"

    private func read(_ bytes: [UInt8]) async throws -> [String] {
        try await PlanFile.read(bytes, name: "kế hoạch.txt").lines.map(\.text)
    }

    private var lines: [String] { text.split(separator: "\n").map(String.init) }

    @Test func `takes UTF-8 with and without a byte order mark`() async throws {
        #expect(try await read(Array(text.utf8)) == lines)
        #expect(try await read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == lines)
    }

    @Test(arguments: [true, false], [true, false])
    func `takes UTF-16 of both orders`(lowFirst: Bool, isMarked: Bool) async throws {
        let units = (isMarked ? [0xFEFF] : []) + Array(text.utf16)
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return lowFirst ? pair : pair.reversed()
        }
        #expect(try await read(bytes) == lines)
    }

    @Test(arguments: ["\r\n", "\r", "\n"])
    func `takes every line end`(end: String) async throws {
        let bytes = Array(lines.joined(separator: end).utf8)
        #expect(try await read(bytes) == lines)
    }

    @Test func `composes letters and drops what cannot be seen`() async throws {
        let line = try #require(
            try await read(Array("Pho\u{300}ng\u{AD} cha\u{301}y\u{C}".utf8)).first)
        #expect(Array(line.unicodeScalars) == Array("Phòng cháy".unicodeScalars))
    }

    @Test func `keeps blank lines, so that numbers stay those of the file`() async throws {
        #expect(try await read(Array("a\n\n\nb\n".utf8)) == ["a", "", "", "b"])
    }

    /// "Kế hoạch của phường và các đơn vị thực hiện" in three encodings of the nineties.
    @Test(arguments: [
        [
            0x4B, 0xD5, 0x20, 0x68, 0x6F, 0xB9, 0x63, 0x68, 0x20, 0x63, 0xF1, 0x61, 0x20, 0x70,
            0x68,
            0xAD, 0xEA, 0x6E, 0x67, 0x20, 0x76, 0xB5, 0x20, 0x63, 0xB8, 0x63, 0x20, 0xAE, 0xAC,
            0x6E, 0x20, 0x76, 0xDE, 0x20, 0x74, 0x68, 0xF9, 0x63, 0x20, 0x68, 0x69, 0xD6, 0x6E,
        ],
        [
            0x4B, 0xEA, 0xEC, 0x20, 0x68, 0x6F, 0x61, 0xF2, 0x63, 0x68, 0x20, 0x63, 0x75, 0xD2,
            0x61,
            0x20, 0x70, 0x68, 0xFD, 0xF5, 0xCC, 0x6E, 0x67, 0x20, 0x76, 0x61, 0xCC, 0x20, 0x63,
            0x61, 0xEC, 0x63, 0x20, 0xF0, 0xF5, 0x6E, 0x20, 0x76, 0x69, 0xF2, 0x20, 0x74, 0x68,
            0xFD, 0xF2, 0x63, 0x20, 0x68, 0x69, 0xEA, 0xF2, 0x6E,
        ],
        [
            0x4B, 0x65, 0xE1, 0x20, 0x68, 0x6F, 0x61, 0xEF, 0x63, 0x68, 0x20, 0x63, 0x75, 0xFB,
            0x61,
            0x20, 0x70, 0x68, 0xF6, 0xF4, 0xF8, 0x6E, 0x67, 0x20, 0x76, 0x61, 0xF8, 0x20, 0x63,
            0x61, 0xF9, 0x63, 0x20, 0xF1, 0xF4, 0x6E, 0x20, 0x76, 0xF2, 0x20, 0x74, 0x68, 0xF6,
            0xEF, 0x63, 0x20, 0x68, 0x69, 0x65, 0xE4, 0x6E,
        ],
    ])
    func `recognises TCVN3, Windows-1258 and VNI by their words`(bytes: [UInt8]) async throws {
        #expect(try await read(bytes) == ["Kế hoạch của phường và các đơn vị thực hiện"])
    }

    @Test func `refuses broken UTF-8 with what to do`() async throws {
        let problem = await #expect(throws: Problem.self) {
            try await read(Array("Phường ".utf8) + [0xC3, 0x28, 0xFF, 0xE1] + Array("xyz".utf8))
        }
        #expect(problem?.kind == .invalid)
        #expect(problem?.message.contains("UTF-8") == true)
    }

    @Test func `refuses bytes that are no text`() async throws {
        let noise = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
        await #expect(throws: Problem.self) { try await read(noise) }
    }
}
