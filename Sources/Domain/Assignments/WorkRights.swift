/// What a person may do with a piece of work; the same answer for the page and for the verbs.
package struct WorkRights: Sendable, Equatable {
    /// Reports progress and hands the work in: the lead unit.
    package let mayReport: Bool
    /// Says what a coordinating unit has done for it.
    package let mayContribute: Bool
    /// Accepts, returns, excuses. Nobody accepts the work of the own unit but who leads the ward.
    package let mayAccept: Bool
    /// Asks for an explanation; supervisors too.
    package let mayQuestion: Bool
    /// Urges (đôn đốc).
    package let mayUrge: Bool
    /// Changes lead, day, person, product, authority.
    package let mayRun: Bool

    package init(of officer: Officer, lead: String?, partners: [String]) {
        let isLead = officer.unit != nil && officer.unit == lead
        let isPartner = officer.unit.map { partners.contains($0) } ?? false
        mayReport = isLead && officer.may(.reportWork)
        mayContribute = isPartner && officer.may(.reportWork)
        mayAccept = officer.may(.acceptWork) && (!isLead || officer.may(.decideProposals))
        mayQuestion = officer.may(.acceptWork) || officer.may(.supervise)
        mayUrge = officer.may(.acceptWork)
        mayRun = officer.may(.runPlans)
    }

    /// Raises an obstacle, makes a proposal: who does the work.
    package var mayRaise: Bool { mayReport || mayContribute }
    /// And who runs it.
    package var mayBringUp: Bool { mayRaise || mayAccept }
}
