import Domain
import Foundation
import Storage

/// The check before a record is kept, in a register of the whole nation's size.
///
/// Rows go into the store in large statements, past the journal: what is measured is the check.
/// The rows after the first `rows` of the file are not kept; they are what is asked about.
enum EntryBenchmark {
    struct Report: Codable {
        let rows: Int
        let keys: Int
        let loadSeconds: Double
        let asked: Int
        let p50: Double
        let p95: Double
        let p99: Double
        let max: Double
        /// Share of the askings in which the same thing was among the answers.
        let found: Double
        /// Keeping a record with its keys, pairs and journal row, ms.
        let keepP50: Double
        let keepP95: Double
        /// Changing one field of a record, with its scores and journal row, ms.
        let changeP50: Double
        let changeP95: Double
    }

    private static let ward = "00001"
    private static let register = Facilities.description
    private static let rowsAtOnce = 250
    private static let askedMax = 2_000
    private static let keptMax = 300

    static func run(store: String, file: String, rows count: Int) async throws -> Report {
        let lines = try CSVLines(file)
        let rows = lines.rows.map(cells)
        let things = lines.rows.map { $0["thing"] ?? "" }
        let database = try await Database.open(
            DatabaseLocation(store), clock: { Instant(milliseconds: 1_795_226_400_000) })
        let officer = try await makeOfficer(in: database)
        let begin = ContinuousClock.now
        let keys = try await load(Array(rows.prefix(count)), into: database)
        try await database.refreshStatistics()
        let load = ContinuousClock.now - begin

        var times: [Double] = []
        var hits = 0
        let asked = zip(rows, things).dropFirst(count).prefix(askedMax)
        for (cells, thing) in asked {
            let start = ContinuousClock.now
            let found = try await database.read {
                try $0.likelyRecords(of: cells, in: register, for: officer)
            }
            times.append(LikenessBenchmark.seconds(ContinuousClock.now - start) * 1000)
            if found.contains(where: { Int($0.record.id).map { things[$0] } == thing }) {
                hits += 1
            }
        }
        var (keeping, changing): ([Double], [Double]) = ([], [])
        for (cells, _) in asked.prefix(keptMax) {
            let start = ContinuousClock.now
            let id = try await database.write {
                try $0.addRecord(cells, to: register, by: officer)
            }
            let kept = ContinuousClock.now
            let changed = cells.merging(["state": .text("suspended")]) { $1 }
            try await database.write {
                try $0.changeRecord(id, to: changed, of: register, version: 1, by: officer)
            }
            keeping.append(LikenessBenchmark.seconds(kept - start) * 1000)
            changing.append(LikenessBenchmark.seconds(ContinuousClock.now - kept) * 1000)
        }
        await database.close()
        return Report(
            rows: count, keys: keys, loadSeconds: LikenessBenchmark.seconds(load),
            asked: times.count, p50: quantile(times, 0.5), p95: quantile(times, 0.95),
            p99: quantile(times, 0.99), max: times.max() ?? 0,
            found: Double(hits) / Double(max(1, times.count)), keepP50: quantile(keeping, 0.5),
            keepP95: quantile(keeping, 0.95), changeP50: quantile(changing, 0.5),
            changeP95: quantile(changing, 0.95))
    }

    private static func quantile(_ times: [Double], _ share: Double) -> Double {
        let sorted = times.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    static func cells(_ row: [String: String]) -> [String: Cell] {
        var cells = row.mapValues { $0.isEmpty ? Cell.empty : .text($0) }
        for key in ["latitude", "longitude"] {
            cells[key] = row[key].flatMap { Double($0) }.map { .real($0) } ?? .empty
        }
        cells["kind"] = .text("other")
        cells["state"] = .text("working")
        return cells
    }

    private static func makeOfficer(in database: Database) async throws -> Officer {
        try await database.write { tx in
            try tx.addWard(code: ward, name: "Thử", kind: "phường", province: "tỉnh Thử")
            let unit = try tx.addUnit("Văn phòng", kind: .office, members: [], ward: ward, by: nil)
            let id = try tx.addAccount(
                NewAccount(
                    login: "vanphong", name: "Thử", role: .office, unit: unit, passwordHash: "-"),
                ward: ward, by: nil)
            return Officer(
                id: id, ward: ward, login: "vanphong", name: "Thử", role: .office, unit: unit,
                origin: "bench")
        }
    }

    /// - Returns: how many keys there are.
    private static func load(_ rows: [[String: Cell]], into database: Database) async throws -> Int
    {
        let fields = ["name", "address", "phone", "head", "kind", "state"]
        for start in stride(from: 0, to: rows.count, by: 20_000) {
            let part = Array(rows[start..<min(start + 20_000, rows.count)])
            try await database.write { tx in
                for first in stride(from: 0, to: part.count, by: rowsAtOnce) {
                    let values = part[first..<min(first + rowsAtOnce, part.count)].enumerated().map
                    {
                        offset, cells in
                        let texts: [SQL] = fields.map { "\(plain(cells[$0]))" }
                        let point: [SQL] = ["latitude", "longitude"].map {
                            "\(cells[$0].flatMap(Double.init(cell:)))"
                        }
                        let search = folded(
                            "\(cells["name"]?.plain ?? "") \(cells["address"]?.plain ?? "")")
                        return
                            "(\(ward), \(identifier(start + first + offset)), \(search), 0, 'bench', \(SQL.joined(texts + point, by: ", ")))"
                            as SQL
                    }
                    try tx.run(
                        """
                        INSERT INTO facilities (ward, id, search, created_at, created_by, name, address,
                            phone, head, kind, state, latitude, longitude)
                        VALUES \(SQL.joined(values, by: ", "))
                        """)
                }
            }
        }
        var keys: [(key: Int64, row: Int32)] = []
        for (row, cells) in rows.enumerated() {
            for key in LikenessProfile(cells, register.likeness).keys {
                keys.append((key, Int32(row)))
            }
        }
        keys.sort { $0.key < $1.key }
        for start in stride(from: 0, to: keys.count, by: 200_000) {
            let part = Array(keys[start..<min(start + 200_000, keys.count)])
            try await database.write { tx in
                for first in stride(from: 0, to: part.count, by: rowsAtOnce) {
                    let values = part[first..<min(first + rowsAtOnce, part.count)].map {
                        "(\(ward), \(register.name), \($0.key), \(identifier(Int($0.row))))" as SQL
                    }
                    try tx.run(
                        """
                        INSERT INTO record_keys (ward, register, key, record)
                        VALUES \(SQL.joined(values, by: ", "))
                        """)
                }
            }
        }
        return keys.count
    }

    private static func plain(_ cell: Cell?) -> String? {
        guard let text = cell?.plain, !text.isEmpty else { return nil }
        return text
    }

    /// As long as those of the product.
    private static func identifier(_ row: Int) -> String {
        String(repeating: "0", count: 36 - String(row).count) + String(row)
    }
}

/// A CSV of any length, by the heads of its columns.
struct CSVLines {
    let rows: [[String: String]]

    init(_ path: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        var heads: [String]?
        var rows: [[String: String]] = []
        var (cells, cell, isQuoted): ([String], [UInt8], Bool) = ([], [], false)
        func end() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: end()
            case UInt8(ascii: "\n") where !isQuoted:
                end()
                if let heads {
                    rows.append(Dictionary(zip(heads, cells), uniquingKeysWith: { one, _ in one }))
                } else {
                    heads = cells
                }
                cells.removeAll(keepingCapacity: true)
            case UInt8(ascii: "\r"): continue
            default: cell.append(byte)
            }
        }
        self.rows = rows
    }
}
