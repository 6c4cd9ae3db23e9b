package import Domain

extension CallAnswer.Result: SQLConvertible {}
extension CallAnswer.Key: SQLConvertible {}

/// Which call a program speaks of, as it was told with it: `00001.CASE.5.0912000001`.
package struct PhoneCallName: Sendable, Equatable {
    package let ward: String
    package let caseID: String
    package let step: Int
    package let phone: String

    init(ward: String, caseID: String, step: Int, phone: String) {
        self.ward = ward
        self.caseID = caseID
        self.step = step
        self.phone = phone
    }

    /// nil: what is no such name.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let step = Int(parts[2]) else { return nil }
        self.init(ward: parts[0], caseID: parts[1], step: step, phone: parts[3])
    }

    package var text: String { "\(ward).\(caseID).\(step).\(phone)" }
}

extension Transaction {
    /// Bytes of the name that the other program gives an answer.
    package static var answerIDMax: Int { 200 }
    /// A telephone rings so long before the next one is tried, if nothing is heard of it.
    static var phonePauseSeconds: Int64 { 40 }

    /// Numbers of a facility: its head, who stands in its remarks, its own team; then the teams
    /// around it.
    func facilityContacts(
        _ facility: String, group: String?, ward: String
    ) throws -> [FacilityContact] {
        var found: [FacilityContact] = []
        let heads = try kept(in: Facilities.description, ward: ward, where: "r.id = \(facility)")
        for head in heads {
            let name = head[Facilities.head] ?? head[Facilities.name] ?? ""
            if let phone = Self.digits(head[Facilities.phone]) {
                found.append(FacilityContact(name: name, phone: phone))
            }
            if let owners = head[Facilities.owners] {
                found += FacilityContact.inLines(owners.text, name: name)
            }
        }
        let forces = try kept(
            in: Forces.description, ward: ward,
            where: """
                r.state <> 'dissolved' AND (r.facility = \(facility)
                    OR r.group_unit = \(group ?? ""))
                """, limit: FacilityContact.most)
        let own = forces.filter { $0[Forces.facility]?.id == facility }
        for force in own + forces.filter({ $0[Forces.facility]?.id != facility }) {
            guard let phone = Self.digits(force[Forces.phone]) else { continue }
            let name = force[Forces.leader] ?? force[Forces.name] ?? ""
            found.append(FacilityContact(name: name, phone: phone))
        }
        var seen: Set<String> = []
        return Array(found.filter { seen.insert($0.phone).inserted }.prefix(FacilityContact.most))
    }

    static func digits(_ phone: Telephone?) -> String? {
        phone?.shown.filter { $0.isNumber || $0 == "+" }
    }

    /// Keeps what became of a call: a step of its case. Who answers may say that it burns, which
    /// makes the case pressing, or that it does not; neither ends it, and the ladder goes on until
    /// an officer takes it. Nor does either end the ringing: who says that it does not burn may be
    /// far away, and who says that it does is not who still sleeps there. The next number is rung
    /// as soon as this call is over.
    ///
    /// - Parameter id: of the program that called; the same one again changes nothing.
    /// - Throws: `.notFound` for a call that was never made.
    package func takeCallAnswer(
        _ id: String, of call: PhoneCallName, _ answer: CallAnswer
    ) throws {
        let isThis: SQL = """
            ward = \(call.ward) AND case_id = \(call.caseID) AND step = \(call.step)
                AND account = '' AND channel = 'call'
            """
        let found = try row(
            "SELECT name FROM alarm_calls WHERE \(isThis) AND recipient = \(call.phone)")
        guard let found else { throw Problem(.notFound, "Không có cuộc gọi này.") }
        let known: String? = try value(
            """
            SELECT id AS value FROM alarm_call_answers WHERE ward = \(call.ward) AND id = \(id)
            """)
        guard known == nil else { return }
        let name: String = found["name"]
        try record(
            "alarm.call.answer", "alarm_cases/\(call.caseID)",
            [JournalChange("person", to: name), JournalChange("answer", to: answer.title)],
            ward: call.ward, account: nil, origin: "call")
        let count = try run(
            """
            INSERT INTO alarm_call_answers (ward, id, case_id, step, recipient, name, at, result,
                pressed)
            VALUES (\(call.ward), \(id), \(call.caseID), \(call.step), \(call.phone), \(name),
                \(now), \(answer.result), \(answer.key))
            ON CONFLICT DO NOTHING
            """)
        guard count == 1 else { throw Problem.changedMeanwhile }
        var desk = try openDesk(ward: call.ward)
        try turnCalls(isThis, call, answer)
        try desk.tell(
            .answered, of: call.caseID, by: nil, "\(answer.code) \(name)", at: now, in: self)
        if answer.key == .real {
            let raised = try run(
                """
                UPDATE alarm_cases SET priority = \(AlarmPriority.high), changed_at = \(now)
                WHERE ward = \(call.ward) AND id = \(call.caseID) AND closed_at IS NULL
                    AND is_trial = 0 AND priority < \(AlarmPriority.high)
                """)
            if raised > 0 { try desk.tell(.raised, of: call.caseID, by: nil, at: now, in: self) }
        }
        try closeDesk(desk)
    }

    /// What the answer means for this call and those that wait behind it.
    private func turnCalls(
        _ isOfStep: SQL, _ call: PhoneCallName, _ answer: CallAnswer
    ) throws {
        if answer.result == .answered {
            try run(
                """
                UPDATE alarm_calls SET answered_at = \(now)
                WHERE \(isOfStep) AND recipient = \(call.phone) AND answered_at IS NULL
                """)
            // They still speak.
            guard answer.key != nil else { return }
        } else {
            try run(
                """
                UPDATE alarm_calls SET state = 'failed', error = \(answer.title)
                WHERE \(isOfStep) AND recipient = \(call.phone)
                """)
        }
        let next: String? = try value(
            """
            SELECT recipient AS value FROM alarm_calls WHERE \(isOfStep) AND state = 'waiting'
                AND attempts = 0
            ORDER BY next_at, recipient LIMIT 1
            """)
        guard let next else { return }
        try run(
            """
            UPDATE alarm_calls SET next_at = \(now)
            WHERE \(isOfStep) AND recipient = \(next) AND state = 'waiting'
                AND next_at > \(now)
            """)
    }
}

extension JSONText {
    /// An object of texts, in this order.
    static func object(_ pairs: [(name: String, value: String?)]) -> String {
        var bytes: [UInt8] = []
        for (name, value) in pairs {
            bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
            append(name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(value, to: &bytes)
        }
        return String(decoding: bytes + "}".utf8, as: UTF8.self)
    }
}
