import Domain
import HTTPTypes
import Hummingbird
import Logging

/// What a person sees when something went wrong.
enum ProblemPages {
    static func answer(
        _ error: any Error, _ request: Request, _ context: WebContext, _ site: Site
    ) async -> Response {
        let (status, heading, sentence) = words(for: error)
        if status == .internalServerError {
            site.logger.error(
                "request failed",
                metadata: ["request": "\(context.id)", "error": "\(String(reflecting: error))"])
        }
        if request.uri.path.hasPrefix(RegisterAPI.root) {
            return RegisterAPI.problem(
                status, heading, sentence, refusals: (error as? Problem)?.refusals ?? [:]
            ).retrying(after: (error as? Problem)?.waitSeconds)
        }
        // Who asks is only for the layout; without it the page is shown as to a stranger.
        let viewer = try? await SessionCookie.viewer(of: request, context, site)
        let visit = Visit(
            request: request, context: context, site: site, viewer: viewer, form: Form())
        let number: HTML? =
            status == .internalServerError
            ? "<p class=\"muted\">Mã sự cố: \("\(context.id)")</p>" : nil
        return visit.page(
            heading, at: nil, status: status,
            """
            <h1>\(heading)</h1>
            <p class="lede">\(sentence)</p>
            \(number)
            <p><a class="button button--quiet" href="/">Về trang đầu</a></p>
            """
        ).retrying(after: (error as? Problem)?.waitSeconds)
    }

    static func status(of kind: Problem.Kind) -> HTTPResponse.Status {
        switch kind {
        case .invalid: .unprocessableContent
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }

    private static func words(for error: any Error) -> (HTTPResponse.Status, String, String) {
        if let problem = error as? Problem {
            return (status(of: problem.kind), heading(of: problem.kind), problem.message)
        }
        if let error = error as? any HTTPResponseError, error.status == .notFound {
            return (
                .notFound, heading(of: .notFound), "Không có trang này. Hãy kiểm tra lại địa chỉ."
            )
        }
        if let error = error as? any HTTPResponseError, error.status.kind == .clientError {
            return (error.status, "Yêu cầu không đọc được", "Hãy tải lại trang rồi thử lại.")
        }
        return (
            .internalServerError, "Có lỗi của chương trình",
            "Việc vừa rồi chưa được lưu. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống kèm mã sự cố dưới đây."
        )
    }

    private static func heading(of kind: Problem.Kind) -> String {
        switch kind {
        case .invalid: "Chưa làm được"
        case .notFound: "Không tìm thấy"
        case .forbidden: "Không được phép"
        case .conflict: "Dữ liệu đã thay đổi"
        case .tooLarge: "Tệp quá lớn"
        case .tooMany: "Quá nhiều lần thử"
        case .unavailable: "Tạm thời không phục vụ được"
        }
    }
}

extension Response {
    /// Says when it is worth asking again.
    ///
    /// - Source: RFC 9110, section 10.2.3 (Retry-After, in seconds).
    func retrying(after seconds: Int64?) -> Response {
        guard let seconds else { return self }
        var response = self
        response.headers[.retryAfter] = "\(seconds)"
        return response
    }
}
