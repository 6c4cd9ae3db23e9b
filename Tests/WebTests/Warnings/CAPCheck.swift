import Foundation
import FoundationXML

/// Says what of a document breaks the schema of CAP 1.2.
///
/// - Source: OASIS, Common Alerting Protocol 1.2, 3.4 (XML schema) and 3.3.2 (dates).
struct CAPCheck {
    private struct Part {
        let name: String
        let count: ClosedRange<Int>

        init(_ name: String, _ count: ClosedRange<Int> = 1...1) {
            self.name = name
            self.count = count
        }
    }

    private static let many = 0...Int.max
    private static let optional = 0...1

    private static let parts: [String: [Part]] = [
        "alert": [
            Part("identifier"), Part("sender"), Part("sent"), Part("status"), Part("msgType"),
            Part("source", optional), Part("scope"), Part("restriction", optional),
            Part("addresses", optional), Part("code", many), Part("note", optional),
            Part("references", optional), Part("incidents", optional), Part("info", many),
        ],
        "info": [
            Part("language", optional), Part("category", 1...Int.max), Part("event"),
            Part("responseType", many), Part("urgency"), Part("severity"), Part("certainty"),
            Part("audience", optional), Part("eventCode", many), Part("effective", optional),
            Part("onset", optional), Part("expires", optional), Part("senderName", optional),
            Part("headline", optional), Part("description", optional),
            Part("instruction", optional), Part("web", optional), Part("contact", optional),
            Part("parameter", many), Part("resource", many), Part("area", many),
        ],
        "area": [
            Part("areaDesc"), Part("polygon", many), Part("circle", many), Part("geocode", many),
            Part("altitude", optional), Part("ceiling", optional),
        ],
        "geocode": [Part("valueName"), Part("value")],
    ]

    private static let point = #"-?\d{1,3}(\.\d+)?,-?\d{1,3}(\.\d+)?"#
    private static let time = #"\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d"#
    private static let shapes: [String: String] = [
        "identifier": #"[^\s,<&]+"#, "sender": #"[^\s,<&]+"#,
        "status": "Actual|Exercise|System|Test|Draft",
        "msgType": "Alert|Update|Cancel|Ack|Error", "scope": "Public|Restricted|Private",
        "category":
            "Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport|Infra|CBRNE|Other",
        "responseType":
            "Shelter|Evacuate|Prepare|Execute|Avoid|Monitor|Assess|AllClear|None",
        "urgency": "Immediate|Expected|Future|Past|Unknown",
        "severity": "Extreme|Severe|Moderate|Minor|Unknown",
        "certainty": "Observed|Likely|Possible|Unlikely|Unknown",
        "sent": time, "effective": time, "onset": time, "expires": time,
        "references": #"[^\s,]+,[^\s,]+,\#(time)( [^\s,]+,[^\s,]+,\#(time))*"#,
        "polygon": "\(point)( \(point)){3,}", "circle": #"\#(point) \d+(\.\d+)?"#,
        "web": #"https?://\S+"#, "language": #"[a-z]{2}(-[A-Z]{2})?"#,
    ]

    static func faults(of text: String) throws -> [String] {
        let document = try XMLDocument(xmlString: text)
        guard let root = document.rootElement(), root.name == "alert" else {
            return ["the root is no alert"]
        }
        var faults = faults(of: root)
        if root.namespaces?.first?.stringValue != "urn:oasis:names:tc:emergency:cap:1.2" {
            faults.append("another namespace")
        }
        return faults
    }

    private static func faults(of element: XMLElement) -> [String] {
        let name = element.name ?? ""
        let children = (element.children ?? []).compactMap { $0 as? XMLElement }
        guard let parts = parts[name] else { return value(of: element, name, children.count) }
        var faults: [String] = []
        var rest = children[...]
        for part in parts {
            let own = rest.prefix { $0.name == part.name }
            if !part.count.contains(own.count) {
                faults.append("\(name): \(own.count) of \(part.name)")
            }
            rest = rest.dropFirst(own.count)
        }
        if let stray = rest.first {
            faults.append("\(name): \(stray.name ?? "") is not in its place")
        }
        return faults + children.flatMap { Self.faults(of: $0) }
    }

    private static func value(
        of element: XMLElement, _ name: String, _ children: Int
    ) -> [String] {
        let text = element.stringValue ?? ""
        if children > 0 || text.isEmpty { return ["\(name) is empty or has children"] }
        guard let shape = shapes[name] else { return [] }
        let isWhole = text.range(of: "^(\(shape))$", options: .regularExpression) != nil
        if !isWhole { return ["\(name): \(text)"] }
        if name == "polygon" {
            let points = text.split(separator: " ")
            if points.first != points.last { return ["polygon is open"] }
        }
        return []
    }
}
