/// The rows of a sheet that would be added, to find those that look alike; each takes some hundred bytes.
struct SheetNeighbours {
    private let likeness: Likeness
    /// Profiles, one behind the other.
    private var packed: [UInt8] = []
    private var starts: [Int] = []
    private var numbers: [Int32] = []
    private var table = KeyTable()
    /// For each row the one for which it was compared last.
    private var compared: [Int32] = []

    init(_ likeness: Likeness) { self.likeness = likeness }

    /// Finds the earlier row that is most likely the same, and keeps this one for those that follow.
    mutating func take(_ profile: LikenessProfile, _ number: Int) -> LikelyRow? {
        let own = Int32(starts.count)
        var best: (row: Int, bits: Double)?
        for key in profile.keys {
            let entry = table.add(own, at: key)
            guard entry.count <= LikenessIndex.blockMax else { continue }
            var place = entry.last
            while place >= 0 {
                let row = Int(table.rows[Int(place)])
                place = table.before[Int(place)]
                guard compared[row] != own else { continue }
                compared[row] = own
                let bits = bits(profile, row, atLeast: Likeness.askedBits)
                if let bits, bits > best?.bits ?? 0 { best = (row, bits) }
            }
        }
        starts.append(packed.count)
        packed += PackedProfile(profile).bytes
        numbers.append(Int32(clamping: number))
        compared.append(-1)
        guard let best else { return nil }
        let other = LikenessProfile(
            unpacking: packed, at: starts[best.row], of: likeness.traits.count)
        return LikelyRow(
            number: Int(numbers[best.row]), judgement: likeness.judge(profile, other))
    }

    private func bits(_ profile: LikenessProfile, _ row: Int, atLeast least: Double) -> Double? {
        packed.withUnsafeBytes { bytes in
            likeness.bits(
                profile, UnsafeRawBufferPointer(rebasing: bytes[starts[row]...]), atLeast: least)
        }
    }
}

/// Rows by their keys: a table with open addressing, and chains of rows from the last to the first.
private struct KeyTable {
    /// Row of each entry, and the entry before it with the same key.
    private(set) var rows: [Int32] = []
    private(set) var before: [Int32] = []
    private var keys: [Int64] = []
    private var last: [Int32] = []
    private var counts: [UInt8] = []
    private var used = 0

    init() { resize(to: 1 << 10) }

    /// - Returns: how many rows had the key before, and the last of them.
    mutating func add(_ row: Int32, at key: Int64) -> (count: Int, last: Int32) {
        if (used + 1) * 4 > keys.count * 3 { resize(to: keys.count * 2) }
        let slot = slot(of: key)
        let (count, earlier) = (Int(counts[slot]), count(at: slot) == 0 ? -1 : last[slot])
        if count == 0 {
            keys[slot] = key
            used += 1
        }
        // A key that too many share is not followed any more, and needs no longer chain.
        if count <= LikenessIndex.blockMax {
            rows.append(row)
            before.append(earlier)
            last[slot] = Int32(rows.count - 1)
            counts[slot] += 1
        }
        return (count, earlier)
    }

    private func count(at slot: Int) -> Int { Int(counts[slot]) }

    private func slot(of key: Int64) -> Int {
        // Keys are hashes, but their low bits are those of the last letters.
        let spread = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: spread >> 20) & (keys.count - 1)
        while counts[slot] > 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func resize(to count: Int) {
        let (oldKeys, oldLast, oldCounts) = (keys, last, counts)
        keys = Array(repeating: 0, count: count)
        last = Array(repeating: -1, count: count)
        counts = Array(repeating: 0, count: count)
        for place in oldKeys.indices where oldCounts[place] > 0 {
            let slot = slot(of: oldKeys[place])
            keys[slot] = oldKeys[place]
            last[slot] = oldLast[place]
            counts[slot] = oldCounts[place]
        }
    }
}
