import Domain

/// What is burning, as messages say it.
struct AlarmScene {
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

    /// A place that people told has no telephones of its own.
    func has(_ step: EscalationStep) -> Bool { step.who != .facility || facility != nil }

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

    /// What a telephone of the facility is told.
    var spoken: String {
        "Báo cháy tại \(place). Có cháy: gọi 114, rồi bấm 1. Không có cháy: bấm 2."
    }

    /// By which ways a person is told, to where, and in which words.
    func messages(
        to person: AlarmPerson, _ step: EscalationStep, _ ways: Set<AlarmCall.Channel>
    ) -> [AlarmMessage] {
        var messages: [AlarmMessage] = []
        if !person.account.isEmpty {
            messages.append(AlarmMessage(person: person, channel: .page))
        }
        if step.byMail, ways.contains(.mail), let mail = person.mail, !mail.isEmpty {
            messages.append(
                AlarmMessage(person: person, channel: .mail, recipient: mail, body: letter))
        }
        if step.bySMS, ways.contains(.sms), let phone = person.phone, !phone.isEmpty {
            messages.append(
                AlarmMessage(person: person, channel: .sms, recipient: phone, body: short))
        }
        return messages
    }
}

/// Whom an alarm is told to.
struct AlarmPerson {
    /// Empty: one who has no account.
    var account = ""
    let name: String
    var mail: String? = nil
    /// Digits, as a telephone dials them.
    var phone: String? = nil
}

/// What a person, or a program, is told by one way.
struct AlarmMessage {
    let person: AlarmPerson
    let channel: AlarmCall.Channel
    /// An address, or a telephone number; empty where none is needed.
    var recipient = ""
    var body = ""

    /// Two of the same key say the same to the same person.
    var key: String { "\(channel.rawValue) \(person.account) \(recipient)" }
}
