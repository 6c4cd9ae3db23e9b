/// One thing found in a plan that a person has to decide or correct, said as a compiler says it.
package struct PlanDiagnostic: Sendable, Equatable, Codable {
    package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
        case hint, warning, error

        /// As people read it.
        package var label: String {
            switch self {
            case .hint: return "gợi ý"
            case .warning: return "cảnh báo"
            case .error: return "lỗi"
            }
        }

        private var rank: Int {
            switch self {
            case .hint: return 0
            case .warning: return 1
            case .error: return 2
            }
        }

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    }

    /// Another place that belongs to the finding.
    package struct RelatedPlace: Sendable, Equatable, Codable {
        package var file: String
        package var line: Int
        package var task: String?
        /// Quoted words of that place.
        package var sentence: String

        package init(file: String, line: Int, task: String?, sentence: String) {
            self.file = file
            self.line = line
            self.task = task
            self.sentence = sentence
        }
    }

    /// `KH-07`; the key of `DiagnosticKinds`, and of the page that explains it.
    package var code: String
    package var severity: Severity
    package var file: String
    package var line: Int
    /// Where the source has pages; filled by `placed(on:)`.
    package var page: Int?
    package var sectionPath: String?
    package var task: String?
    /// Quoted words of the plan.
    package var sentence: String
    /// What is wrong, with the figures.
    package var message: String
    package var reason: String
    package var remedy: String
    package var related: [RelatedPlace]

    /// The same with the page of its line.
    package func placed(on source: SourceText) -> PlanDiagnostic {
        var copy = self
        copy.page = source.lines.first { $0.number == line }?.page
        return copy
    }
}
