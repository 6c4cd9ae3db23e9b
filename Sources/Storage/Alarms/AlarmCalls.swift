package import Domain

extension Transaction {
    /// How often a message is tried: at once, after 10, 20, 40, 80 seconds.
    package static var callAttemptsMax: Int { 5 }
    private static var callRetrySeconds: Int64 { 10 }

    /// Tells alarms that nobody took to the next people, as the ladder in force says.
    ///
    /// What was told stands in rows, so that a restart goes on where it was.
    ///
    /// - Parameters:
    ///   - address: of the site.
    ///   - ways: by which the program can reach people, beside the desk.
    /// - Returns: how many steps were taken.
    @discardableResult
    package func escalate(
        ward: String, address: String, ways: Set<AlarmCall.Channel>
    ) throws -> Int {
        let waiting = try rows(
            """
            SELECT c.id, c.opened_at, c.facility, COALESCE(f.name, c.place) AS name, f.address,
                COALESCE(f.group_unit, c.group_unit) AS group_unit, c.reports, c.zones,
                (SELECT COALESCE(MAX(a.step), 0) FROM alarm_calls a
                    WHERE a.ward = c.ward AND a.case_id = c.id) AS done
            FROM alarm_cases c
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            WHERE c.ward = \(ward) AND \(calling)
            ORDER BY c.opened_at, c.id LIMIT \(Self.deskRowsMax)
            """)
        guard !waiting.isEmpty else { return 0 }
        let ladder = try escalationSteps(ward: ward)
        var count = 0
        for row in waiting {
            let (openedAt, done): (Instant, Int) = (row["opened_at"], row["done"])
            var next = now.adding(seconds: Self.ladderLookedAtSeconds)
            // Places on the ladder, not its numbers: two people may share one.
            for (place, step) in ladder.enumerated() where place + 1 > done {
                let time = openedAt.adding(seconds: Int64(step.afterSeconds))
                guard time <= now else {
                    next = min(next, time)
                    continue
                }
                try call(step, place: place + 1, Scene(row, ward: ward, address), ways)
                count += 1
            }
            let id: String = row["id"]
            try run(
                """
                UPDATE alarm_cases SET calls_at = \(next) WHERE ward = \(ward) AND id = \(id)
                """)
        }
        return count
    }

    /// A ladder that was changed meanwhile is gone up so much later at most.
    package static var ladderLookedAtSeconds: Int64 { 600 }

    /// Alarms `c` that nobody took, and whose next step has its time.
    private var calling: SQL {
        """
        c.closed_at IS NULL AND c.taken_at IS NULL AND COALESCE(c.calls_at, 0) <= \(now)
            AND c.is_trial = 0 AND c.kind = 'alarm'
        """
    }

    /// Wards in which an alarm that nobody took is to call the next people.
    package func wardsWithCallingAlarms() throws -> [String] {
        try rows("SELECT DISTINCT c.ward FROM alarm_cases c WHERE \(calling) ORDER BY c.ward")
            .map { $0["ward"] }
    }

    /// What is burning, as messages say it.
    private struct Scene {
        let ward: String
        let caseID: String
        let facility: String?
        let group: String?
        let place: String
        let openedAt: Instant
        /// People told it, and no device did.
        let isUnverified: Bool
        let link: String
        /// Of the site.
        let address: String

        init(_ row: Row, ward: String, _ address: String) {
            self.ward = ward
            caseID = row["id"]
            facility = row["facility"]
            group = row["group_unit"]
            let parts: [String?] = [row["name"], row["address"]]
            place = parts.compactMap(\.self).joined(separator: ", ")
            isUnverified = (row["reports"] as Int) > 0 && (row["zones"] as Int) == 0
            openedAt = row["opened_at"]
            link = "\(address)/desk/cases/\(caseID)"
            self.address = address
        }

        var subject: String { "BÁO CHÁY: \(place)" }

        var letter: String {
            """
            Báo cháy tại \(place), lúc \(openedAt.vietnamese).\(isUnverified ? " Người dân báo, chưa xác minh." : "") Chưa ai nhận.

            Gọi 114 trước tiên. Sau đó mở bàn trực và bấm «Tôi nhận»:
            \(link)
            """
        }

        /// Without marks: a message of 160 characters instead of 70.
        var short: String {
            "\(folded("BÁO CHÁY").uppercased()) \(folded(place)), \(openedAt.vietnamese). GOI 114 TRUOC TIEN."
        }
    }

    private func call(
        _ step: EscalationStep, place: Int, _ scene: Scene, _ ways: Set<AlarmCall.Channel>
    ) throws {
        let people = try people(of: step, scene)
        try record(
            "alarm.call", "alarm_cases/\(scene.caseID)",
            [
                JournalChange("step", to: "\(step.number)"),
                JournalChange("people", to: "\(people.count)"),
            ], ward: scene.ward, account: nil, origin: "jobs")
        var desk = try openDesk(ward: scene.ward)
        var told: [String] = []
        for person in people {
            let messages = Self.messages(to: person, step, scene, ways)
            if messages.isEmpty { continue }
            told.append(person.name)
            for (channel, recipient, body) in messages {
                try keepCall(scene, place, person, channel, recipient, body)
            }
        }
        var few = ""
        if ways.contains(.call), step.who.role == nil {
            let (rung, own) = try ring(step, place, scene)
            told += rung.filter { !told.contains($0) }
            if scene.facility != nil, own < FacilityContact.wanted {
                few = " (cơ sở chỉ có \(own) số điện thoại)"
            }
        }
        if told.isEmpty {
            // The step was taken all the same, and the next one follows.
            let nobody = Person(account: "", name: step.who.title, mail: nil, phone: nil)
            try keepCall(scene, place, nobody, .page, "", "")
        }
        if ways.contains(.webhook) {
            let body = JSONText.object([
                ("case", scene.caseID), ("facility", scene.facility), ("place", scene.place),
                ("opened_at", String(scene.openedAt.milliseconds)), ("step", String(step.number)),
                ("who", step.who.rawValue), ("link", scene.link),
                ("phones", people.compactMap(\.phone).joined(separator: ",")),
            ])
            let program = Person(account: "", name: "webhook", mail: nil, phone: nil)
            try keepCall(scene, place, program, .webhook, "", body)
        }
        let names =
            told.isEmpty ? "không có ai, hoặc chưa có cách gửi" : told.joined(separator: ", ")
        try desk.tell(
            .called, of: scene.caseID, by: nil, "\(step.who.title): \(names)\(few)", at: now,
            in: self)
        try closeDesk(desk)
    }

    /// Rings telephones one after the other, those of the facility first.
    ///
    /// - Returns: whose, and how many numbers the facility has itself.
    private func ring(
        _ step: EscalationStep, _ place: Int, _ scene: Scene
    ) throws -> ([String], own: Int) {
        guard let facility = scene.facility else { return ([], 0) }
        let own = try facilityContacts(facility, group: nil, ward: scene.ward)
        let all =
            step.who == .team
            ? try facilityContacts(facility, group: scene.group, ward: scene.ward) : own
        let rung = try rows(
            """
            SELECT recipient FROM alarm_calls
            WHERE ward = \(scene.ward) AND case_id = \(scene.caseID) AND channel = 'call'
            """
        ).map { $0["recipient"] as String }
        let left = all.filter { !rung.contains($0.phone) }
        for (index, contact) in left.enumerated() {
            let name = PhoneCallName(
                ward: scene.ward, caseID: scene.caseID, step: place, phone: contact.phone)
            let body = JSONText.object([
                ("call", name.text), ("case", scene.caseID), ("phone", contact.phone),
                ("name", contact.name), ("place", scene.place),
                (
                    "say",
                    "Báo cháy tại \(scene.place). Có cháy: gọi 114, rồi bấm 1. Không có cháy: bấm 2."
                ),
                ("answers", "\(scene.address)/api/v1/alarm-calls/answers"),
            ])
            let person = Person(
                account: "", name: contact.name, mail: nil, phone: contact.phone)
            try keepCall(
                scene, place, person, .call, contact.phone, body,
                after: Int64(index) * Self.phonePauseSeconds)
        }
        return (left.map(\.name), own.count)
    }

    /// By which ways a person is told, to where, and in which words.
    private static func messages(
        to person: Person, _ step: EscalationStep, _ scene: Scene, _ ways: Set<AlarmCall.Channel>
    ) -> [(AlarmCall.Channel, recipient: String, body: String)] {
        var messages: [(AlarmCall.Channel, recipient: String, body: String)] = []
        if !person.account.isEmpty { messages.append((.page, "", "")) }
        if step.byMail, ways.contains(.mail), let mail = person.mail, !mail.isEmpty {
            messages.append((.mail, mail, scene.letter))
        }
        if step.bySMS, ways.contains(.sms), let phone = person.phone, !phone.isEmpty {
            messages.append((.sms, phone, scene.short))
        }
        return messages
    }

    private struct Person {
        /// Empty: one who has no account.
        let account: String
        let name: String
        let mail: String?
        let phone: String?
    }

    private func people(of step: EscalationStep, _ scene: Scene) throws -> [Person] {
        guard let role = step.who.role else {
            guard step.who == .facility else { return try team(of: scene) }
            return try facilityContacts(scene.facility ?? "", group: nil, ward: scene.ward).map {
                Person(account: "", name: $0.name, mail: nil, phone: $0.phone)
            }
        }
        let isOfGroup: SQL =
            step.who == .groupHead ? "AND a.unit = \(scene.group ?? "")" : "AND 1 = 1"
        return try rows(
            """
            SELECT a.id, a.name, a.email FROM accounts a
            WHERE a.ward = \(scene.ward) AND a.role = \(role) AND a.locked_at IS NULL
                \(isOfGroup)
            ORDER BY a.name, a.id
            """
        ).map { Person(account: $0["id"], name: $0["name"], mail: $0["email"], phone: nil) }
    }

    /// The head of the facility, and who leads the teams around it; by telephone alone.
    private func team(of scene: Scene) throws -> [Person] {
        let forces = try kept(
            in: Forces.description, ward: scene.ward,
            where: """
                r.state <> 'dissolved' AND (r.facility = \(scene.facility ?? "")
                    OR r.group_unit = \(scene.group ?? ""))
                """, limit: Self.teamsMax)
        let heads = try kept(
            in: Facilities.description, ward: scene.ward, where: "r.id = \(scene.facility ?? "")")
        return heads.map { facility in
            Person(
                account: "", name: facility[Facilities.head] ?? facility[Facilities.name] ?? "",
                mail: nil, phone: Self.digits(facility[Facilities.phone]))
        }
            + forces.map { force in
                Person(
                    account: "", name: force[Forces.leader] ?? force[Forces.name] ?? "", mail: nil,
                    phone: Self.digits(force[Forces.phone]))
            }
    }

    private static var teamsMax: Int { 5 }

    private func keepCall(
        _ scene: Scene, _ place: Int, _ person: Person, _ channel: AlarmCall.Channel,
        _ recipient: String, _ body: String, after seconds: Int64 = 0
    ) throws {
        let state: AlarmCall.State =
            channel != .page ? .waiting : person.account.isEmpty ? .failed : .sent
        try run(
            """
            INSERT INTO alarm_calls (ward, case_id, step, account, name, channel, at, recipient,
                subject, body, state, attempts, next_at, sent_at)
            VALUES (\(scene.ward), \(scene.caseID), \(place), \(person.account), \(person.name),
                \(channel), \(now), \(recipient), \(scene.subject), \(body), \(state), 0,
                \(now.adding(seconds: seconds)), \(state == .sent ? now : nil))
            ON CONFLICT DO NOTHING
            """)
    }

    /// Who takes an alarm has answered; messages that did not leave are no longer needed.
    func answerCalls(of id: String, by officer: Officer) throws {
        try run(
            """
            UPDATE alarm_calls SET answered_at = \(now)
            WHERE ward = \(officer.ward) AND case_id = \(id) AND account = \(officer.id)
                AND answered_at IS NULL
            """)
        try run(
            """
            UPDATE alarm_calls SET state = 'needless'
            WHERE ward = \(officer.ward) AND case_id = \(id) AND state = 'waiting'
            """)
    }

    /// Takes messages that are due, so that no other node sends them too.
    package func takeAlarmCalls(limit: Int) throws -> [AlarmCall] {
        let due = try calls("a.state = 'waiting' AND a.next_at <= \(now)", limit: limit)
        return try due.filter { call in
            let pause = Self.callRetrySeconds << Int64(call.attempts)
            return try run(
                """
                UPDATE alarm_calls SET attempts = attempts + 1,
                    next_at = \(now.adding(seconds: pause))
                WHERE \(Self.isCall(call)) AND state = 'waiting' AND next_at <= \(now)
                """) == 1
        }
    }

    /// Keeps how the sending of a message ended.
    ///
    /// - Parameter error: why it failed; nil: it is on its way.
    package func endAlarmCall(_ call: AlarmCall, error: String?) throws {
        let state: AlarmCall.State =
            error == nil ? .sent : call.attempts + 1 >= Self.callAttemptsMax ? .failed : .waiting
        try run(
            """
            UPDATE alarm_calls SET state = \(state), error = \(error),
                sent_at = \(error == nil ? now : nil)
            WHERE \(Self.isCall(call)) AND (state = 'waiting' OR \(state) = 'sent')
            """)
    }

    /// Who was told of a case, in order.
    package func alarmCalls(of id: String, for officer: Officer) throws -> [AlarmCall] {
        let found = try alarmCase(id, for: officer)
        return try calls(
            "a.ward = \(officer.ward) AND a.case_id = \(found.id)", limit: Self.deskRowsMax)
    }

    private static func isCall(_ call: AlarmCall) -> SQL {
        """
        ward = \(call.ward) AND case_id = \(call.caseID) AND step = \(call.step)
            AND account = \(call.account ?? "") AND channel = \(call.channel)
            AND recipient = \(call.recipient)
        """
    }

    private func calls(_ condition: SQL, limit: Int) throws -> [AlarmCall] {
        try rows(
            """
            SELECT a.ward, a.case_id, a.step, a.account, a.name, a.channel, a.at, a.recipient,
                a.subject, a.body, a.state, a.attempts, a.error, a.sent_at, a.answered_at
            FROM alarm_calls a
            WHERE \(condition) ORDER BY a.at, a.step, a.name, a.channel, a.recipient
            LIMIT \(limit)
            """
        ).map(AlarmCall.init)
    }
}
