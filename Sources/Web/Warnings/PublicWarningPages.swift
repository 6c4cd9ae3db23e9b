import Crypto
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Public warnings for everybody: a page, an Atom feed, and each message as CAP 1.2.
enum PublicWarningPages {
    static let routes: [Route] = [
        .get("/public/{ward}/warnings", .anyone, list),
        .get("/public/{ward}/warnings.atom", .anyone, feed),
        .get("/public/{ward}/warnings/{warning}", .anyone, show),
        .get("/public/{ward}/warnings/{warning}/cap.xml", .anyone, message),
    ]

    private struct Ward: Sendable {
        let code: String
        let name: String
    }

    private static func named(_ code: String, _ tx: Transaction) throws -> Ward {
        guard try tx.wardCodes().contains(code) else {
            throw Problem(.notFound, "Không có địa phương này.")
        }
        let ward = try tx.reportingWard(code)
        return Ward(code: code, name: "\(ward.kind) \(ward.name), \(ward.province)")
    }

    /// `GET /public/{ward}/warnings`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let code = visit.parameter("ward")
        let (ward, warnings, now) = try await visit.site.database.read { tx in
            (try named(code, tx), try tx.warningsInForce(ward: code), tx.now)
        }
        let items: [HTML] = warnings.map {
            WarningView($0, senderName: ward.name, now: now).html(level: 2)
        }
        let body: HTML =
            items.isEmpty
            ? EmptyState.block("Hiện không có cảnh báo nào đang hiệu lực.") : "\(items)"
        let feed = "/public/\(code)/warnings.atom"
        return visit.page(
            "Cảnh báo", at: nil,
            """
            <h1>Cảnh báo của \(ward.name)</h1>
            <p><strong>Đang cháy? <a href="tel:114">Gọi 114</a>.</strong> Trang lập lúc \
            \(now.vietnamese).</p>
            \(body)
            <p class="small muted">Phần mềm khác đọc ở <a href="\(feed)">\(feed)</a> (Atom, CAP 1.2).</p>
            """)
    }

    /// `GET /public/{ward}/warnings/{warning}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let (code, id) = (visit.parameter("ward"), try visit.identifier("warning"))
        let (ward, found, next, now) = try await visit.site.database.read { tx in
            (
                try named(code, tx), try tx.publicWarning(id, ward: code),
                try tx.publicWarning(after: id, ward: code), tx.now
            )
        }
        guard let found else { throw notFound }
        var state: HTML?
        if let next {
            state = Note.block(
                next.kind == .cancel ? "Cảnh báo này đã hủy." : "Cảnh báo này đã có bản mới hơn.",
                "<a href=\"/public/\(code)/warnings/\(next.id)\">Xem tin mới nhất</a>.")
        } else if found.kind != .cancel, !found.isInForce(at: now) {
            state = Note.block("Cảnh báo này đã hết hiệu lực.", "Nội dung dưới đây để lưu.")
        }
        return visit.page(
            found.headline, at: nil,
            """
            <p class="crumb"><a href="/public/\(code)/warnings">← Các cảnh báo đang hiệu lực</a></p>
            \(state)
            \(WarningView(found, senderName: ward.name, now: now).html())
            <p class="small muted"><a href="/public/\(code)/warnings/\(id)/cap.xml">Dạng máy đọc (CAP 1.2)</a></p>
            """)
    }

    private static let notFound = Problem(
        .notFound, "Không có cảnh báo này. Hãy xem danh sách cảnh báo của phường, xã.")

    /// `GET /public/{ward}/warnings/{warning}/cap.xml`: as it was issued, in force or not.
    @Sendable static func message(_ visit: Visit) async throws -> Response {
        let (code, id) = (visit.parameter("ward"), try visit.identifier("warning"))
        let found = try await visit.site.database.read { try $0.publicWarning(id, ward: code) }
        guard let message = found?.message else { throw notFound }
        return document(message, type: CAPMessage.mediaType, visit)
    }

    /// `GET /public/{ward}/warnings.atom`: warnings in force.
    @Sendable static func feed(_ visit: Visit) async throws -> Response {
        let code = visit.parameter("ward")
        let (ward, warnings, changed) = try await visit.site.database.read { tx in
            (
                try named(code, tx), try tx.warningsInForce(ward: code),
                try tx.warningsChangedAt(ward: code)
            )
        }
        let sender = CAPMessage.Sender(
            ward: ward.code, name: ward.name, address: visit.site.address)
        let feed = WarningFeed(sender: sender, warnings: warnings, changedAt: changed)
        return document(feed.xml, type: "application/atom+xml", visit)
    }

    /// Readers ask again and again: what they have already is not sent again.
    ///
    /// - Source: RFC 9110, 13.1.2.
    private static func document(_ text: String, type: String, _ visit: Visit) -> Response {
        let bytes = Array(text.utf8)
        let digest = SHA256.hash(data: bytes).prefix(12)
        let tag = "\"\(digest.map { String($0, radix: 36) }.joined(separator: "-"))\""
        var headers: HTTPFields = [
            .contentType: "\(type); charset=utf-8", .cacheControl: "no-cache",
        ]
        headers[.eTag] = tag
        let known = (visit.request.headers[.ifNoneMatch] ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        if known.contains(where: { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }) {
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Warnings in force as a feed that other programs follow.
///
/// - Source: RFC 4287 (Atom).
struct WarningFeed: Sendable {
    let sender: CAPMessage.Sender
    let warnings: [PublicWarning]
    /// nil: there never was a warning.
    let changedAt: Instant?

    private var address: String { "\(sender.address)/public/\(sender.ward)/warnings" }

    var xml: String {
        var xml = XMLText()
        xml.open("feed", " xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\"")
        xml.element("id", "\(address).atom")
        xml.element("title", "Cảnh báo của \(sender.name)")
        xml.element("updated", (changedAt ?? Instant(milliseconds: 0)).withOffset)
        xml.open("author")
        xml.element("name", sender.name)
        xml.close("author")
        link(&xml, "self", "application/atom+xml", "\(address).atom")
        link(&xml, "alternate", "text/html", address)
        for warning in warnings { entry(warning, &xml) }
        xml.close("feed")
        return xml.whole
    }

    private func link(_ xml: inout XMLText, _ way: String, _ type: String, _ address: String) {
        xml.empty(
            "link", " rel=\"\(way)\" type=\"\(type)\" href=\"\(XMLText.escaped(address))\"")
    }

    private func entry(_ warning: PublicWarning, _ xml: inout XMLText) {
        let sent = (warning.sentAt ?? warning.createdAt).withOffset
        let page = sender.page(of: warning.id)
        xml.open("entry")
        xml.element("id", "urn:uuid:\(warning.id)")
        xml.element("title", warning.headline)
        xml.element("updated", sent)
        xml.element("published", sent)
        xml.element("summary", "\(warning.text.words)\n\(warning.text.instruction)")
        link(&xml, "alternate", "text/html", page)
        link(&xml, "enclosure", CAPMessage.mediaType, "\(page)/cap.xml")
        xml.close("entry")
    }
}
