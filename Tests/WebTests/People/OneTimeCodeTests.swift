import Domain
import Testing
import Web

@Suite struct `A telephone's code` {
    /// The key of RFC 6238, appendix B: `12345678901234567890`.
    private let secret = Base32.text(of: Array("12345678901234567890".utf8))

    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
            (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func `is that of the standard`(seconds: Int64, code: String) {
        #expect(OneTimeCode.code(secret: secret, at: Instant(milliseconds: seconds * 1000)) == code)
    }

    @Test func `may be one step early or late, and no more`() throws {
        let now = Instant(milliseconds: 1_795_226_400_000)
        let step = now.milliseconds / 1000 / OneTimeCode.stepSeconds
        for drift in Int64(-2)...2 {
            let then = now.adding(seconds: drift * OneTimeCode.stepSeconds)
            let code = try #require(OneTimeCode.code(secret: secret, at: then))
            let matched = OneTimeCode.step(matching: code, secret: secret, at: now)
            #expect(matched == (abs(drift) <= 1 ? step + drift : nil))
        }
    }

    @Test func `may be typed with a space, but not cut short`() throws {
        let now = Instant(milliseconds: 59_000)
        #expect(OneTimeCode.step(matching: "287 082", secret: secret, at: now) == 1)
        #expect(OneTimeCode.step(matching: "28708", secret: secret, at: now) == nil)
        #expect(OneTimeCode.step(matching: "", secret: secret, at: now) == nil)
        #expect(OneTimeCode.step(matching: "287082", secret: nil, at: now) == nil)
    }

    @Test func `has a secret in Base32 that reads back`() {
        for count in 0...21 {
            let bytes = (0..<count).map { UInt8($0 * 37 & 0xFF) }
            #expect(Base32.bytes(of: Base32.text(of: bytes)) == bytes)
        }
        #expect(Base32.text(of: Array("foobar".utf8)) == "MZXW6YTBOI")
        #expect(Base32.bytes(of: "MZ1") == nil)
    }
}
