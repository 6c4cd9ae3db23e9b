extension Likeness {
    /// What a register's fields say by themselves, where its declaration says nothing: what tells
    /// records apart, the address, telephones and the place on the map.
    package static func derived(
        from fields: [any FieldDescription], identity: [String]
    ) -> Likeness {
        var traits: [Trait] = []
        var blocks: [Block] = []
        var names: [Int] = []
        var addresses: [Int] = []
        var others: [Int] = []
        for field in fields {
            let isIdentity = identity.contains(field.key)
            let place = traits.count
            if field is Field<Telephone> {
                traits.append(Trait([field.key], .phone))
                blocks.append(Block(.whole(place)))
            } else if field.key == addressKey {
                traits.append(Trait([field.key], .address))
                blocks.append(Block(.whole(place)))
                addresses.append(place)
            } else if isIdentity, field is Field<String> {
                traits.append(Trait([field.key], .name))
                blocks.append(Block(.whole(place)))
                names.append(place)
            } else if isIdentity {
                // A class, an owner, a day: another one is another thing, the same one says little.
                traits.append(
                    Trait(
                        [field.key], field is Field<Day> ? .day : .code,
                        Weights(same: 2, near: 0, part: 0, other: -12)))
                others.append(place)
            }
        }
        if fields.contains(where: { $0.key == "latitude" }),
            fields.contains(where: { $0.key == "longitude" })
        {
            traits.append(Trait(["latitude", "longitude"], .point))
            if addresses.isEmpty, !names.isEmpty {
                blocks += names.map { Block(.word($0), .cell(traits.count - 1)) }
            }
        }
        for name in names { blocks += addresses.map { Block(.word(name), .street($0)) } }
        if blocks.isEmpty { blocks = [Block(others.map(Block.Part.whole))] }
        return Likeness(traits, blocks: blocks)
    }

    /// The field of every register that holds an address.
    package static let addressKey = "address"
}

extension RegisterDescription {
    /// Why two records look like one, as a part of a sentence: "cùng điện thoại, tên cơ sở gần
    /// giống, cách 20 m".
    package func reason(_ judgement: LikenessJudgement) -> String {
        let findings = judgement.findings.sorted { $0.level > $1.level }
        return findings.compactMap { finding -> String? in
            let keys = likeness.traits[finding.trait].keys
            if let metres = finding.metres { return "cách \(Int(metres.rounded()).vietnamese) m" }
            guard let label = keys.first.flatMap(field)?.label else { return nil }
            let name = label.lowercasedFirst
            return switch finding.level {
            case .same: "cùng \(name)"
            case .near: "\(name) gần giống"
            case .part: "\(name) giống một phần"
            case .other: "khác \(name)"
            }
        }.joined(separator: ", ")
    }
}
