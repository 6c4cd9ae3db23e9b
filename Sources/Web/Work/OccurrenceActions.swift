import Domain
import Storage

/// The list of what can be done with a piece of work; each is one verb of the store.
enum OccurrenceActions {
    static let all: [OccurrenceAction] = reporting + judging + terms + matters

    private static let reporting: [OccurrenceAction] = [
        OccurrenceAction(
            path: "entries", done: .reported, takesFiles: true,
            fields: ["text": "report_text", "percent": "report_percent"]
        ) { id, form, officer in
            let evidence = try form.evidence("report_files")
            let text = form["report_text"]
            let percent = Int(form["report_percent"])
            return { tx in
                try tx.reportWork(
                    id, text: text, percent: percent, evidence: evidence, by: officer)
            }
        },
        OccurrenceAction(
            path: "submission", done: .submitted, takesFiles: true,
            fields: ["reason": "done_reason"]
        ) { id, form, officer in
            let evidence = try form.evidence("done_files")
            let (text, reason) = (form["done_text"], form.filled("done_reason"))
            let version = form.version
            return { tx in
                try tx.submitWork(
                    id, text: text, evidence: evidence, reason: reason, version: version,
                    by: officer)
            }
        },
        OccurrenceAction(path: "withdrawal", done: .saved, fields: [:]) { id, form, officer in
            let version = form.version
            return { try $0.withdrawSubmission(id, version: version, by: officer) }
        },
        OccurrenceAction(
            path: "answer", done: .answered, takesFiles: true, fields: ["answer": "answer"]
        ) { id, form, officer in
            let evidence = try form.evidence("answer_files")
            let (explanation, text) = (form["explanation"], form["answer"])
            return { tx in
                try tx.answerExplanation(
                    explanation, text: text, evidence: evidence, by: officer)
            }
        },
    ]

    private static let judging: [OccurrenceAction] = [
        OccurrenceAction(path: "acceptance", done: .accepted, fields: [:]) { id, form, officer in
            let (note, version) = (form["accept_note"], form.version)
            return { try $0.acceptWork(id, note: note, version: version, by: officer) }
        },
        OccurrenceAction(
            path: "return", done: .returned, fields: ["reason": "return_reason"]
        ) { id, form, officer in
            let (reason, version) = (form["return_reason"], form.version)
            return { try $0.returnWork(id, reason: reason, version: version, by: officer) }
        },
        OccurrenceAction(
            path: "excuse", done: .saved, takesFiles: true, fields: ["reason": "excuse_reason"]
        ) { id, form, officer in
            let evidence = try form.evidence("excuse_files")
            let (reason, version) = (form["excuse_reason"], form.version)
            return { tx in
                try tx.excuseWork(
                    id, reason: reason, evidence: evidence, version: version, by: officer)
            }
        },
        OccurrenceAction(path: "urging", done: .saved, fields: ["urging": "urge_text"]) {
            id, form, officer in
            let text = form["urge_text"]
            return { try $0.urgeWork(id, text: text, by: officer) }
        },
        OccurrenceAction(
            path: "question", done: .saved, fields: ["question": "question", "due": "question_due"]
        ) { id, form, officer in
            let question = form["question"]
            let due = try form.day("question_due", "Hạn trả lời")
            return { try $0.questionWork(id, question: question, due: due, by: officer) }
        },
        OccurrenceAction(path: "verdict", done: .saved, fields: [:]) { _, form, officer in
            let (explanation, verdict) = (form["explanation"], form["verdict"])
            return { tx in
                try tx.settleExplanation(
                    explanation, isAccepted: verdict == "accepted", by: officer)
            }
        },
    ]

    private static let terms: [OccurrenceAction] = [
        OccurrenceAction(
            path: "lead", done: .saved, fields: ["unit": "lead_unit", "reason": "lead_reason"]
        ) { id, form, officer in
            let (unit, reason) = (form["lead_unit"], form["lead_reason"])
            let version = form.assignmentVersion
            return { tx in
                try tx.changeLead(
                    ofWork: id, to: unit, reason: reason, version: version, by: officer)
            }
        },
        OccurrenceAction(path: "partners", done: .saved, fields: [:]) { id, form, officer in
            let (units, version) = (form.all("partner"), form.assignmentVersion)
            return { try $0.changePartners(ofWork: id, to: units, version: version, by: officer) }
        },
        OccurrenceAction(path: "terms", done: .saved, fields: [:]) { id, form, officer in
            let terms = (form.filled("person"), form.filled("product"), form.filled("authority"))
            let version = form.assignmentVersion
            return { tx in
                try tx.changeTerms(
                    ofWork: id, person: terms.0, product: terms.1, authority: terms.2,
                    version: version, by: officer)
            }
        },
        OccurrenceAction(path: "due", done: .saved, fields: ["reason": "due_reason"]) {
            id, form, officer in
            let due = form.filled("due_day") == nil ? nil : try form.day("due_day", "Hạn mới")
            let (reason, version) = (form["due_reason"], form.version)
            return { tx in
                try tx.changeDue(
                    ofWork: id, to: due, reason: reason, version: version, by: officer)
            }
        },
    ]

    private static let matters: [OccurrenceAction] = [
        OccurrenceAction(
            path: "obstacles", done: .raised, takesFiles: true, fields: ["text": "obstacle_text"]
        ) { id, form, officer in
            let evidence = try form.evidence("obstacle_files")
            let text = form["obstacle_text"]
            return { tx in
                try tx.raiseObstacle(
                    onWork: id, orPlan: nil, text: text, evidence: evidence, by: officer)
            }
        },
        OccurrenceAction(
            path: "proposals", done: .raised, takesFiles: true, fields: ["text": "proposal_text"]
        ) { id, form, officer in
            let evidence = try form.evidence("proposal_files")
            let text = form["proposal_text"]
            return { tx in
                try tx.makeProposal(
                    onWork: id, orPlan: nil, text: text, evidence: evidence, by: officer)
            }
        },
    ]
}

extension Form {
    /// Files that were chosen, looked at.
    func evidence(_ name: String) throws -> [Evidence] {
        try files(name).map { try Evidence(name: $0.name, bytes: $0.bytes) }
    }

    /// Of the occurrence, as the officer saw it; 0, which nothing has, when absent.
    var version: Int { Int(self["version"]) ?? 0 }
    var assignmentVersion: Int { Int(self["assignment_version"]) ?? 0 }

    /// A day as the browser's control sends it, or as people write it.
    func day(_ name: String, _ label: String) throws -> Day {
        let text = self[name]
        guard let day = Day(iso: text) ?? Day(vietnamese: text) else {
            throw Problem(
                .invalid, "«\(label)» chưa phải là ngày.",
                refusals: [name: "Hãy nhập ngày như 05/12/2026."])
        }
        return day
    }
}
