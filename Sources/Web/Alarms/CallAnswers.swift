import Domain
import Hummingbird
import Storage

/// What the program that rings telephones says about its calls (`docs/operating.md`).
enum CallAnswers {
    static let routes: [Route] = [
        Route(
            method: .post, path: "\(RegisterAPI.root)/alarm-calls/answers", access: .signed,
            bodyBytesMax: 10_000, answer: take)
    ]

    /// `POST /api/v1/alarm-calls/answers`
    @Sendable static func take(_ visit: Visit) async throws -> Response {
        let id = visit.form["id"]
        guard !id.isEmpty, id.utf8.count <= Transaction.answerIDMax else {
            throw Problem(
                .invalid,
                "«id» là tên riêng của câu trả lời, từ 1 đến \(Transaction.answerIDMax) byte.")
        }
        guard let call = PhoneCallName(visit.form["call"]) else {
            throw Problem(.invalid, "«call» phải như đã gửi kèm cuộc gọi.")
        }
        let answer = try CallAnswer(result: visit.form["result"], key: visit.form["key"])
        try await visit.site.database.write { try $0.takeCallAnswer(id, of: call, answer) }
        return Response(status: .noContent)
    }
}
