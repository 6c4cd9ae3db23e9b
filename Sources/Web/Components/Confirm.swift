/// Asks before something that is hard to take back, on a page of its own.
enum Confirm {
    struct Question: Sendable {
        /// «Khóa tài khoản congan?»
        let title: String
        /// What will happen, and to whom.
        let consequence: String
        /// The verb on the button, as «Khóa tài khoản».
        let verb: String
        /// Where the form is sent.
        let action: String
        /// Where «Không, quay lại» leads.
        let back: String
        let isDangerous: Bool

        init(
            _ title: String, consequence: String, verb: String, action: String, back: String,
            isDangerous: Bool = true
        ) {
            self.title = title
            self.consequence = consequence
            self.verb = verb
            self.action = action
            self.back = back
            self.isDangerous = isDangerous
        }
    }

    /// - Parameter fields: further controls of the form, as a reason; hidden values too.
    static func page(_ question: Question, fields: HTML? = nil, viewer: Viewer?) -> HTML {
        "<h1>\(question.title)</h1>\(form(question, fields: fields, viewer: viewer))"
    }

    static func form(_ question: Question, fields: HTML? = nil, viewer: Viewer?) -> HTML {
        let danger: HTML = question.isDangerous ? " button--danger" : ""
        return """
            <div class="confirm">
            <p class="confirm__consequence">\(question.consequence)</p>
            <form method="post" action="\(question.action)">
            \(Fields.token(viewer))\(fields)
            <div class="row">
            <button class="button\(danger)" type="submit">\(question.verb)</button>
            <a class="button button--quiet" href="\(question.back)">Không, quay lại</a>
            </div>
            </form>
            </div>
            """
    }

    static let samples: [Sample] = [
        Sample(
            "Nguy hiểm, có lý do",
            form(
                Question(
                    "Khóa tài khoản?",
                    consequence:
                        "Người này bị đăng xuất ở mọi thiết bị và không đăng nhập được nữa.",
                    verb: "Khóa tài khoản", action: "#", back: "#"),
                fields: Fields.area("mau-ly-do", "Lý do", rows: 2), viewer: nil)),
        Sample(
            "Thường",
            form(
                Question(
                    "Xác nhận kế hoạch?", consequence: "Các đơn vị nhận việc ngay.",
                    verb: "Xác nhận", action: "#", back: "#", isDangerous: false), viewer: nil)),
    ]
}
