/// That an administrative unit, or a part of it, became part of a new one.
package struct UnitChange: Sendable, Equatable {
    package let oldCode: String
    /// With its kind, as "Phường Cống Vị".
    package let oldName: String
    package let newCode: String
    package let newName: String
    package let province: String
    package let isWhole: Bool
    package let effective: Day
    /// Who says so.
    package let source: String

    package init(
        oldCode: String, oldName: String, newCode: String, newName: String, province: String,
        isWhole: Bool, effective: Day, source: String
    ) {
        self.oldCode = oldCode
        self.oldName = oldName
        self.newCode = newCode
        self.newName = newName
        self.province = province
        self.isWhole = isWhole
        self.effective = effective
        self.source = source
    }
}

/// How an address may be written instead; a proposal, which a person takes or leaves.
package struct AddressAdvice: Sendable, Equatable {
    /// The whole address as proposed.
    package let text: String
    /// Why, in a sentence each.
    package let reasons: [String]

    /// - Parameters:
    ///   - read: the address as it was read already.
    ///   - changes: of units that are called as the ward of the address is.
    ///   - current: provinces in which a unit is called so now.
    ///   - provinces: all that there are now; asked for only where the address names one in which
    ///     no unit was called so.
    ///   - home: code and province of the ward whose register it is.
    /// - Returns: nil where nothing is to be proposed.
    package static func make(
        for written: String, read: Address? = nil, changes: [UnitChange], current: Set<String>,
        provinces: () throws -> Set<String> = { [] }, home: (code: String, province: String)
    ) rethrows -> AddressAdvice? {
        var address = read ?? AddressParser.read(written)
        var reasons: [String] = []
        if let change = try successor(of: address, changes, current, provinces, home) {
            reasons.append(change.sentence)
            if let unit = change.unit {
                address.ward = part(of: unit.newName)
                address.district = nil
                address.province = part(of: unit.province)
            }
        }
        let text = address.canonical
        // Only capitals, spaces and commas apart: nothing to bother a person with.
        // Nor where a part was not understood, as "đầu" of "đầu phố Mẫu": its place may matter.
        let isSame = bare(text) == bare(written) || !address.rest.isEmpty
        if isSame, reasons.isEmpty { return nil }
        if !isSame, reasons.isEmpty { reasons.append("Viết đủ chữ, theo thứ tự từ số nhà ra.") }
        return AddressAdvice(text: text, reasons: reasons)
    }

    private static func bare(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "/" }
    }

    /// "Phường Ngọc Hà" is the kind and the name.
    private static func part(of name: String) -> Address.Part {
        let kinds = ["thành phố", "thị trấn", "đặc khu", "phường", "tỉnh", "xã"]
        let kind = kinds.first { name.lowercased().hasPrefix($0 + " ") }
        return Address.Part(kind, String(name.dropFirst(kind.map { $0.count + 1 } ?? 0)))
    }

    /// What became of the ward that an address names; nil where it needs not be an old one.
    private static func successor(
        of address: Address, _ changes: [UnitChange], _ current: Set<String>,
        _ provinces: () throws -> Set<String>, _ home: (code: String, province: String)
    ) rethrows -> (unit: UnitChange?, sentence: String)? {
        guard let ward = address.ward, let kind = ward.kind else { return nil }
        let name = folded("\(kind) \(ward.name)")
        let province = folded(part(of: address.province?.name ?? home.province).name)
        // A name that a unit has today is old only beside a district, of which there are none now.
        let isNow = current.contains { folded(part(of: $0).name) == province }
        if isNow, address.district == nil { return nil }
        let named = changes.filter { folded($0.oldName) == name }
        var own = named.filter { folded(part(of: $0.province).name) == province }
        if own.isEmpty, !named.isEmpty,
            try !provinces().contains(where: { folded(part(of: $0).name) == province })
        {
            // A province that was joined into another: the list says of which ward it is here.
            own = named.filter { $0.newCode == home.code }
        }
        guard let first = own.first else { return nil }
        let day = first.effective.vietnamese
        var units: [String: UnitChange] = [:]
        for change in own { units[change.newCode] = change }
        let head = "Từ \(day), \(ward.words) (cũ) "
        if units.count == 1 {
            return (first, head + "thuộc \(first.newName), \(first.province).")
        }
        let names = units.values.map(\.newName).sorted()
        let all = names.joined(separator: ", ")
        if let here = units[home.code] {
            return (here, head + "được chia về \(all); mục này thuộc \(here.newName).")
        }
        return (nil, head + "được chia về \(all). Hãy xem địa chỉ thuộc nơi nào.")
    }
}
