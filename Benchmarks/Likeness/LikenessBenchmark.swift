import Domain
import Foundation

/// Measures how duplicates are found; JSON on standard output.
///
///     LikenessBenchmark pairs facilities|febrl CSV    pairs of rows with a column `id`
///     LikenessBenchmark entry STORE CSV ROWS          check at entry in a store of the first rows
@main
enum LikenessBenchmark {
    struct Pairs: Codable {
        let records: Int
        /// Of reading names and addresses into what is compared, and putting it in order.
        let readSeconds: Double
        let pairSeconds: Double
        /// Of the processor, for both.
        let processorSeconds: Double
        let memoryPeakMegabytes: Double
        let pairs: [[String]]
        let bits: [Double]
    }

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("pairs", 3):
            guard let likeness = Declarations.named(arguments[1]) else { usage() }
            try await say(pairs(of: arguments[2], by: likeness))
        case ("entry", 4):
            guard let rows = Int(arguments[3]) else { usage() }
            try await say(EntryBenchmark.run(store: arguments[1], file: arguments[2], rows: rows))
        default: usage()
        }
    }

    private static func usage() -> Never {
        FileHandle.standardError.write(
            Data(
                "usage: LikenessBenchmark pairs facilities|febrl CSV | entry STORE CSV ROWS\n".utf8)
        )
        exit(64)
    }

    private static func say(_ report: some Encodable) throws {
        FileHandle.standardOutput.write(try JSONEncoder().encode(report))
    }

    private static func pairs(of path: String, by likeness: Likeness) async throws -> Pairs {
        let rows = try CSVLines(path).rows
        let begin = ContinuousClock.now
        let clockBegin = clock()
        let index = await LikenessIndex(of: rows.count, by: likeness) {
            EntryBenchmark.cells(rows[$0])
        }
        let read = ContinuousClock.now
        let found = await index.pairs()
        let end = ContinuousClock.now
        let clockEnd = clock()
        let ids = rows.map { $0["id"] ?? "" }
        return Pairs(
            records: rows.count, readSeconds: seconds(read - begin),
            pairSeconds: seconds(end - read),
            // POSIX counts a million in a second.
            processorSeconds: Double(clockEnd - clockBegin) / 1_000_000,
            memoryPeakMegabytes: memoryPeak(),
            pairs: found.map { [ids[$0.one], ids[$0.other]] }, bits: found.map(\.judgement.bits))
    }

    static func seconds(_ time: Duration) -> Double {
        Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }

    /// The most memory that the process ever held, as the kernel counts it.
    static func memoryPeak() -> Double {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        let kilobytes = line.split(separator: " ").dropFirst().first.flatMap { Double($0) }
        return (kilobytes ?? 0) / 1024
    }
}

/// What the sets are compared by.
enum Declarations {
    static func named(_ name: String) -> Likeness? {
        switch name {
        case "facilities": Facilities.description.likeness
        case "febrl": febrl
        default: nil
        }
    }

    private typealias Block = Likeness.Block

    /// People of febrl's sets. Weights were set on its first set alone.
    ///
    /// - Source: P. Christen, «Febrl», Australian National University: names, address, date of
    ///   birth and social security number of made-up Australians.
    private static let febrl = Likeness(
        [
            // Given and family name are often swapped, so they are one name.
            .init(["given_name", "surname"], .name, .init(same: 12, near: 9, part: 4, other: -4)),
            .init(["date_of_birth"], .day, .init(same: 12, near: 7, part: 0, other: -3)),
            .init(["soc_sec_id"], .code, .init(same: 16, near: 10, part: 0, other: -3)),
            .init(["street_number"], .code, .init(same: 5, near: 3, part: 0, other: -2)),
            // So are the lines of the address.
            .init(["address_1", "address_2"], .name, .init(same: 10, near: 7, part: 4, other: -3)),
            .init(["suburb"], .name, .init(same: 7, near: 5, part: 2, other: -2)),
            .init(["postcode"], .code, .init(same: 5, near: 3, part: 0, other: -1.5)),
        ],
        blocks: [
            Block(.whole(0)), Block(.whole(1)), Block(.whole(2)), Block(.word(0), .whole(6)),
            Block(.word(0), .word(4)), Block(.word(0), .whole(5)), Block(.whole(3), .whole(6)),
            Block(.whole(4)), Block(.word(4), .whole(6)), Block(.word(0), .whole(3)),
            Block(.whole(5), .whole(3)),
        ])
}
