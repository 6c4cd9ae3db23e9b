import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a device that reports over HTTP is told.
///
/// 2xx means durable, and nothing else does. Errors are `application/problem+json`.
///
/// - Source: RFC 9110, 15; RFC 9457.
enum EventAnswer {
    /// 201 stored, 200 stored before or a heartbeat, 422 no event, 503 to be sent again.
    static func one(_ outcome: EventOutcome, retrySeconds: Int64) -> Response {
        switch outcome {
        case .stored: json(.created, Body(outcome: outcome.name))
        case .repeated, .heartbeat: json(.ok, Body(outcome: outcome.name))
        case .refused(let reason, let message):
            problem(.unprocessableContent, message, reason: reason)
        case .unkept: unavailable(retrySeconds)
        }
    }

    /// Of several lines: 200 when each is durable; otherwise what became of each stands with the
    /// problem, and those that are stored need not be sent again.
    static func many(_ outcomes: [EventOutcome], retrySeconds: Int64) -> Response {
        let results = outcomes.enumerated().map { place, outcome in
            var result = Body.Result(line: place + 1, outcome: outcome.name)
            if case .refused(let reason, let message) = outcome {
                result.reason = reason
                result.detail = message
            }
            return result
        }
        if outcomes.contains(.unkept) { return unavailable(retrySeconds, results) }
        let refused = results.count { $0.reason != nil }
        guard refused == 0 else {
            return problem(
                .unprocessableContent,
                "Có \(refused) dòng không phải sự kiện; các dòng khác đã lưu.", results: results)
        }
        return json(.ok, Body(results: results))
    }

    static func tooMany(_ waitSeconds: Int64) -> Response {
        var answer = problem(
            .tooManyRequests, "Gửi quá nhanh. Hãy gửi lại sau \(waitSeconds) giây.")
        answer.headers[.retryAfter] = "\(waitSeconds)"
        return answer
    }

    static func problem(
        _ status: HTTPResponse.Status, _ detail: String, reason: String? = nil,
        results: [Body.Result]? = nil
    ) -> Response {
        json(
            status,
            Body(
                status: Int(status.code), title: status.reasonPhrase, detail: detail,
                reason: reason, results: results),
            as: "application/problem+json; charset=utf-8")
    }

    private static func unavailable(
        _ retrySeconds: Int64, _ results: [Body.Result]? = nil
    ) -> Response {
        var answer = problem(
            .serviceUnavailable, "Chưa lưu được. Hãy gửi lại sau \(retrySeconds) giây.",
            results: results)
        answer.headers[.retryAfter] = "\(retrySeconds)"
        return answer
    }

    struct Body: Encodable {
        var outcome: String?
        var status: Int?
        var title: String?
        var detail: String?
        var reason: String?
        var results: [Result]?

        struct Result: Encodable {
            let line: Int
            let outcome: String
            var reason: String?
            var detail: String?
        }
    }

    private static func json(
        _ status: HTTPResponse.Status, _ body: Body, as type: String = "application/json"
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(body)).map { Array($0) } ?? []
        return Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension EventOutcome {
    /// As devices read it; never renamed.
    var name: String {
        switch self {
        case .stored: "stored"
        case .repeated: "repeated"
        case .heartbeat: "heartbeat"
        case .refused: "refused"
        case .unkept: "retry"
        }
    }
}
