package import Storage

/// A file of frames: bytes as on the wire, or a line of hexadecimal digits for each frame; before
/// those of a JSON event the number of its account.
package enum FrameFile {
    package enum Piece: Sendable, Equatable {
        /// Of a stream of SIA DC-09.
        case wire([UInt8])
        /// Of the account with this number.
        case event(String, [UInt8])
    }

    package static func line(_ frame: KeptFrame) -> String {
        let digits = frame.raw.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        guard frame.raw.first == UInt8(ascii: "{"), let number = frame.number else {
            return digits
        }
        return "\(number) \(digits)"
    }

    /// What a file holds; one that is not all digits is a stream.
    package static func read(_ file: [UInt8]) -> [Piece] {
        let lines = file.split { $0 == 0x0A || $0 == 0x0D }
        let pieces = lines.map(piece)
        guard !pieces.isEmpty, pieces.allSatisfy({ $0 != nil }) else { return [.wire(file)] }
        // A frame may be cut over several lines.
        return pieces.compactMap(\.self).reduce(into: []) { joined, piece in
            if case .wire(let bytes) = piece, case .wire(let before)? = joined.last {
                joined[joined.count - 1] = .wire(before + bytes)
            } else {
                joined.append(piece)
            }
        }
    }

    private static func piece(_ line: ArraySlice<UInt8>) -> Piece? {
        let words = line.split(separator: 0x20)
        switch words.count {
        case 1: return hexadecimal(words[0]).map(Piece.wire)
        case 2:
            return hexadecimal(words[1]).map {
                .event(String(decoding: words[0], as: UTF8.self), $0)
            }
        default: return nil
        }
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            if let first = high {
                bytes.append(first << 4 | UInt8(value))
                high = nil
            } else {
                high = UInt8(value)
            }
        }
        return bytes
    }
}
