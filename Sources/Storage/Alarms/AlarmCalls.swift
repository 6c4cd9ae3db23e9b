import Domain

extension Transaction {
    /// Tells alarms that nobody took to the next people, as the ladder in force says, and to all of
    /// them again from its end on: ever more rarely, without end, until a named person takes the
    /// alarm.
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
                    WHERE a.ward = c.ward AND a.case_id = c.id) AS done,
                (SELECT MAX(a.at) FROM alarm_calls a
                    WHERE a.ward = c.ward AND a.case_id = c.id) AS told_at
            FROM alarm_cases c
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            WHERE c.ward = \(ward) AND \(calling)
            ORDER BY c.opened_at, c.id LIMIT \(Self.deskRowsMax)
            """)
        guard !waiting.isEmpty else { return 0 }
        let ladder = try escalationSteps(ward: ward)
        var count = 0
        for row in waiting {
            let scene = AlarmScene(row, ward: ward, address)
            let (taken, time) = try climb(
                ladder, scene, done: row["done"], toldAt: row["told_at"], ways)
            count += taken
            let next = min(time, now.adding(seconds: Self.ladderLookedAtSeconds))
            try run(
                """
                UPDATE alarm_cases SET calls_at = \(next)
                WHERE ward = \(ward) AND id = \(scene.caseID)
                """)
        }
        return count
    }

    /// A ladder that was changed meanwhile is gone up so much later at most.
    package static var ladderLookedAtSeconds: Int64 { 600 }

    /// The number of a step is its place on the ladder, from 1, and so much more in each further
    /// round in which all are told again. No ladder has so many steps.
    package static var roundPlaces: Int { 1_000 }

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

    /// Takes the steps of an alarm that have their time.
    ///
    /// A ladder that was changed meanwhile is gone up from the place that was reached, and whoever
    /// stands on it is told with the next round at the latest.
    ///
    /// - Parameters:
    ///   - done: number of the last step that was taken; 0: none was.
    ///   - toldAt: when that was.
    /// - Returns: how many were taken, and when the next one has its time.
    private func climb(
        _ ladder: [EscalationStep], _ scene: AlarmScene, done: Int, toldAt: Instant?,
        _ ways: Set<AlarmCall.Channel>
    ) throws -> (taken: Int, next: Instant) {
        let round = done / Self.roundPlaces
        var (taken, toldAt) = (0, toldAt ?? scene.openedAt)
        if round == 0 {
            // Places on the ladder, not its numbers: two people may share one.
            for (index, step) in ladder.enumerated() where index + 1 > done {
                guard scene.has(step) else { continue }
                let time = scene.openedAt.adding(seconds: Int64(step.afterSeconds))
                guard time <= now else { return (taken, time) }
                try call(step, place: index + 1, scene, ways)
                taken += 1
                toldAt = now
            }
        }
        let pause = { (round: Int) in Int64(EscalationStep.pause(beforeRound: round)) }
        let time = toldAt.adding(seconds: pause(round + 1))
        guard time <= now else { return (taken, time) }
        try remind(ladder, round: round + 1, scene, ways)
        return (taken + 1, now.adding(seconds: pause(round + 2)))
    }

    /// Tells the people of one step.
    private func call(
        _ step: EscalationStep, place: Int, _ scene: AlarmScene, _ ways: Set<AlarmCall.Channel>
    ) throws {
        let people = try people(of: step, scene)
        try recordCall(of: scene, JournalChange("step", to: "\(step.number)"), people.count)
        var desk = try openDesk(ward: scene.ward)
        var known: Set<String> = []
        let told = try tell(people, step, at: place, scene, ways, &known)
        var few = ""
        if ways.contains(.call), step.who.role == nil, let facility = scene.facility {
            let own = try facilityContacts(facility, group: nil, ward: scene.ward).count
            if own < FacilityContact.wanted { few = " (cơ sở chỉ có \(own) số điện thoại)" }
        }
        try desk.tell(
            .called, of: scene.caseID, by: nil, "\(step.who.title): \(Self.named(told))\(few)",
            at: now, in: self)
        try closeDesk(desk)
    }

    /// Tells everybody of the ladder again, as one step of the case.
    private func remind(
        _ ladder: [EscalationStep], round: Int, _ scene: AlarmScene,
        _ ways: Set<AlarmCall.Channel>
    ) throws {
        // A ladder of people without an account alone would fall silent with them.
        let whole = ladder.contains { $0.who.role != nil } ? ladder : ladder + [.duty]
        typealias Told = (place: Int, step: EscalationStep, people: [AlarmPerson])
        let steps = try whole.enumerated().compactMap { index, step -> Told? in
            guard step.isRepeated(inRound: round), scene.has(step) else { return nil }
            return (
                place: round * Self.roundPlaces + index + 1, step: step,
                people: try people(of: step, scene)
            )
        }
        try recordCall(
            of: scene, JournalChange("round", to: "\(round)"),
            steps.reduce(0) { $0 + $1.people.count })
        var desk = try openDesk(ward: scene.ward)
        var (told, known): ([String], Set<String>) = ([], [])
        for (place, step, people) in steps {
            told += try tell(people, step, at: place, scene, ways, &known)
        }
        try desk.tell(
            .reminded, of: scene.caseID, by: nil, "lần \(round): \(Self.named(told))", at: now,
            in: self)
        try closeDesk(desk)
    }

    private func recordCall(
        of scene: AlarmScene, _ change: JournalChange, _ people: Int
    ) throws {
        try record(
            "alarm.call", "alarm_cases/\(scene.caseID)",
            [change, JournalChange("people", to: "\(people)")], ward: scene.ward, account: nil,
            origin: "jobs")
    }

    /// Names in their order, each once.
    private static func named(_ told: [String]) -> String {
        var seen: Set<String> = []
        let names = told.filter { seen.insert($0).inserted }
        return names.isEmpty ? "không có ai, hoặc chưa có cách gửi" : names.joined(separator: ", ")
    }

    /// Keeps the messages of one step.
    ///
    /// - Parameter known: messages that nobody needs twice at once, by their keys.
    /// - Returns: who is told.
    private func tell(
        _ people: [AlarmPerson], _ step: EscalationStep, at place: Int, _ scene: AlarmScene,
        _ ways: Set<AlarmCall.Channel>, _ known: inout Set<String>
    ) throws -> [String] {
        var (told, count): ([String], Int) = ([], 0)
        for person in people {
            let messages = scene.messages(to: person, step, ways)
            if messages.isEmpty { continue }
            told.append(person.name)
            for message in messages where known.insert(message.key).inserted {
                try keepCall(message, scene, place)
                count += 1
            }
        }
        if ways.contains(.call), step.who.role == nil {
            let rung = try ring(step, place, scene)
            told += rung.names
            count += rung.count
        }
        if count == 0, told.isEmpty || place < Self.roundPlaces {
            // The step was taken all the same, and the next one follows.
            let nobody = AlarmMessage(
                person: AlarmPerson(name: step.who.title), channel: .page)
            try keepCall(nobody, scene, place, as: told.isEmpty ? .failed : .needless)
        }
        if ways.contains(.webhook) {
            let body = JSONText.object([
                ("case", scene.caseID), ("facility", scene.facility), ("place", scene.place),
                ("opened_at", String(scene.openedAt.milliseconds)), ("step", String(step.number)),
                ("round", String(place / Self.roundPlaces)), ("who", step.who.rawValue),
                ("link", scene.link),
                ("phones", people.compactMap(\.phone).joined(separator: ",")),
            ])
            try keepCall(
                AlarmMessage(person: AlarmPerson(name: "webhook"), channel: .webhook, body: body),
                scene, place)
        }
        return told
    }

    /// Rings telephones one after the other, those of the facility first. In one round none rings
    /// twice, and none of a person who said what they see.
    ///
    /// - Returns: whose, and how many are to ring for this step.
    private func ring(
        _ step: EscalationStep, _ place: Int, _ scene: AlarmScene
    ) throws -> (names: [String], count: Int) {
        guard let facility = scene.facility else { return ([], 0) }
        let contacts = try facilityContacts(
            facility, group: step.who == .team ? scene.group : nil, ward: scene.ward)
        let awake = try rungNumbers(
            scene,
            """
            EXISTS (SELECT 1 FROM alarm_call_answers k WHERE k.ward = a.ward
                AND k.case_id = a.case_id AND k.recipient = a.recipient AND k.pressed IS NOT NULL)
            """)
        let first = place / Self.roundPlaces * Self.roundPlaces
        let rung = try rungNumbers(scene, "(a.step >= \(first) OR a.state = 'waiting')")
        let asked = contacts.filter { !awake.contains($0.phone) }
        let left = asked.filter { !rung.contains($0.phone) }
        for (index, contact) in left.enumerated() {
            let name = PhoneCallName(
                ward: scene.ward, caseID: scene.caseID, step: place, phone: contact.phone)
            let body = JSONText.object([
                ("call", name.text), ("case", scene.caseID), ("phone", contact.phone),
                ("name", contact.name), ("place", scene.place), ("say", scene.spoken),
                ("answers", "\(scene.address)/api/v1/alarm-calls/answers"),
            ])
            try keepCall(
                AlarmMessage(
                    person: AlarmPerson(name: contact.name, phone: contact.phone), channel: .call,
                    recipient: contact.phone, body: body),
                scene, place, after: Int64(index) * Self.phonePauseSeconds)
        }
        return (asked.map(\.name), left.count)
    }

    private func rungNumbers(_ scene: AlarmScene, _ condition: SQL) throws -> Set<String> {
        let found = try rows(
            """
            SELECT a.recipient FROM alarm_calls a
            WHERE a.ward = \(scene.ward) AND a.case_id = \(scene.caseID) AND a.channel = 'call'
                AND \(condition)
            """)
        return Set(found.map { $0["recipient"] })
    }

    private func people(of step: EscalationStep, _ scene: AlarmScene) throws -> [AlarmPerson] {
        guard let role = step.who.role else {
            guard step.who == .facility else { return try team(of: scene) }
            return try facilityContacts(scene.facility ?? "", group: nil, ward: scene.ward).map {
                AlarmPerson(name: $0.name, phone: $0.phone)
            }
        }
        let isOfGroup: SQL =
            step.who == .groupHead ? "AND a.unit = \(scene.group ?? "")" : "AND 1 = 1"
        return try rows(
            """
            SELECT a.id, a.name, a.email, a.phone FROM accounts a
            WHERE a.ward = \(scene.ward) AND a.role = \(role) AND a.locked_at IS NULL
                \(isOfGroup)
            ORDER BY a.name, a.id
            """
        ).map {
            AlarmPerson(account: $0["id"], name: $0["name"], mail: $0["email"], phone: $0["phone"])
        }
    }

    /// The head of the facility, and who leads the teams around it; by telephone alone.
    private func team(of scene: AlarmScene) throws -> [AlarmPerson] {
        let forces = try kept(
            in: Forces.description, ward: scene.ward,
            where: """
                r.state <> 'dissolved' AND (r.facility = \(scene.facility ?? "")
                    OR r.group_unit = \(scene.group ?? ""))
                """, limit: Self.teamsMax)
        let heads = try kept(
            in: Facilities.description, ward: scene.ward, where: "r.id = \(scene.facility ?? "")")
        return heads.map { facility in
            AlarmPerson(
                name: facility[Facilities.head] ?? facility[Facilities.name] ?? "",
                phone: Self.digits(facility[Facilities.phone]))
        }
            + forces.map { force in
                AlarmPerson(
                    name: force[Forces.leader] ?? force[Forces.name] ?? "",
                    phone: Self.digits(force[Forces.phone]))
            }
    }

    private static var teamsMax: Int { 5 }

    /// - Parameter state: nil: of what the desk shows it is sent, of all else it waits.
    private func keepCall(
        _ message: AlarmMessage, _ scene: AlarmScene, _ place: Int,
        as state: AlarmCall.State? = nil, after seconds: Int64 = 0
    ) throws {
        let state = state ?? (message.channel == .page ? .sent : .waiting)
        try run(
            """
            INSERT INTO alarm_calls (ward, case_id, step, account, name, channel, at, recipient,
                subject, body, state, attempts, next_at, sent_at)
            VALUES (\(scene.ward), \(scene.caseID), \(place), \(message.person.account),
                \(message.person.name), \(message.channel), \(now), \(message.recipient),
                \(scene.subject), \(message.body), \(state), 0, \(now.adding(seconds: seconds)),
                \(state == .sent ? now : nil))
            ON CONFLICT DO NOTHING
            """)
    }
}
