/// A public warning as other programs read it.
///
/// - Source: OASIS Standard, Common Alerting Protocol 1.2 (1 July 2010), 3.2 and its schema: names,
///   order and values of the elements.
package struct CAPMessage: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case alert = "Alert"
        case update = "Update"
        case cancel = "Cancel"

        package var title: String {
            switch self {
            case .alert: "Cảnh báo"
            case .update: "Cập nhật cảnh báo"
            case .cancel: "Hủy cảnh báo"
            }
        }
    }

    /// Who sends warnings, under names that are unique in the world.
    package struct Sender: Sendable, Equatable {
        package let ward: String
        /// `phường An Mẫu, thành phố Hải Mẫu`.
        package let name: String
        /// Of the site, `https://canhlua.example`.
        package let address: String

        package init(ward: String, name: String, address: String) {
            self.ward = ward
            self.name = name
            self.address = address
        }

        /// No spaces, commas, `<` or `&`.
        package var key: String {
            let host = address.split(separator: "/").last ?? ""
            return "\(ward)@\(host.prefix { $0 != ":" })"
        }

        package func identifier(of id: String) -> String { "VN.\(ward).\(id)" }

        package func page(of id: String) -> String { "\(address)/public/\(ward)/warnings/\(id)" }
    }

    /// An earlier message of the same warning.
    package struct Earlier: Sendable {
        package let id: String
        package let sentAt: Instant

        package init(id: String, sentAt: Instant) {
            self.id = id
            self.sentAt = sentAt
        }
    }

    package let id: String
    package let kind: Kind
    package let sender: Sender
    package let sentAt: Instant
    package let expiresAt: Instant
    package let text: WarningText
    /// Why it is cancelled.
    package let reason: String?
    package let earlier: [Earlier]
    package let areaName: String
    /// The drawn border of the area.
    package let border: Polygon?

    package init(
        id: String, kind: Kind, sender: Sender, sentAt: Instant, expiresAt: Instant,
        text: WarningText, reason: String?, earlier: [Earlier], areaName: String, border: Polygon?
    ) {
        self.id = id
        self.kind = kind
        self.sender = sender
        self.sentAt = sentAt
        self.expiresAt = expiresAt
        self.text = text
        self.reason = reason
        self.earlier = earlier
        self.areaName = areaName
        self.border = border
    }

    package static let namespace = "urn:oasis:names:tc:emergency:cap:1.2"
    package static let mediaType = "application/cap+xml"

    package var xml: String {
        var text = XMLText()
        text.open("alert", " xmlns=\"\(Self.namespace)\"")
        text.element("identifier", sender.identifier(of: id))
        text.element("sender", sender.key)
        text.element("sent", sentAt.withOffset)
        text.element("status", self.text.isExercise ? "Exercise" : "Actual")
        text.element("msgType", kind.rawValue)
        text.element("scope", "Public")
        if self.text.isExercise { text.element("note", "Diễn tập: không có nguy hiểm thật.") }
        if !earlier.isEmpty {
            let names = earlier.map {
                "\(sender.key),\(sender.identifier(of: $0.id)),\($0.sentAt.withOffset)"
            }
            text.element("references", names.joined(separator: " "))
        }
        write(into: &text)
        text.close("alert")
        return text.whole
    }

    private func write(into xml: inout XMLText) {
        let isOver = kind == .cancel
        xml.open("info")
        xml.element("language", "vi-VN")
        xml.element("category", text.kind.category)
        xml.element("event", text.kind.title)
        xml.element("responseType", (isOver ? .allClear : text.response).rawValue)
        xml.element("urgency", (isOver ? .past : text.urgency).rawValue)
        xml.element("severity", (isOver ? .minor : text.severity).rawValue)
        xml.element("certainty", text.certainty.rawValue)
        xml.element("effective", sentAt.withOffset)
        xml.element("expires", expiresAt.withOffset)
        xml.element("senderName", sender.name)
        xml.element("headline", headline)
        xml.element("description", reason ?? text.words)
        if !isOver { xml.element("instruction", text.instruction) }
        xml.element("web", sender.page(of: id))
        if !text.contact.isEmpty { xml.element("contact", text.contact) }
        xml.open("area")
        xml.element("areaDesc", areaName)
        if let border {
            let points = border.ring.map { "\($0.latitude),\($0.longitude)" }
            xml.element("polygon", points.joined(separator: " "))
        }
        if case .circle(let point, let metres) = text.area {
            let kilometres = Double(metres) / 1000
            xml.element("circle", "\(point.latitude),\(point.longitude) \(kilometres)")
        }
        xml.open("geocode")
        xml.element("valueName", "ma-don-vi-hanh-chinh")
        xml.element("value", sender.ward)
        xml.close("geocode")
        xml.close("area")
        xml.close("info")
    }

    package var headline: String {
        let words = kind == .cancel ? "Hủy: \(text.headline)" : text.headline
        return text.isExercise ? "DIỄN TẬP. \(words)" : words
    }
}

/// Elements of XML one after the other, with what they hold escaped.
package struct XMLText: Sendable {
    private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    package init() {}

    package var whole: String { text }

    /// - Parameter attributes: as they stand in the tag, with a space before each.
    package mutating func open(_ name: String, _ attributes: String = "") {
        text += "<\(name)\(attributes)>\n"
    }

    package mutating func close(_ name: String) { text += "</\(name)>\n" }

    package mutating func element(_ name: String, _ value: String, _ attributes: String = "") {
        text += "<\(name)\(attributes)>\(Self.escaped(value))</\(name)>\n"
    }

    package mutating func empty(_ name: String, _ attributes: String) {
        text += "<\(name)\(attributes)/>\n"
    }

    /// - Source: XML 1.0, 2.2: which characters may stand in a document.
    package static func escaped(_ words: String) -> String {
        var text = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "&": text += "&amp;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
            case "\u{FFFE}", "\u{FFFF}": continue
            default: if scalar.value >= 0x20 { text.unicodeScalars.append(scalar) }
            }
        }
        return text
    }
}

extension Instant {
    /// `2026-11-29T15:04:05+07:00`, Vietnam time.
    ///
    /// - Source: CAP 1.2, 3.3.2: an offset in digits; the letter Z is not allowed.
    package var withOffset: String {
        let minutes = minuteOfDay
        let seconds = Int((milliseconds / 1000) % 60)
        return
            "\(day.iso)T\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60)):\(twoDigits(seconds))+07:00"
    }
}
