import Domain

/// Places of the menu.
enum Place: String, CaseIterable, Sendable {
    case work, overview, plans, library, reports, people

    var title: String {
        switch self {
        case .work: "Việc của tôi"
        case .overview: "Toàn cảnh"
        case .plans: "Kế hoạch"
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
        case .library: "/documents"
        case .reports: "/reports"
        case .people: "/accounts"
        }
    }

    func isFor(_ officer: Officer) -> Bool {
        switch self {
        case .work, .plans, .library, .reports: true
        case .overview: officer.may(.readAll)
        case .people: officer.may(.administer)
        }
    }
}

/// The frame of every page.
enum Layout {
    static func page(_ title: String, at place: Place?, visit: Visit, _ content: HTML) -> HTML {
        let viewer = visit.viewer
        let places = viewer.map { viewer in Place.allCases.filter { $0.isFor(viewer.officer) } }
        let links: [HTML] = (places ?? []).map { link($0, isCurrent: $0 == place) }
        return """
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title) · Canh Lửa</title>
            <link rel="stylesheet" href="\(visit.site.assets.stylesheet)">
            <script type="module" src="\(visit.site.assets.script("app"))"></script>
            </head>
            <body>
            <a class="skip" href="#content">Đến nội dung</a>
            <header class="top">
            <a class="mark" href="/"><span class="mark__flame" aria-hidden="true"></span>Canh Lửa</a>
            <nav class="places" aria-label="Chính">\(links)</nav>
            \(viewer.map { who($0) })
            </header>
            <main id="content" tabindex="-1">
            \(Flash.shown(in: visit))
            \(content)
            </main>
            </body>
            </html>
            """
    }

    private static func link(_ place: Place, isCurrent: Bool) -> HTML {
        let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
        return "<a href=\"\(place.path)\"\(current)>\(place.title)</a>"
    }

    private static func who(_ viewer: Viewer) -> HTML {
        """
        <div class="who">
        <span class="who__unit">\(viewer.unitName ?? viewer.wardName)</span>
        <a href="/account">\(viewer.officer.name)</a>
        <form method="post" action="/session/end">\(Fields.token(viewer))
        <button class="link" type="submit">Đăng xuất</button></form>
        </div>
        """
    }
}
