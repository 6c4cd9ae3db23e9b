import Domain
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
import Storage

/// The pages as one application: the list of routes, and what holds for all of them.
package struct WebApplication: HTTPResponder {
    package typealias Context = WebContext

    private let site: Site
    private let inner: RouterResponder<WebContext>

    package init(site: Site) {
        self.site = site
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        for route in Routes.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await Self.serve(route, request, context, site)
            }
        }
        for (path, asset) in site.assets.byPath {
            router.get(RouterPath(path)) { _, _ in
                Response(
                    status: .ok,
                    headers: [
                        .contentType: asset.mediaType,
                        .cacheControl: "public, max-age=31536000, immutable",
                    ],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            }
        }
        inner = router.buildResponder()
    }

    /// Answers; whatever goes wrong becomes a page that says what to do.
    package func respond(to request: Request, context: WebContext) async throws -> Response {
        let begin = ContinuousClock.now
        var context = context
        context.address = ClientAddress.of(
            request, peer: context.address, proxies: site.trustedProxies)
        var response: Response
        do {
            response = try await inner.respond(to: request, context: context)
            // The router answers an address that it does not know with nothing at all.
            if response.status == .notFound && response.headers[.contentType] == nil {
                throw Problem(.notFound, "Không có trang này. Hãy kiểm tra lại địa chỉ.")
            }
        } catch {
            response = await ProblemPages.answer(error, request, context, site)
        }
        response.headers.append(contentsOf: Self.protection)
        if site.isSecure { response.headers[.strictTransportSecurity] = Self.encryptionOnly }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        site.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "path": "\(request.uri.path)",
                "status": "\(response.status.code)", "request": "\(context.id)",
                "tookMs": "\((ContinuousClock.now - begin).milliseconds)",
            ])
        return response
    }

    private static func serve(
        _ route: Route, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        let viewer: Viewer? =
            switch route.access {
            case .key: try await AccessKeys.viewer(of: request, context, site)
            case .signed: nil
            default: try await SessionCookie.viewer(of: request, context, site)
            }
        try site.limits.spend(viewer?.officer.id ?? "at \(context.address)", at: site.now)
        switch route.access {
        case .anyone, .signed: break
        case .key:
            guard viewer != nil else { return AccessKeys.refused }
        case .development where site.isDevelopment: break
        case .signedIn, .permission, .development:
            guard let viewer else { return SessionPages.signInFirst(request) }
            if let permission = route.access.permission {
                try viewer.officer.require(permission)
            }
        }
        if let viewer, viewer.mustChangePassword, !PasswordPages.isOpenBeforeChange(route.path) {
            return .seeOther(PasswordPages.path)
        }
        var form = Form()
        if route.method != .get {
            let bytes = try await body(of: request, at: route)
            if route.access == .signed { try checkSignature(of: bytes, request, site) }
            form = try Form(contentType: request.headers[.contentType] ?? "", body: bytes)
            // A browser sends no key by itself, so that a key is its own proof of intent.
            if route.access != .key, route.access != .signed {
                try SessionCookie.checkIntent(of: request, form, viewer, site)
            }
        }
        return try await route.answer(
            Visit(request: request, context: context, site: site, viewer: viewer, form: form))
    }

    /// - Throws: `.notFound` where nobody was told a secret, `.forbidden` for another signature.
    private static func checkSignature(
        of body: [UInt8], _ request: Request, _ site: Site
    ) throws(Problem) {
        guard let secret = site.callSecret else {
            throw Problem(.notFound, "Máy chủ này không gọi điện qua chương trình khác.")
        }
        let name = HTTPField.Name("X-Canhlua-Signature")
        let signature = name.flatMap { request.headers[$0] } ?? ""
        guard WebhookSignature.isRight(signature, of: body, secret: secret) else {
            throw Problem(
                .forbidden, "Chữ ký X-Canhlua-Signature không đúng với nội dung gửi lên.")
        }
    }

    private static func body(of request: Request, at route: Route) async throws -> [UInt8] {
        let tooLarge = Problem(
            .tooLarge,
            "Các tệp gửi lên cộng lại quá \(route.bodyBytesMax / 1_000_000) MB nên không nhận được. Hãy giảm cỡ ảnh, hoặc quét lại với độ phân giải 300 dpi; cỡ lớn nhất của một tệp ghi ở ô chọn tệp."
        )
        if let length = request.headers[.contentLength].flatMap(Int.init),
            length > route.bodyBytesMax
        {
            try await drain(request.body)
            throw tooLarge
        }
        var bytes: [UInt8] = []
        var isTooLarge = false
        var passed = 0
        for try await chunk in request.body {
            passed += chunk.readableBytes
            if passed > route.bodyBytesMax {
                isTooLarge = true
                bytes = []
                guard passed <= drainBytesMax else { break }
            } else {
                bytes.append(contentsOf: chunk.readableBytesView)
            }
        }
        if isTooLarge { throw tooLarge }
        return bytes
    }

    /// Lets a browser finish sending what is refused: it reads no answer before, and shows a
    /// broken connection instead of our sentence.
    private static func drain(_ body: RequestBody) async throws {
        var passed = 0
        for try await chunk in body {
            passed += chunk.readableBytes
            guard passed <= drainBytesMax else { return }
        }
    }

    /// Bytes; beyond it nobody waits for a sentence, and the connection is cut.
    private static let drainBytesMax = 300_000_000

    /// Nothing from elsewhere runs in our pages, and our pages stand in nobody's frame.
    private static let protection: HTTPFields = {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        fields[.xContentTypeOptions] = "nosniff"
        let others = [
            "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(self)",
        ]
        for (name, value) in others {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()

    /// A year, as browsers ask for at least; only sent where the site is reached by https.
    /// - Source: RFC 6797, section 6.1; OWASP HTTP Strict Transport Security Cheat Sheet.
    private static let encryptionOnly = "max-age=31536000"
}

extension Duration {
    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
