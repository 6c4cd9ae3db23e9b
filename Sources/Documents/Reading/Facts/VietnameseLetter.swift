/// Letters of Vietnamese without their marks.
enum VietnameseLetter {
    /// `ế` → `e`, `đ` → `d`; anything else stays. Takes small letters.
    static func base(of letter: Unicode.Scalar) -> Unicode.Scalar {
        switch letter.value {
        case 0x61...0x7A: return letter
        case 0xE0...0xE3, 0x103, 0x1EA1...0x1EB7: return "a"
        case 0xE8...0xEA, 0x1EB9...0x1EC7: return "e"
        case 0xEC...0xED, 0x129, 0x1EC9...0x1ECB: return "i"
        case 0xF2...0xF5, 0x1A1, 0x1ECD...0x1EE3: return "o"
        case 0xF9...0xFA, 0x169, 0x1B0, 0x1EE5...0x1EF1: return "u"
        case 0xFD, 0x1EF3...0x1EF9: return "y"
        case 0x111, 0xF0: return "d"
        default: return letter
        }
    }
}
