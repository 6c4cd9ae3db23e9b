import Domain

/// Places of the menu.
enum Place: String, CaseIterable, Sendable {
    case work, overview, plans, registers, alarms, library, reports, people

    var title: String {
        switch self {
        case .work: "Việc của tôi"
        case .overview: "Toàn cảnh"
        case .plans: "Kế hoạch"
        case .registers: "Sổ"
        case .alarms: "Báo cháy"
        case .library: "Văn bản"
        case .reports: "Báo cáo"
        case .people: "Quản trị"
        }
    }

    var path: String {
        switch self {
        case .work: "/work"
        case .overview: "/overview"
        case .plans: "/plans"
        case .registers: "/registers"
        case .alarms: "/desk"
        case .library: "/documents"
        case .reports: "/reports"
        case .people: "/accounts"
        }
    }

    var icon: Icon {
        switch self {
        case .work: .work
        case .overview: .overview
        case .plans: .plans
        case .registers: .registers
        case .alarms: .alarms
        case .library: .library
        case .reports: .reports
        case .people: .people
        }
    }

    func isFor(_ officer: Officer) -> Bool {
        switch self {
        case .work, .plans, .library, .reports: true
        case .overview: officer.may(.readAll)
        case .registers: Registers.all.contains { $0.access.readers.contains(officer.role) }
        case .alarms: officer.may(.attendAlarms)
        case .people: officer.may(.administer)
        }
    }
}

/// The frame of every page.
enum Layout {
    /// Places at the bottom of a phone; the fifth is «Thêm» when there are more.
    private static let phonePlacesMax = 5

    /// A flame, in the page itself: browsers ask for one by themselves otherwise.
    private static let icon = """
        data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
        %3Cpath fill='firebrick' d='M9 1c0 3 4 4 4 9a5 5 0 0 1-10 0c0-2 1-3 2-4 0 2 1 2 2 2 1-2 0-5 2-7z'/%3E\
        %3C/svg%3E
        """

    static func page(_ title: String, at place: Place?, visit: Visit, _ content: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) · Canh Lửa</title>
        <link rel="icon" href="\(icon)">
        <link rel="stylesheet" href="\(visit.site.assets.stylesheet)">
        <script type="module" src="\(visit.site.assets.script("app"))"></script>
        </head>
        <body>
        <a class="skip" href="#content">Đến nội dung</a>
        \(top(at: place, visit.viewer))
        <main id="content" tabindex="-1">
        \(printHead(visit))
        \(DeskBar.beside(visit, at: place))
        \(Flash.shown(in: visit))
        \(content)
        </main>
        <footer class="foot">Có cháy, nổ: <strong>gọi 114 trước tiên.</strong></footer>
        </body>
        </html>
        """
    }

    private static func top(at place: Place?, _ viewer: Viewer?) -> HTML {
        """
        <header class="top">
        <a class="mark" href="/"><span class="mark__flame" aria-hidden="true"></span>Canh Lửa</a>
        \(viewer.map { menu(of: $0, at: place) })
        \(viewer.map { who($0) })
        </header>
        """
    }

    private static func menu(of viewer: Viewer, at current: Place?) -> HTML {
        let places = Place.allCases.filter { $0.isFor(viewer.officer) }
        let phoneCount = places.count > phonePlacesMax ? phonePlacesMax - 1 : places.count
        let links: [HTML] = places.enumerated().map { index, place in
            link(place, isCurrent: place == current, isRest: index >= phoneCount)
        }
        let rest: [HTML] = places.dropFirst(phoneCount).map {
            link($0, isCurrent: $0 == current, isRest: false)
        }
        let more: HTML? =
            rest.isEmpty
            ? nil
            : """
            <details class="places__more"><summary>\(Icon.more.svg)Thêm</summary>\
            <div class="places__sheet">\(rest)</div></details>
            """
        return "<nav class=\"places\" aria-label=\"Chính\">\(links)\(more)</nav>"
    }

    private static func link(_ place: Place, isCurrent: Bool, isRest: Bool) -> HTML {
        let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
        let rest: HTML = isRest ? " class=\"places__rest\"" : ""
        return "<a href=\"\(place.path)\"\(rest)\(current)>\(place.icon.svg)\(place.title)</a>"
    }

    private static func who(_ viewer: Viewer) -> HTML {
        """
        <div class="who">
        <span class="who__unit">\(viewer.unitName ?? viewer.wardName)</span>
        <a href="/account"><span class="who__name">\(viewer.officer.name)</span></a>
        <form method="post" action="/session/end">\(Fields.token(viewer))
        <button class="link" type="submit">Đăng xuất</button></form>
        </div>
        """
    }

    /// What a sheet of paper must say that the screen says elsewhere.
    private static func printHead(_ visit: Visit) -> HTML? {
        visit.viewer.map { viewer in
            """
            <div class="print-head"><span>\(viewer.wardName)\(viewer.unitName.map { " · \($0)" })</span>
            <span>In lúc \(visit.site.now.vietnamese)</span></div>
            """
        }
    }
}
