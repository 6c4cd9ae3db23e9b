import Domain
import Foundation

/// A flat JSON object as the texts that a form would send, so that a program's words are judged as
/// a person's are.
enum JSONFields {
    /// - Throws: `.invalid` for what is no object of plain values.
    static func read(_ body: [UInt8]) throws(Problem) -> [String: String] {
        do {
            let values = try JSONDecoder().decode([String: Scalar].self, from: Data(body))
            return values.mapValues(\.text)
        } catch {
            throw Problem(
                .invalid,
                "Nội dung gửi lên không phải một đối tượng JSON gồm các giá trị đơn (chữ, số, true, false, null)."
            )
        }
    }

    private enum Scalar: Decodable {
        case none
        case flag(Bool)
        case number(Double)
        case words(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .none
            } else if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .words(try container.decode(String.self))
            }
        }

        /// With a comma, as a point parts thousands where people write.
        var text: String {
            switch self {
            case .none: ""
            case .flag(let flag): flag ? "1" : "0"
            case .number(let number): Cell.real(number).plain
            case .words(let words): words
            }
        }
    }
}
