/// Small line drawings of the menu; each stands beside its word and says nothing of its own.
enum Icon: String, Sendable, CaseIterable {
    case work, overview, plans, registers, alarms, library, reports, people, person, more

    var svg: HTML {
        """
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">\
        <path d="\(strokes)"></path></svg>
        """
    }

    private var strokes: String {
        switch self {
        case .work: "M4 6l2 2 3-4M12 6h8M4 13l2 2 3-4M12 13h8M5 19h3M12 19h8"
        case .overview: "M4 20V10M10 20V4M16 20v-7M22 20H2"
        case .plans: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7"
        case .registers: "M4 4h16v16H4zM4 9h16M4 14.500h16M10 9v11"
        case .alarms: "M6 17V11a6 6 0 0 1 12 0v6M3 17h18M10 20.500h4M12 2v3"
        case .library:
            "M4 5h5a3 3 0 0 1 3 3v12a3 3 0 0 0-3-2H4zM20 5h-5a3 3 0 0 0-3 3v12a3 3 0 0 1 3-2h5z"
        case .reports: "M4 4h16v12H8l-4 4zM8 8h8M8 12h5"
        case .people:
            "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.500c2.500.7 4 2.500 4 5.500"
        case .person: "M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.500 3.500-7 8-7s8 2.500 8 7"
        case .more: "M5 12h.01M12 12h.01M19 12h.01"
        }
    }

    static let samples: [Sample] = [
        Sample("Mọi hình", "\(Icon.allCases.map { "\($0.svg) " as HTML })")
    ]
}
