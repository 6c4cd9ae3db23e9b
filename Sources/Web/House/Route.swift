package import Domain
package import HTTPTypes
import Hummingbird

/// One address, who may use it, and what answers.
package struct Route: Sendable {
    package enum Access: Sendable, Equatable {
        case anyone
        case signedIn
        case permission(Permission)
        /// Other programs, by a key of a person (`Authorization: Bearer`).
        case key
        /// A program that was told a secret, with which it signs what it sends.
        case signed
        /// Administrators; everybody where the server was started for development.
        case development

        /// What an officer must be allowed to do; nil when it is enough to be known, or not even that.
        package var permission: Permission? {
            switch self {
            case .anyone, .signedIn, .key, .signed: nil
            case .permission(let permission): permission
            case .development: .administer
            }
        }
    }

    typealias Answer = @Sendable (Visit) async throws -> Response

    package let method: HTTPRequest.Method
    /// `/plans/{plan}`.
    package let path: String
    package let access: Access
    /// Largest body that is read, in bytes.
    package let bodyBytesMax: Int
    let answer: Answer

    /// Forms of text stay far below this.
    static let formBytesMax = 1_000_000
    /// A plan, or evidence: photographs of a phone and scans.
    static let uploadBytesMax = 30_000_000

    static func get(_ path: String, _ access: Access, _ answer: @escaping Answer) -> Route {
        Route(method: .get, path: path, access: access, bodyBytesMax: 0, answer: answer)
    }

    static func post(
        _ path: String, _ access: Access, bodyBytesMax: Int = formBytesMax,
        _ answer: @escaping Answer
    ) -> Route {
        Route(
            method: .post, path: path, access: access, bodyBytesMax: bodyBytesMax, answer: answer)
    }
}
