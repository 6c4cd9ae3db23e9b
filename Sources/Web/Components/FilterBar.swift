/// Narrows a list: a form that asks by its address, so that a view can be kept and sent on.
enum FilterBar {
    /// - Parameters:
    ///   - path: address of the list without its questions.
    ///   - isActive: whether anything is asked now; then a way back to the whole list is shown.
    ///   - id: by which controls elsewhere on the page belong to it.
    static func form(
        _ path: String, isActive: Bool, id: String? = nil, _ controls: [HTML]
    ) -> HTML {
        let mark: HTML? = id.map { " id=\"\($0)\"" }
        let reset: HTML? =
            isActive ? "<a class=\"button button--quiet\" href=\"\(path)\">Bỏ lọc</a>" : nil
        return """
            <form class="filter-bar"\(mark) method="get" action="\(path)" role="search">
            \(controls)
            <div class="filter-bar__act"><button class="button" type="submit">Lọc</button>\(reset)</div>
            </form>
            """
    }

    static func search(_ name: String, _ label: String, value: String) -> HTML {
        control(
            name, label,
            """
            <input class="field__control" id="q-\(name)" name="\(name)" type="search" \
            value="\(value)" autocomplete="off">
            """, modifier: " filter-bar__item--wide")
    }

    static func day(_ name: String, _ label: String, value: String) -> HTML {
        control(
            name, label,
            """
            <input class="field__control" id="q-\(name)" name="\(name)" type="date" \
            value="\(value)">
            """)
    }

    /// The first choice is the empty one, «Tất cả».
    static func choice(
        _ name: String, _ label: String, _ options: [(value: String, label: String)],
        value: String, all: String = "Tất cả"
    ) -> HTML {
        let items: [HTML] = ([(value: "", label: all)] + options).map { option in
            let selected: HTML = option.value == value ? " selected" : ""
            return "<option value=\"\(option.value)\"\(selected)>\(option.label)</option>"
        }
        return control(
            name, label,
            "<select class=\"field__control\" id=\"q-\(name)\" name=\"\(name)\">\(items)</select>")
    }

    private static func control(
        _ name: String, _ label: String, _ input: HTML, modifier: String = ""
    ) -> HTML {
        """
        <div class="filter-bar__item\(modifier)">
        <label for="q-\(name)">\(label)</label>\(input)</div>
        """
    }

    static let samples: [Sample] = [
        Sample(
            "Thường",
            form(
                "#", isActive: false,
                [
                    search("mau-tim", "Tìm", value: ""),
                    choice("mau-dv", "Đơn vị", [("1", "Công an phường")], value: ""),
                ])),
        Sample(
            "Đang lọc",
            form(
                "#", isActive: true,
                [
                    search("mau-tim2", "Tìm", value: "trụ nước chữa cháy"),
                    choice("mau-dv2", "Đơn vị", [("1", Sample.longWords)], value: "1"),
                    day("mau-tu", "Từ ngày", value: "2026-11-01"),
                    day("mau-den", "Đến ngày", value: "2026-11-30"),
                ])),
    ]
}
