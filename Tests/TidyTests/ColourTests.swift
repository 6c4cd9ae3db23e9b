import Foundation
import Testing

/// The tokens' colours, light and dark, by the formula of WCAG 2.2.
@Suite struct `The colours` {
    /// Text and what it stands on: at least 4.5 to 1.
    /// - Source: WCAG 2.2, success criterion 1.4.3.
    private static let texts: [(String, String)] = [
        ("ink", "paper"), ("ink", "surface"), ("muted", "paper"), ("muted", "surface"),
        ("muted", "line-soft"), ("ink", "line-soft"), ("brand", "paper"), ("brand", "surface"),
        ("brand", "brand-soft"), ("on-brand", "brand"), ("danger", "paper"),
        ("danger", "surface"), ("danger", "danger-soft"), ("surface", "danger"),
        ("warn", "surface"), ("warn", "warn-soft"), ("good", "surface"), ("good", "good-soft"),
        ("ink", "danger-soft"), ("ink", "warn-soft"), ("ink", "good-soft"), ("ink", "brand-soft"),
    ]

    /// Edges of controls, the mark of the focus, marks on a map: at least 3 to 1.
    /// - Source: WCAG 2.2, success criterion 1.4.11.
    private static let controls: [(String, String)] =
        [
            ("line-control", "surface"), ("line-control", "paper"), ("focus", "surface"),
            ("focus", "paper"), ("brand", "paper"), ("danger", "paper"), ("warn", "line-soft"),
            ("good", "line-soft"),
        ] + ["a", "b", "c", "d", "e", "f", "g", "h"].map { ("map-\($0)", "surface") }

    @Test(arguments: ["light", "dark"])
    func `can be told apart`(scheme: String) throws {
        let tokens = try tokens(scheme)
        for (pairs, least) in [(Self.texts, 4.5), (Self.controls, 3.0)] {
            for (front, back) in pairs {
                let ratio = try contrast(
                    #require(tokens[front], "--\(front)"), #require(tokens[back], "--\(back)"))
                #expect(ratio >= least, "--\(front) on --\(back), \(scheme): \(ratio)")
            }
        }
    }

    @Test func `are measured rightly`() {
        #expect(abs(contrast("000000", "ffffff") - 21) < 0.001)
        #expect(abs(contrast("777777", "ffffff") - 4.478) < 0.001)
    }

    @Test func `on a phone come with controls as large as a thumb`() throws {
        let folder = "Sources/Web/Static/css"
        let tokens = try text(of: "\(folder)/tokens.css")
        #expect(tokens.contains("--touch: 44px"))
        for (file, rule) in [
            ("button", ".button { min-block-size: var(--touch)"),
            ("field", ".field__control { min-block-size: var(--touch)"),
            ("tabs", "min-block-size: var(--touch)"),
        ] {
            #expect(try text(of: "\(folder)/\(file).css").contains(rule), "\(file)")
        }
    }

    private func text(of path: String) throws -> String {
        try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
    }

    /// Light ones stand first; dark ones override those that differ.
    private func tokens(_ scheme: String) throws -> [String: String] {
        let text = try text(of: "Sources/Web/Static/css/tokens.css")
        let parts = text.split(separator: "@media (prefers-color-scheme: dark)")
        try #require(parts.count == 2)
        var tokens: [String: String] = [:]
        for part in scheme == "light" ? parts.prefix(1) : parts[...] {
            for token in part.matches(of: /--([a-z-]+): #([0-9a-f]{6})/) {
                tokens[String(token.1)] = String(token.2)
            }
        }
        return tokens
    }

    /// - Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    private func contrast(_ front: String, _ back: String) -> Double {
        let (a, b) = (luminance(front), luminance(back))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        let number = Int(colour, radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let value = Double(number >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
