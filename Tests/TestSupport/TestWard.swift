package import Domain
package import Storage

/// A small ward for tests: three units, one group of two, a person for each role.
package struct TestWard: Sendable {
    package static let code = "00001"
    package let police: String
    package let office: String
    package let division: String
    package let groups: [String]
    package let allGroups: String
    package let officers: [Role: Officer]

    package func officer(_ role: Role) -> Officer {
        guard let officer = officers[role] else { preconditionFailure("every role has a person") }
        return officer
    }

    package static func make(
        in database: Database, passwordHash: String = "none"
    ) async throws -> TestWard {
        try await database.write { tx in
            try tx.addWard(code: code, name: "Thử", kind: "phường", province: "tỉnh Thử")
            let add = { (name: String, kind: Storage.Unit.Kind, members: [String]) in
                try tx.addUnit(name, kind: kind, members: members, ward: code, by: nil)
            }
            let committee = try add("UBND phường", .committee, [])
            let police = try add("Công an phường", .police, [])
            let office = try add("Văn phòng HĐND và UBND phường", .office, [])
            let division = try add("Phòng Kinh tế phường", .division, [])
            let groups = [
                try add("Tổ dân phố số 1", .group, []), try add("Tổ dân phố số 2", .group, []),
            ]
            let allGroups = try add("Các tổ dân phố", .set, groups)
            var officers: [Role: Officer] = [:]
            for role in Role.allCases {
                let unit: String? =
                    switch role {
                    case .administrator, .supervisor: nil
                    case .chairman, .viceChairman: committee
                    case .office: office
                    case .police: police
                    case .division, .facilityHead: division
                    case .groupHead: groups[0]
                    }
                let id = try tx.addAccount(
                    NewAccount(
                        login: role.rawValue, name: "Người \(role.title)", role: role, unit: unit,
                        passwordHash: passwordHash), ward: code, by: nil)
                officers[role] = Officer(
                    id: id, ward: code, login: role.rawValue, name: "Người \(role.title)",
                    role: role, unit: unit, origin: "test")
            }
            return TestWard(
                police: police, office: office, division: division, groups: groups,
                allGroups: allGroups, officers: officers)
        }
    }
}
