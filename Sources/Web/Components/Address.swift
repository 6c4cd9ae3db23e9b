import Foundation

/// Addresses with questions behind them.
enum Address {
    /// `/journal?verb=plan.confirm&day=2026-11-21`; what is empty or nil is left out.
    static func with(_ path: String, _ questions: [(String, String?)]) -> String {
        let pairs = questions.compactMap { name, value -> String? in
            guard let value, !value.isEmpty else { return nil }
            return "\(name)=\(encoded(value))"
        }
        return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }

    /// - Source: RFC 3986, section 2.3: the characters that are never encoded.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
