import Domain
import Storage

extension RecordGap.Kind {
    /// The plans' word for what is good.
    var title: String {
        switch self {
        case .correct: "Đúng"
        case .complete: "Đủ"
        case .clean: "Sạch"
        case .fresh: "Sống"
        }
    }

    /// Of what is not.
    var lack: String {
        switch self {
        case .correct: "Có chỗ chưa đúng"
        case .complete: "Chưa đủ thông tin"
        case .clean: "Chưa sạch"
        case .fresh: "Cần xác nhận lại"
        }
    }

    /// What the word asks.
    var meaning: String {
        switch self {
        case .correct: "các thông tin không trái nhau"
        case .complete: "có hết thông tin cần có"
        case .clean: "tên, địa chỉ viết chuẩn, không trùng"
        case .fresh: "được xác nhận đúng kỳ"
        }
    }
}

/// The four scores of records, registers and units, as pages show them.
enum QualityWords {
    /// One line: "Đúng 100% · Đủ 85% · Sạch 100% · Sống 50%".
    static func scores(_ score: (RecordGap.Kind) -> Int?) -> HTML {
        let parts: [HTML] = RecordGap.Kind.allCases.enumerated().compactMap { place, kind in
            score(kind).map { value in
                """
                \(place == 0 ? "" : " · ")<span title="\(kind.title): \(kind.meaning)">\
                \(kind.title) <strong>\(value)%</strong></span>
                """
            }
        }
        return "\(parts)"
    }

    static var columns: [DataTable.Column] {
        RecordGap.Kind.allCases.map { .init($0.title, isNumber: true) }
    }

    /// The scores as cells of a row, each leading to the records that lack something of it.
    static func cells(_ counts: RecordCounts, path: (RecordGap.Kind) -> String?) -> [HTML] {
        RecordGap.Kind.allCases.map { kind in
            guard let score = counts.score(kind) else { return "" }
            guard counts[kind] > 0, let path = path(kind) else { return "\(score)%" }
            return "<a href=\"\(path)\">\(score)%</a>"
        }
    }
}
