/// What a person says of a fire: on the telephone, at the counter, or on the public page.
package struct FireReport: Sendable, Equatable {
    package enum Source: String, Sendable, CaseIterable {
        case call
        case inPerson = "in_person"
        /// 114 or another body told the ward.
        case relayed
        /// The public page; nobody has spoken with the person yet.
        case citizen

        package var title: String {
            switch self {
            case .call: "Gọi điện đến phường"
            case .inPerson: "Đến báo trực tiếp"
            case .relayed: "114 hoặc nơi khác chuyển đến"
            case .citizen: "Trang báo cháy của người dân"
            }
        }

        /// What a duty officer may choose.
        package static let taken: [Source] = [.call, .inPerson, .relayed]

        package var ofIncident: Incidents.Source {
            switch self {
            case .call, .citizen: .citizen
            case .inPerson: .inPerson
            case .relayed: .call114
            }
        }
    }

    package let source: Source
    package let place: String
    package let what: String
    /// Who is in danger.
    package let people: String
    /// Name of who reports.
    package let caller: String
    package let phone: String
    package let point: Coordinate?

    package static let placeMax = 200
    package static let wordsMax = 500
    package static let callerMax = 100
    /// Reports of citizens so near to an open alarm are of the same fire.
    package static let sameFireMetres = 100.0

    package init(
        source: Source, place: String, what: String, people: String = "", caller: String = "",
        phone: String = "", point: Coordinate? = nil
    ) {
        self.source = source
        self.place = place
        self.what = what
        self.people = people
        self.caller = caller
        self.phone = phone
        self.point = point
    }

    /// - Parameter hasFacility: whether the place is that of a facility which was named.
    /// - Throws: one `.invalid` that names every refused field.
    package func check(hasFacility: Bool = false) throws(Problem) {
        var refusals: [String: String] = [:]
        if place.isEmpty, point == nil, !hasFacility {
            refusals["place"] = "Cháy ở đâu? Ghi số nhà, ngõ, phố, hoặc gần chỗ nào."
        }
        if place.count > Self.placeMax {
            refusals["place"] = "Nơi cháy nhiều nhất \(Self.placeMax) chữ."
        }
        if what.isEmpty { refusals["what"] = "Cái gì đang cháy, khói lửa ra sao?" }
        for (name, words) in [("what", what), ("people", people)] where words.count > Self.wordsMax
        {
            refusals[name] = "Nhiều nhất \(Self.wordsMax) chữ."
        }
        if caller.count > Self.callerMax {
            refusals["caller"] = "Tên nhiều nhất \(Self.callerMax) chữ."
        }
        if !phone.isEmpty, Telephone(text: phone) == nil {
            refusals["phone"] = "Số điện thoại này chưa đúng; nếu không chắc, hãy để trống."
        }
        if let point, !point.isInCountry {
            refusals["latitude"] = "Tọa độ này không ở Việt Nam; hãy để trống cả hai ô."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    /// What the place is called on the desk.
    package var placeName: String {
        if !place.isEmpty { return place }
        guard let point else { return "Chưa rõ nơi" }
        return "Vị trí \(Degrees(point.latitude).shown); \(Degrees(point.longitude).shown)"
    }
}
