/// Places of work that plans name by what they are for: "cơ sở tiêm chủng", "điểm thu gom".
extension UnitWords {
    static let establishments: [[WordCode]] = houses.flatMap { house in
        purposes.map { house.codes + $0.codes }
    }

    /// Fields of the departments of hospitals and centres of health.
    static let medicine: [WordPhrase] = [
        "đa khoa", "đa khoa khu vực", "chuyên khoa", "y học cổ truyền", "phụ sản", "tâm thần",
        "phòng, chống bệnh truyền nhiễm", "phòng chống bệnh truyền nhiễm",
        "phòng, chống bệnh không lây nhiễm", "phòng, chống hiv/aids", "phòng, chống sốt rét",
        "truyền thông, giáo dục sức khỏe", "truyền thông giáo dục sức khỏe", "dược", "vật tư y tế",
        "kiểm soát nhiễm khuẩn", "sức khỏe sinh sản", "dinh dưỡng", "khám bệnh",
        "hồi sức cấp cứu", "xét nghiệm", "chẩn đoán hình ảnh", "sức khỏe môi trường",
        "y tế trường học", "bệnh nghề nghiệp", "y tế công cộng", "an toàn thực phẩm",
        "vệ sinh dịch tễ", "kế hoạch nghiệp vụ", "nghiệp vụ", "điều dưỡng",
    ]

    private static let houses: [WordPhrase] = ["cơ sở", "điểm"]

    private static let purposes: [WordPhrase] = [
        "tiêm chủng", "khám bệnh", "khám chữa bệnh", "khám, chữa bệnh", "khám bệnh, chữa bệnh",
        "y tế tư nhân", "dược", "điều trị", "cách ly", "nuôi dưỡng", "mầm non", "mầm non tư thục",
        "mầm non độc lập", "mầm non độc lập tư thục", "giáo dục mầm non", "lưu trú", "thờ tự",
        "tôn giáo", "tín ngưỡng", "tín ngưỡng, tôn giáo", "tôn giáo, tín ngưỡng", "bảo trợ xã hội",
        "trợ giúp xã hội", "cai nghiện", "dạy nghề", "đào tạo", "thu mua phế liệu", "thực phẩm",
        "ăn uống", "dịch vụ", "dịch vụ ăn uống", "dịch vụ lưu trú", "thu gom", "thu gom rác thải",
        "bưu chính", "sơ tán",
    ]
}
