import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// The desk as a stream of server-sent events, each with the number of the step that it reaches.
///
/// - Source: WHATWG HTML, Server-sent events: `id`, `event`, `data`, `retry`, `Last-Event-ID`.
enum DeskStream {
    /// What a desk is told: what is new, and the list as it stands, with an empty place for each
    /// row that the desk has already; no list for pages beside the desk.
    struct Message: Encodable {
        struct Step: Encodable {
            let kind: String
            let caseID: String
            let head: String
            let words: String
            /// Whether it rings.
            let calls: Bool
        }

        let steps: [Step]
        let html: String
        let waits: Int
        let now: Int64
    }

    private struct Alive: Encodable {
        let now: Int64
    }

    /// `GET /desk/events`
    @Sendable static func events(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        // A browser that reconnects says what it has; a page that begins says what it shows.
        let header = HTTPField.Name("Last-Event-ID").flatMap { visit.request.headers[$0] }
        // One that knows nothing yet begins with what comes from now on.
        let first = Int64(header ?? visit.query("after")) ?? .max
        let site = visit.site
        let isListed = visit.query("list") != "none"
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            let begun = try await DeskReadings.read(after: first, site.database, officer)
            var shown: [String: DeskCase.Shown] = [:]
            var last = try await send(
                begun, visit, officer, isListed: isListed, &shown, &writer)
            let end = ContinuousClock.now + site.deskPatience
            if ContinuousClock.now < end {
                for await beat in await site.pulse.listen(to: officer.ward) {
                    if beat > last {
                        let reading = try await site.deskReadings.reading(
                            after: last, at: beat, for: officer)
                        last = try await send(
                            reading, visit, officer, isListed: isListed, &shown, &writer)
                    } else {
                        try await write("alive", Alive(now: site.now.milliseconds), &writer)
                    }
                    // Rights are asked for anew with the next connection.
                    if ContinuousClock.now >= end { break }
                }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: body)
    }

    /// - Parameter shown: what the rows of this desk say.
    /// - Returns: the number up to which the desk now knows everything.
    private static func send(
        _ reading: DeskReadings.Reading, _ visit: Visit, _ officer: Officer, isListed: Bool,
        _ shown: inout [String: DeskCase.Shown], _ writer: inout any ResponseBodyWriter
    ) async throws -> Int64 {
        let view = DeskView(
            content: reading.content, officer: officer, viewer: visit.viewer, shown: shown)
        shown = view.shownNext
        let message = Message(
            steps: reading.steps.map { step in
                Message.Step(
                    kind: step.kind.rawValue, caseID: step.caseID, head: DeskWords.head(step),
                    words: DeskWords.told(step), calls: DeskWords.calls(step))
            }, html: isListed ? view.html.text : "", waits: view.waits,
            now: visit.site.now.milliseconds)
        try await write("desk", message, id: view.sequence, &writer)
        return view.sequence
    }

    private static func write(
        _ event: String, _ message: some Encodable, id: Int64? = nil,
        _ writer: inout any ResponseBodyWriter
    ) async throws {
        let data = String(decoding: try JSONEncoder().encode(message), as: UTF8.self)
        let mark = id.map { "id: \($0)\n" } ?? ""
        try await writer.write(
            ByteBuffer(string: "\(mark)event: \(event)\ndata: \(data)\n\n"))
    }
}
