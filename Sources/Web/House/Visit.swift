import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The signed-in person behind a request, with what the layout shows of them.
struct Viewer: Sendable {
    let officer: Officer
    let session: String
    /// Stands in every form; a request that changes something must bring it back.
    let formToken: String
    let wardName: String
    let unitName: String?
    let mustChangePassword: Bool
}

/// One request on its way through a handler.
struct Visit: Sendable {
    let request: Request
    let context: WebContext
    let site: Site
    let viewer: Viewer?
    let form: Form

    /// - Throws: `.forbidden` when nobody is signed in; routes that need an officer ask before.
    func officer() throws(Problem) -> Officer {
        guard let viewer else { throw Problem(.forbidden, "Hãy đăng nhập trước.") }
        return viewer.officer
    }

    /// A part of the address, as `{plan}`.
    ///
    /// - Throws: `.notFound` when it is no identifier.
    func identifier(_ name: String) throws(Problem) -> String {
        guard let text = context.parameters.get(name), Identifier.isWellFormed(text) else {
            throw Problem(.notFound, "Không có trang này. Hãy kiểm tra lại địa chỉ.")
        }
        return text
    }

    func parameter(_ name: String) -> String { context.parameters.get(name) ?? "" }

    /// A value of the query string, empty when absent.
    func query(_ name: String) -> String {
        // A query with more fields than any form of ours asks for nothing.
        (try? Form(query: request.uri.query ?? ""))?[name] ?? ""
    }

    /// All values of a name in the query string.
    func queries(_ name: String) -> [String] {
        (try? Form(query: request.uri.query ?? ""))?.all(name) ?? []
    }

    /// A page within the layout.
    func page(_ title: String, at place: Place?, status: HTTPResponse.Status = .ok, _ content: HTML)
        -> Response
    {
        Response.html(
            Layout.page(title, at: place, visit: self, content), status: status)
    }
}

extension Response {
    static func html(_ page: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.text)))
    }

    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }

    /// After something was changed: go and look at it.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// A file to keep.
    static func download(_ bytes: [UInt8], name: String, mediaType: String) -> Response {
        let plain = String(name.unicodeScalars.filter { $0.isASCII && $0 != "\"" && $0 != "\\" })
        let encoded = name.utf8.map { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x2D
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        return Response(
            status: .ok,
            headers: [
                .contentType: mediaType,
                .contentDisposition:
                    "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
