/// What a unit must have to be made or changed.
package enum UnitRules {
    package static let nameLengthMax = 200
    package static let shortNameLengthMax = 40

    /// - Throws: `.invalid` with a refusal for each field.
    package static func check(name: String, shortName: String) throws(Problem) {
        var refusals: [String: String] = [:]
        if name.isEmpty || name.count > nameLengthMax {
            refusals["name"] = "Hãy nhập tên đơn vị, dài nhất \(nameLengthMax) ký tự."
        }
        // A long name may stand for the short one; what a person types as short must be short.
        if shortName.isEmpty || (shortName != name && shortName.count > shortNameLengthMax) {
            refusals["shortName"] = "Tên gọn dài nhất \(shortNameLengthMax) ký tự."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }
}
