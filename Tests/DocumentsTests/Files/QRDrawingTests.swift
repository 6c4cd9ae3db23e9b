import Documents
import Testing

@Suite struct `A QR code` {
    @Test func `is drawn as one square for each run of dark modules`() {
        let drawing = QRDrawing(art: "##  ##\n  ##  \n####  \n")
        #expect(drawing?.side == 3)
        #expect(drawing?.path == "M0 0h1v1H0zM2 0h1v1H2zM1 1h1v1H1zM0 2h2v1H0z")
    }

    @Test(arguments: ["", "##", "##  \n##\n", "##  ##\n##  ##\n"])
    func `is none where its picture is not square`(art: String) {
        #expect((QRDrawing(art: art)?.side ?? 1) == 1)
    }

    @Test func `of a long address has the size that the standard gives`() async throws {
        let address = "otpauth://totp/Canh?secret=" + String(repeating: "A", count: 60)
        // Where qrencode is not installed there is none, and the page shows the text.
        guard let drawing = await QRDrawing.of(address) else { return }
        #expect((drawing.side - 17) % 4 == 0)
        #expect(drawing.path.hasPrefix("M0 0h7v1H0z"))
    }
}
