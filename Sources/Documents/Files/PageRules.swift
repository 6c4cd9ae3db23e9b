/// Straight lines drawn on a page, found in its picture.
struct PageRules: Sendable, Equatable {
    /// A line in points: at `at`, from `start` to `end`.
    struct Rule: Sendable, Equatable {
        var at: Double
        var start: Double
        var end: Double
    }

    var horizontal: [Rule] = []
    var vertical: [Rule] = []

    /// Points; a letter has no straight part as long.
    private static let lengthMin = 18.0
    /// Grey below it is a line.
    private static let darkMax: UInt8 = 160
    /// Pixels of thickness.
    private static let thicknessMax = 5

    /// - Parameter pointsPerPixel: 0.75 for a picture of 96 dots per inch.
    init(_ picture: GreyPicture, pointsPerPixel: Double) {
        let lengthMin = Int(Self.lengthMin / pointsPerPixel)
        func rules(_ lines: Int, _ length: Int, _ offset: (Int, Int) -> Int) -> [Rule] {
            var found: [(at: Int, last: Int, start: Int, end: Int)] = []
            picture.pixels.withUnsafeBufferPointer { pixels in
                for line in 0..<lines {
                    var start = 0
                    for place in 0...length {
                        if place < length, pixels[offset(line, place)] < Self.darkMax { continue }
                        if place - start >= lengthMin {
                            Self.add(line, start, place, to: &found)
                        }
                        start = place + 1
                    }
                }
            }
            return found.filter { $0.last - $0.at < Self.thicknessMax }.map {
                Rule(
                    at: (Double($0.at + $0.last) / 2 + 0.5) * pointsPerPixel,
                    start: Double($0.start) * pointsPerPixel,
                    end: Double($0.end) * pointsPerPixel)
            }
        }
        let (width, height) = (picture.width, picture.height)
        horizontal = rules(height, width) { $0 * width + $1 }
        vertical = rules(width, height) { $1 * width + $0 }
    }

    /// Adds a run of dark pixels: to the rule that it makes thicker, or as a new one.
    private static func add(
        _ line: Int, _ start: Int, _ end: Int,
        to found: inout [(at: Int, last: Int, start: Int, end: Int)]
    ) {
        for index in found.indices.reversed().prefix(runsMax) {
            if found[index].last < line - 1 { continue }
            if found[index].start < end, found[index].end > start {
                found[index].last = line
                found[index].start = min(found[index].start, start)
                found[index].end = max(found[index].end, end)
                return
            }
        }
        found.append((line, line, start, end))
    }

    /// Runs side by side on one line of pixels; a table has at most 64 columns.
    private static let runsMax = 64
}

/// A picture in shades of grey, as pdftoppm writes it (PGM, "P5").
struct GreyPicture: Sendable, Equatable {
    let width: Int
    let height: Int
    let pixels: [UInt8]

    init?(pgm bytes: [UInt8]) {
        guard bytes.starts(with: Array("P5".utf8)) else { return nil }
        var numbers: [Int] = []
        var at = 2
        while numbers.count < 3, at < bytes.count {
            let digits = bytes[at...].prefix { (0x30...0x39).contains($0) }
            if digits.isEmpty {
                at += 1
            } else {
                guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
                numbers.append(number)
                at = digits.endIndex
            }
        }
        // One white space stands before the pixels.
        guard numbers.count == 3, numbers[2] == 255, bytes.count - at - 1 == numbers[0] * numbers[1]
        else { return nil }
        width = numbers[0]
        height = numbers[1]
        pixels = Array(bytes[(at + 1)...])
    }
}
