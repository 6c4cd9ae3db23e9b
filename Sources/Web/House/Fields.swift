/// Controls of forms: label above, hint below it, error above the control and tied to it.
enum Fields {
    /// Proves that a form came from our page; every form that changes something holds it.
    static func token(_ viewer: Viewer?) -> HTML? {
        viewer.map { "<input type=\"hidden\" name=\"_token\" value=\"\($0.formToken)\">" }
    }

    /// One line of text.
    static func text(
        _ name: String, _ label: String, value: String = "", type: String = "text",
        hint: String? = nil, refusal: String? = nil, isRequired: Bool = false,
        autocomplete: String? = nil
    ) -> HTML {
        let required: HTML = isRequired ? " required" : ""
        let complete: HTML? = autocomplete.map { " autocomplete=\"\($0)\"" }
        return around(
            name, label, hint: hint, refusal: refusal,
            """
            <input class="field__control" id="f-\(name)" name="\(name)" type="\(type)" \
            value="\(value)"\(required)\(complete)\(described(name, hint, refusal))>
            """)
    }

    /// One line that names a record; the page offers names as they are typed, and any is taken.
    ///
    /// - Parameter source: an address that answers `?q=` with a JSON list of names.
    static func named(
        _ name: String, _ label: String, value: String, source: String, hint: String? = nil,
        refusal: String? = nil, isRequired: Bool = false
    ) -> HTML {
        let required: HTML = isRequired ? " required" : ""
        return around(
            name, label, hint: hint, refusal: refusal,
            """
            <input class="field__control" id="f-\(name)" name="\(name)" type="text" \
            value="\(value)" autocomplete="off" list="l-\(name)" \
            data-choices="\(source)"\(required)\(described(name, hint, refusal))>
            <datalist id="l-\(name)"></datalist>
            """)
    }

    /// Several lines of text.
    static func area(
        _ name: String, _ label: String, value: String = "", rows: Int = 4, hint: String? = nil,
        refusal: String? = nil, isRequired: Bool = false
    ) -> HTML {
        let required: HTML = isRequired ? " required" : ""
        return around(
            name, label, hint: hint, refusal: refusal,
            """
            <textarea class="field__control" id="f-\(name)" name="\(name)" \
            rows="\(rows)"\(required)\(described(name, hint, refusal))>\(value)</textarea>
            """)
    }

    /// One of a list; an empty value stands for none.
    static func choice(
        _ name: String, _ label: String, _ options: [(value: String, label: String)],
        value: String = "", hint: String? = nil, refusal: String? = nil
    ) -> HTML {
        let items: [HTML] = options.map { option in
            let selected: HTML = option.value == value ? " selected" : ""
            return "<option value=\"\(option.value)\"\(selected)>\(option.label)</option>"
        }
        return around(
            name, label, hint: hint, refusal: refusal,
            """
            <select class="field__control" id="f-\(name)" \
            name="\(name)"\(described(name, hint, refusal))>\(items)</select>
            """)
    }

    static func file(
        _ name: String, _ label: String, accept: String, hint: String? = nil,
        refusal: String? = nil, isMultiple: Bool = false, isRequired: Bool = false
    ) -> HTML {
        let multiple: HTML = isMultiple ? " multiple" : ""
        let required: HTML = isRequired ? " required" : ""
        return around(
            name, label, hint: hint, refusal: refusal,
            """
            <input class="field__control" id="f-\(name)" name="\(name)" type="file" \
            accept="\(accept)"\(multiple)\(required)\(described(name, hint, refusal))>
            """)
    }

    /// Yes or no; sent as `1` when it is on, and not at all when off.
    static func check(
        _ name: String, _ label: String, value: String = "1", isOn: Bool = false,
        hint: String? = nil
    ) -> HTML {
        let checked: HTML = isOn ? " checked" : ""
        let hintLine: HTML? = hint.map {
            "<p class=\"field__hint\" id=\"f-\(name)-hint\">\($0)</p>"
        }
        return """
            <div class="field field--check">
            <label class="field__check"><input type="checkbox" id="f-\(name)" name="\(name)" \
            value="\(value)"\(checked)\(described(name, hint, nil))> <span>\(label)</span></label>\(hintLine)
            </div>
            """
    }

    /// The refusals of a form in one place, each leading to its field.
    static func summary(_ message: String, _ refusals: [String: String] = [:]) -> HTML {
        let items: [HTML] = refusals.sorted { $0.key < $1.key }.map {
            "<li><a href=\"#f-\($0.key)\">\($0.value)</a></li>"
        }
        let list: HTML? = items.isEmpty ? nil : "<ul>\(items)</ul>"
        return """
            <div class="error-summary" role="alert" tabindex="-1">
            <p><span aria-hidden="true">●</span> \(message)</p>\(list)
            </div>
            """
    }

    private static func around(
        _ name: String, _ label: String, hint: String?, refusal: String?, _ control: HTML
    ) -> HTML {
        let hintLine: HTML? = hint.map {
            "<p class=\"field__hint\" id=\"f-\(name)-hint\">\($0)</p>"
        }
        let refusalLine: HTML? = refusal.map {
            "<p class=\"field__refusal\" id=\"f-\(name)-refusal\">\($0)</p>"
        }
        let modifier: HTML = refusal == nil ? "" : " field--refused"
        return """
            <div class="field\(modifier)">
            <label class="field__label" for="f-\(name)">\(label)</label>\(hintLine)\(refusalLine)
            \(control)
            </div>
            """
    }

    private static func described(_ name: String, _ hint: String?, _ refusal: String?) -> HTML {
        let ids = [hint.map { _ in "f-\(name)-hint" }, refusal.map { _ in "f-\(name)-refusal" }]
            .compactMap { $0 }.joined(separator: " ")
        let invalid: HTML = refusal == nil ? "" : " aria-invalid=\"true\""
        return ids.isEmpty ? invalid : "\(invalid) aria-describedby=\"\(ids)\""
    }
}

extension Fields {
    static let samples: [Sample] = [
        Sample("Trống", text("mau-ten", "Họ và tên", hint: "Như trong quyết định phân công.")),
        Sample(
            "Bị từ chối",
            "\(summary("Có 1 mục chưa đúng.", ["mau-so": "Số «12a» không phải là số."]))"
                + text(
                    "mau-so", "Số văn bản", value: "12a",
                    refusal: "Số «12a» không phải là số. Hãy nhập như 131.")),
        Sample(
            "Chọn",
            choice(
                "mau-chon", "Đơn vị chủ trì", [("1", "Công an phường"), ("2", Sample.longWords)],
                value: "2")),
        Sample("Nhiều dòng", area("mau-dong", "Khó khăn, vướng mắc", value: Sample.longWords)),
        Sample(
            "Đánh dấu",
            check(
                "mau-dau", "Đã quán triệt đến cán bộ, chiến sĩ", isOn: true,
                hint: "Ghi ngày ở dưới.")
        ),
    ]
}
