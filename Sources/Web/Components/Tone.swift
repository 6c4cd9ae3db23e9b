/// What a colour says; red is danger and nothing else.
enum Tone: String, Sendable, CaseIterable {
    case plain, info, good, warn, danger

    /// The sign that says the same without colour.
    var sign: String {
        switch self {
        case .plain: "○"
        case .info: "◆"
        case .good: "✓"
        case .warn: "▲"
        case .danger: "●"
        }
    }

    /// ` tag--danger`; empty for the plain one.
    func modifier(_ block: String) -> String { self == .plain ? "" : " \(block)--\(rawValue)" }
}
