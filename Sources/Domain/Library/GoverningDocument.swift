/// A document that governs the work (văn bản): kind, number, date, issuer, and until when it holds.
package struct GoverningDocument: Sendable, Equatable {
    /// Who stands above whom.
    package enum Level: String, Sendable, CaseIterable {
        case central, province, ward, unit

        package var title: String {
            switch self {
            case .central: "Trung ương"
            case .province: "Tỉnh, thành phố"
            case .ward: "Phường, xã"
            case .unit: "Đơn vị"
            }
        }

        /// The level of an issuing body, by the words of its name.
        ///
        /// Bodies with a ward's word or an office of a ward are local; a body of a province names
        /// it; what is left issues for the whole country.
        package init(issuer: String?, number: String?) {
            let name = " " + folded(issuer ?? "") + " "
            let symbol = folded(number ?? "")
            let has = { (words: [String]) in words.contains { name.contains(" \($0) ") } }
            if has(["phuong", "xa", "thi tran", "dac khu", "dang uy"]) || symbol.hasSuffix("/du") {
                self = .ward
            } else if has([
                "thanh pho", "tinh", "tinh uy", "thanh uy", "so", "quan", "huyen", "huyen uy",
            ])
                || symbol.hasSuffix("/tu")
            {
                self = .province
            } else if ["-ubnd", "-hdnd"].contains(where: symbol.hasSuffix) {
                self = .province
            } else {
                self = .central
            }
        }
    }

    /// Whether it holds on a day.
    package enum Force: Sendable, Equatable {
        case notYet, inForce, repealed, unknown

        package var title: String {
            switch self {
            case .notYet: "Chưa có hiệu lực"
            case .inForce: "Còn hiệu lực"
            case .repealed: "Hết hiệu lực"
            case .unknown: "Chưa rõ hiệu lực"
            }
        }
    }

    package var kind: DocumentReference.Kind
    package var number: String?
    package var title: String
    package var issuer: String?
    package var level: Level
    package var issued: Day?
    package var inForceFrom: Day?
    /// First day without force.
    package var repealedFrom: Day?
    package var source: String
    /// Whether a person has read the text itself.
    package var isVerified: Bool

    package init(
        kind: DocumentReference.Kind, number: String?, title: String, issuer: String?,
        level: Level, issued: Day?, inForceFrom: Day? = nil, repealedFrom: Day? = nil,
        source: String = "", isVerified: Bool = false
    ) {
        self.kind = kind
        self.number = number
        self.title = title
        self.issuer = issuer
        self.level = level
        self.issued = issued
        self.inForceFrom = inForceFrom
        self.repealedFrom = repealedFrom
        self.source = source
        self.isVerified = isVerified
    }

    /// Where the data of a document comes from that is known by citation only.
    package static let citation = "citation"
    /// Where the data of a document comes from that is a plan kept here.
    package static let ownPlan = "plan"

    package var isCitedOnly: Bool { source == Self.citation }

    /// Whether both may be one document: the same number, and nothing known that speaks against.
    ///
    /// Numbers begin anew every year, and every issuer counts its own.
    package func maySame(as other: GoverningDocument) -> Bool {
        guard let number, let otherNumber = other.number else {
            return number == nil && other.number == nil && folded(title) == folded(other.title)
        }
        guard Self.plain(number) == Self.plain(otherNumber) else { return false }
        if let issued, let day = other.issued, issued.year != day.year { return false }
        return issuer == nil || other.issuer == nil || level == other.level
    }

    /// The number without case, marks and spaces, so that `1492/QĐ- TTg` is `1492/QĐ-TTg`.
    package static func plain(_ number: String) -> String { folded(number).filter { $0 != " " } }

    /// Whether it holds on a day; nobody can say that of what is known by citation only.
    package func force(on day: Day, isReplaced: Bool) -> Force {
        if let repealedFrom, repealedFrom <= day { return .repealed }
        if isReplaced && repealedFrom == nil { return .repealed }
        if let inForceFrom { return inForceFrom <= day ? .inForce : .notYet }
        return issued == nil || isCitedOnly ? .unknown : .inForce
    }

    /// Says what is wrong with it, by field.
    ///
    /// - Throws: `.invalid` with every refused field.
    package func check() throws(Problem) {
        var refusals: [String: String] = [:]
        if title.isEmpty { refusals["title"] = "Trích yếu chưa được nhập." }
        if title.count > Self.titleLengthMax {
            refusals["title"] = "Trích yếu dài nhất \(Self.titleLengthMax) ký tự."
        }
        if number == nil && kind != .law && kind != .programme {
            refusals["number"] = "Số, ký hiệu chưa được nhập."
        }
        if let issued, let inForceFrom, inForceFrom < issued {
            refusals["in_force_from"] = "Ngày có hiệu lực trước ngày ban hành."
        }
        if let repealedFrom, let start = inForceFrom ?? issued, repealedFrom < start {
            refusals["repealed_from"] = "Ngày hết hiệu lực trước ngày có hiệu lực."
        }
        if !refusals.isEmpty {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    package static let titleLengthMax = 1000
}

extension DocumentReference.Kind {
    package var title: String {
        switch self {
        case .directive: "Chỉ thị"
        case .resolution: "Nghị quyết"
        case .plan: "Kế hoạch"
        case .programme: "Chương trình, đề án"
        case .decision: "Quyết định"
        case .decree: "Nghị định"
        case .law: "Luật"
        case .conclusion: "Kết luận"
        case .letter: "Công văn"
        case .regulation: "Quy định, quy chế"
        case .notice: "Thông báo"
        case .circular: "Thông tư"
        case .guidance: "Hướng dẫn"
        case .telegram: "Công điện"
        case .report: "Báo cáo"
        case .proposal: "Tờ trình"
        }
    }
}
