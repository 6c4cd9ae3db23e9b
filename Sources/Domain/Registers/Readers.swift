/// Who reads and keeps registers, as the plans divide the work.
///
/// - Source: the wards' plans: police and offices lead, heads of residential groups find and report,
///   the Fatherland Front and the People's Council supervise.
extension Set<Role> {
    /// Everybody but the heads of facilities, who see what is theirs elsewhere.
    package static var ward: Set { Set(Role.allCases).subtracting([.facilityHead]) }
    package static var offices: Set {
        [.administrator, .chairman, .viceChairman, .office, .police, .division]
    }
    package static var officesAndGroups: Set { offices.union([.groupHead]) }
    package static var keepers: Set { [.administrator, .office, .police, .division] }
    package static var keepersAndGroups: Set { keepers.union([.groupHead]) }
    /// Who calls or visits people at home: names and telephones of private persons are for them.
    package static var visitors: Set { [.administrator, .office, .police, .groupHead] }
}
