/// The body whose reports are drafted, as its documents name it.
package struct ReportingWard: Sendable, Equatable {
    /// `An Mẫu`.
    package let name: String
    /// `phường`.
    package let kind: String
    /// `thành phố Hải Mẫu`.
    package let province: String
    /// Whether its Party committee speaks, in the Party's layout.
    package let isParty: Bool

    package init(name: String, kind: String, province: String, isParty: Bool) {
        self.name = name
        self.kind = kind
        self.province = province
        self.isParty = isParty
    }

    /// The body that makes a report: the Party committee where the duty names it, or where the
    /// committee itself issued the plan and the duty does not name the People's Committee.
    package func reporting(on duty: ReportDuty, planIssuer: String?) -> ReportingWard {
        let names = duty.from.isEmpty ? [planIssuer ?? ""] : duty.from
        let isOfParty =
            names.allSatisfy(Self.isPartyBody)
            || (planIssuer.map(Self.isPartyBody) ?? false)
                && !names.contains(where: Self.isPeoplesCommittee)
        return ReportingWard(
            name: name, kind: kind, province: province, isParty: isParty || isOfParty)
    }

    /// Whether a body is one of the Party: Đảng ủy, chi bộ, and their committees and offices.
    ///
    /// - Source: Hướng dẫn 36-HD/VPTW is for documents of the Party's bodies, whatever they serve.
    package static func isPartyBody(_ name: String) -> Bool {
        let words = " " + folded(name) + " "
        let isOfParty = ["dang uy", "dang bo", "chi bo", "chi uy", "cap uy"].contains {
            words.contains(" \($0) ")
        }
        return isOfParty && !isPeoplesCommittee(name)
    }

    private static func isPeoplesCommittee(_ name: String) -> Bool {
        let name = folded(name)
        return name.hasPrefix("ubnd") || name.hasPrefix("uy ban nhan dan")
    }

    /// As it reads within a sentence: `UBND phường An Mẫu`.
    package var reporter: String { "\(isParty ? "Đảng ủy" : "UBND") \(kind) \(name)" }

    fileprivate var layout: DocumentLayout { isParty ? .party : .state }

    fileprivate var parentBody: [String] {
        guard isParty else { return [] }
        let city = "thành phố "
        let tail = province.drop { $0 != " " }
        return [
            province.lowercased().hasPrefix(city)
                ? "Thành ủy \(province.dropFirst(city.count))" : "Tỉnh ủy\(tail)"
        ]
    }

    fileprivate var issuer: [String] {
        isParty ? ["Đảng ủy \(kind) \(name)"] : ["Ủy ban nhân dân", "\(kind) \(name)"]
    }
}

/// What people wrote into the ward's report of a period before its parts could be edited one by
/// one; it still stands in the draft.
package struct ReportPieces: Sendable, Equatable {
    /// Sentences, one per line.
    package var assessment = ""
    package var causes = ""
    package var nextSteps = ""
    package var proposals = ""

    package init() {}
}

/// Heads and feet of reports, ready for the text.
package enum ReportSheet {
    /// A report of the ward.
    ///
    /// - Parameter duty: names to whom it goes, through whom, and who drafts it; nil: no plan says.
    package static func ofWard(
        _ ward: ReportingWard, duty: ReportDuty?, head: ReportHead, today: Day
    ) -> AdministrativeDocument {
        let addressees = writtenLines(head.addressees)
        let recipients = writtenLines(head.recipients)
        return AdministrativeDocument(
            layout: ward.layout, kind: .report, parentBody: ward.parentBody, issuer: ward.issuer,
            number: head.number, issuerSymbol: ward.isParty ? "ĐU" : "UBND", place: ward.name,
            date: date(head, today),
            addressees: addressees.isEmpty ? [duty?.to].compactMap(\.self) : addressees,
            signature: DocumentSignature(
                lines: signature(ward, isDeputy: head.isSignedByDeputy), name: head.signer),
            recipients: recipients.isEmpty
                ? ["Như trên"] + [duty?.via].compactMap(\.self) : recipients,
            archive: ward.isParty
                ? "Văn phòng Đảng ủy" : "VT, \(duty.map(drafter) ?? generalDrafter)")
    }

    private static func date(_ head: ReportHead, _ today: Day) -> IssueDate {
        head.issued.map { IssueDate($0) } ?? IssueDate(year: today.year, month: today.month)
    }

    /// A facility's own report to the body that manages it.
    package static func ofFacility(
        _ name: String, in ward: ReportingWard, head: ReportHead, today: Day
    ) -> AdministrativeDocument {
        let addressees = writtenLines(head.addressees)
        let recipients = writtenLines(head.recipients)
        return AdministrativeDocument(
            layout: .state, kind: .report, issuer: [name], number: head.number,
            issuerSymbol: symbol(of: name), place: ward.name, date: date(head, today),
            addressees: addressees.isEmpty ? ["UBND \(ward.kind) \(ward.name)"] : addressees,
            signature: DocumentSignature(
                lines: [.init("Người đứng đầu cơ sở")], name: head.signer),
            recipients: recipients.isEmpty ? ["Như trên"] : recipients, archive: "cơ sở")
    }

    /// Minutes of what happened on a day, which both parties sign.
    package static func minutes(of ward: ReportingWard, on day: Day) -> AdministrativeDocument {
        AdministrativeDocument(
            layout: ward.layout, kind: .minutes, parentBody: ward.parentBody, issuer: ward.issuer,
            issuerSymbol: "UBND", place: ward.name, date: IssueDate(day),
            signature: DocumentSignature(lines: [], name: nil), archive: "VT")
    }

    /// A plan of the ward's People's Committee, not yet numbered.
    package static func plan(of ward: ReportingWard, today: Day) -> AdministrativeDocument {
        AdministrativeDocument(
            layout: ward.layout, kind: .plan, parentBody: ward.parentBody, issuer: ward.issuer,
            issuerSymbol: ward.isParty ? "ĐU" : "UBND", place: ward.name,
            date: IssueDate(year: today.year, month: today.month),
            signature: DocumentSignature(lines: signature(ward, isDeputy: false), name: nil),
            archive: "VT, CAP")
    }

    /// The office, where no plan names who drafts.
    private static let generalDrafter = "VP"

    /// The unit that drafts it, as the archive's line has it: the one that the plan names, or else
    /// the office.
    ///
    /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9 ("Lưu: VT", chữ viết tắt tên đơn vị
    ///   soạn thảo).
    private static func drafter(of duty: ReportDuty) -> String {
        duty.preparedBy.first.map(symbol) ?? generalDrafter
    }

    private static func signature(
        _ ward: ReportingWard, isDeputy: Bool
    ) -> [DocumentSignature.Line] {
        if ward.isParty {
            return [.init(.onBehalf, "Ban Thường vụ"), .init(isDeputy ? "Phó Bí thư" : "Bí thư")]
        }
        let committee = DocumentSignature.Line(.onBehalf, "Ủy ban nhân dân")
        return isDeputy
            ? [committee, .init(.deputy, "Chủ tịch"), .init("Phó Chủ tịch")]
            : [committee, .init("Chủ tịch")]
    }

    /// A unit's report to the ward.
    ///
    /// - Parameters:
    ///   - post: of the signer, `Trưởng phòng`; nil leaves a general word.
    package static func ofUnit(
        _ unit: String, of ward: ReportingWard, duty: ReportDuty, signer: String?, post: String?,
        issued: Day?, today: Day
    ) -> AdministrativeDocument {
        let isParty = ReportingWard.isPartyBody(unit)
        let above =
            isParty && !ward.isParty
            ? ReportingWard(
                name: ward.name, kind: ward.kind, province: ward.province, isParty: true) : ward
        return AdministrativeDocument(
            layout: isParty ? .party : ward.layout, kind: .report, parentBody: above.issuer,
            issuer: [unit], issuerSymbol: symbol(of: unit), place: ward.name,
            date: issued.map { IssueDate($0) } ?? IssueDate(year: today.year, month: today.month),
            addressees: [duty.to].compactMap(\.self),
            signature: DocumentSignature(lines: [.init(post ?? "Thủ trưởng đơn vị")], name: signer),
            recipients: ["Như trên"] + [duty.via].compactMap(\.self), archive: "VT")
    }

    /// Initials of the name, without the ward's own word: `CA` of Công an phường, `KTHTĐT`,
    /// `TDP1` of Tổ dân phố số 1.
    static func symbol(of unit: String) -> String {
        let left: Set<String> = ["phường", "xã", "phòng", "và", "số", "của", "-"]
        let words = unit.split { $0 == " " || $0 == "," }.map(String.init)
        return words.filter { !left.contains($0.lowercased()) }.map { word in
            // Abbreviations of the name and numbers stand whole.
            word.allSatisfy { $0.isUppercase || $0.isNumber } ? word : String(word.prefix(1))
        }.joined().uppercased()
    }
}
