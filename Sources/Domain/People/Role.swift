/// What a person is in the ward's organisation; it decides what the person may do.
///
/// - Source: the units and recipients that the plans name (Ủy ban nhân dân, Văn phòng, Công an,
///   phòng chuyên môn, tổ dân phố, cơ sở, Mặt trận Tổ quốc, Hội đồng nhân dân).
package enum Role: String, Sendable, CaseIterable, Codable {
    case administrator
    case chairman
    case viceChairman = "vice_chairman"
    case office
    case police
    /// A specialised office or unit of the ward (phòng, ban, trung tâm).
    case division
    case groupHead = "group_head"
    case facilityHead = "facility_head"
    /// Fatherland Front, People's Council: read and question.
    case supervisor

    package var title: String {
        switch self {
        case .administrator: "Quản trị hệ thống"
        case .chairman: "Chủ tịch"
        case .viceChairman: "Phó Chủ tịch"
        case .office: "Văn phòng HĐND và UBND"
        case .police: "Công an phường"
        case .division: "Phòng, ban, đơn vị"
        case .groupHead: "Tổ trưởng tổ dân phố"
        case .facilityHead: "Người đứng đầu cơ sở"
        case .supervisor: "Giám sát (Mặt trận Tổ quốc, HĐND)"
        }
    }

    package func may(_ permission: Permission) -> Bool { permission.roles.contains(self) }
}

/// One thing that a person may be allowed to do.
package enum Permission: String, Sendable, CaseIterable {
    /// Sees every plan and assignment of the ward, not only those of the own unit.
    case readAll
    /// Uploads, corrects and confirms plans; changes assignments.
    case runPlans
    /// Accepts or returns work, excuses a missed occurrence, asks for an explanation.
    case acceptWork
    /// Reports progress of assignments of the own unit.
    case reportWork
    /// Decides proposals to the People's Committee.
    case decideProposals
    /// Keeps the library of documents.
    case keepLibrary
    /// Drafts and issues the ward's reports.
    case draftReports
    /// Approves the ward's reports, so that they are locked and may go out.
    case approveReports
    /// Asks questions and records supervision.
    case supervise
    /// Sees what transmitters report.
    case watchAlarms
    /// Sees the alarms of the own area, says that they are looked after, and what happens there.
    case attendAlarms
    /// Says what an alarm was, and ends it.
    case judgeAlarms
    /// Writes public warnings, which nobody reads before they are issued.
    case draftWarnings
    /// Issues and cancels public warnings.
    case issueWarnings
    /// Draws the borders of the ward and its residential groups.
    case keepBoundaries
    /// Creates, locks and changes accounts and units; reads the journal.
    case administer

    package var roles: Set<Role> {
        switch self {
        case .readAll:
            [.administrator, .chairman, .viceChairman, .office, .police, .supervisor]
        case .runPlans: [.chairman, .viceChairman, .office, .police]
        case .acceptWork: [.chairman, .viceChairman, .office, .police]
        case .reportWork:
            [
                .chairman, .viceChairman, .office, .police, .division, .groupHead, .facilityHead,
                .supervisor,
            ]
        case .decideProposals: [.chairman, .viceChairman]
        case .keepLibrary: [.chairman, .viceChairman, .office, .police]
        case .draftReports: [.chairman, .viceChairman, .office, .police]
        case .approveReports: [.chairman, .viceChairman]
        case .supervise: [.supervisor]
        case .watchAlarms: [.chairman, .viceChairman, .office, .police]
        case .attendAlarms: [.chairman, .viceChairman, .office, .police, .groupHead]
        case .judgeAlarms: [.chairman, .viceChairman, .office, .police]
        case .draftWarnings: [.chairman, .viceChairman, .office, .police]
        case .issueWarnings: [.chairman, .viceChairman, .police]
        case .keepBoundaries: [.administrator, .office]
        case .administer: [.administrator]
        }
    }
}
