import Domain
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Storage
import Wire

/// Where a device says its events over HTTP: `POST /v1/events`, one JSON object, or one for each
/// line.
struct EventServer: Sendable {
    static let path = "/v1/events"

    let reception: Reception
    let limits: EventLimits
    private let devices: RateLimiter
    private let strangers: RateLimiter

    init(reception: Reception, limits: EventLimits) {
        self.reception = reception
        self.limits = limits
        devices = RateLimiter(burst: limits.burst, perSecond: limits.perSecond)
        strangers = RateLimiter(
            burst: limits.strangerBurst, perSecond: limits.strangersPerSecond)
    }

    func application(
        host: String, port: Int, logger: Logger, onListening: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        Application(
            responder: self,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGate(reception)],
                    idleTimeout: .seconds(limits.idleSecondsMax))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: .maximum(limits.connectionsMax, logger: logger)),
            onServerRunning: { onListening($0.localAddress?.port ?? port) }, logger: logger)
    }
}

/// Closes what is too much, of one address and in all, counted together with SIA DC-09.
private final class ConnectionGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    private let reception: Reception

    init(_ reception: Reception) { self.reception = reception }

    func handlerAdded(context: ChannelHandlerContext) {
        let (reception, source) = (reception, context.remoteAddress?.ipAddress ?? "")
        if reception.admit(source) {
            context.channel.closeFuture.whenComplete { _ in reception.leave(source) }
        } else {
            context.close(promise: nil)
        }
    }
}

/// What bounds devices that report over HTTP.
package struct EventLimits: Sendable {
    /// Of one request: lines of several events.
    package var bodyBytesMax = 65_536
    package var linesMax = 64
    /// Requests of one device in one go, and how many come back each second.
    package var burst = 60.0
    package var perSecond = 5.0
    /// Requests without a right token, of one address.
    package var strangerBurst = 20.0
    package var strangersPerSecond = 0.2
    package var connectionsMax = 4_000
    package var idleSecondsMax: Int64 = 60
    /// After it a device that was not served asks again.
    package var retrySeconds: Int64 = 5

    package init() {}
}

struct EventContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?

    init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

extension EventServer: HTTPResponder {
    func respond(to request: Request, context: EventContext) async throws -> Response {
        let source = context.remoteAddress?.ipAddress ?? ""
        guard request.uri.path == Self.path else {
            return EventAnswer.problem(.notFound, "Không có địa chỉ này. Hãy gửi đến \(Self.path).")
        }
        guard request.method == .post else {
            var answer = EventAnswer.problem(.methodNotAllowed, "Địa chỉ này chỉ nhận POST.")
            answer.headers[.allow] = "POST"
            return answer
        }
        guard let known = known(request) else {
            if let wait = strangers.waitSeconds(for: source, at: reception.now) {
                return EventAnswer.tooMany(wait)
            }
            reception.refuse(
                RefusedFrame(
                    ward: nil, receivedAt: reception.now, source: source, number: nil,
                    reason: "unknownToken",
                    message:
                        "Khóa gửi kèm không phải khóa đã cấp cho thiết bị nào, hoặc đã hết hạn.",
                    raw: []))
            var answer = EventAnswer.problem(
                .unauthorized, "Hãy gửi khóa đã cấp cho thiết bị trong Authorization: Bearer …")
            answer.headers[.wwwAuthenticate] = "Bearer"
            return answer
        }
        if let wait = devices.waitSeconds(for: known.account.id, at: reception.now) {
            return EventAnswer.tooMany(wait)
        }
        guard let body = try await body(of: request) else {
            return EventAnswer.problem(
                .contentTooLarge, "Nội dung dài quá \(limits.bodyBytesMax) byte.")
        }
        return await answer(body, isLines: isLines(request), known, source)
    }

    private func known(_ request: Request) -> AlarmDirectory.Known? {
        let scheme = "Bearer "
        guard let header = request.headers[.authorization], header.hasPrefix(scheme) else {
            return nil
        }
        return reception.known(token: String(header.dropFirst(scheme.count)))
    }

    private func isLines(_ request: Request) -> Bool {
        let type = request.headers[.contentType] ?? ""
        return type.prefix { $0 != ";" }.trimmed.lowercased() == "application/x-ndjson"
    }

    /// nil: it is too long.
    private func body(of request: Request) async throws -> [UInt8]? {
        if let length = request.headers[.contentLength].flatMap(Int.init),
            length > limits.bodyBytesMax
        {
            return nil
        }
        var bytes: [UInt8] = []
        for try await chunk in request.body {
            guard bytes.count + chunk.readableBytes <= limits.bodyBytesMax else { return nil }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
    }

    private func answer(
        _ body: [UInt8], isLines: Bool, _ known: AlarmDirectory.Known, _ source: String
    ) async -> Response {
        guard isLines else {
            return EventAnswer.one(
                await take(body, known, source), retrySeconds: limits.retrySeconds)
        }
        let lines = body.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
        guard !lines.isEmpty, lines.count <= limits.linesMax else {
            return EventAnswer.problem(
                .unprocessableContent, "Một lần gửi có từ 1 đến \(limits.linesMax) dòng.")
        }
        // All are in the queue before the first is answered, so that they share a commit.
        let outcomes = await withTaskGroup(of: (Int, EventOutcome).self) { group in
            for (place, line) in lines.enumerated() {
                group.addTask { (place, await take(line, known, source)) }
            }
            return await group.reduce(into: [Int: EventOutcome]()) { $0[$1.0] = $1.1 }
        }
        return EventAnswer.many(
            lines.indices.map { outcomes[$0] ?? .unkept }, retrySeconds: limits.retrySeconds)
    }

    private func take(
        _ bytes: [UInt8], _ known: AlarmDirectory.Known, _ source: String
    ) async -> EventOutcome {
        await withCheckedContinuation { continuation in
            reception.take(event: bytes, of: known, from: source) {
                continuation.resume(returning: $0)
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let rest = drop { $0 == " " }
        return rest.prefix { $0 != " " }
    }
}
