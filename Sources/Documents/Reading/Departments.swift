/// The offices inside the police, the army and the Party, by the fields that their names give.
extension UnitWords {
    /// Departments of the police: of a province, and by the same names of the ministry.
    static let police: [WordPhrase] = [
        "xây dựng phong trào bảo vệ an ninh tổ quốc",
        "xây dựng phong trào toàn dân bảo vệ an ninh tổ quốc",
        "công tác đảng và công tác chính trị", "công tác đảng, công tác chính trị",
        "cơ quan cảnh sát điều tra", "cơ quan csđt", "cơ quan an ninh điều tra",
        "cảnh sát điều tra", "cảnh sát điều tra tội phạm", "an ninh điều tra",
        "cảnh sát điều tra tội phạm về ma túy", "cảnh sát điều tra tội phạm về kinh tế",
        "cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu",
        "cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu, môi trường",
        "cảnh sát điều tra tội phạm về trật tự xã hội",
        "cảnh sát phòng, chống tội phạm về môi trường", "cảnh sát môi trường",
        "cảnh sát hình sự", "cảnh sát kinh tế", "cảnh sát cơ động", "cảnh sát giao thông",
        "cảnh sát giao thông đường bộ", "cảnh sát đường thủy", "cảnh sát bảo vệ",
        "cảnh sát trật tự", "cảnh sát quản lý hành chính", "cảnh sát trại giam",
        "cảnh sát quản lý hành chính về trật tự xã hội",
        "cảnh sát thi hành án hình sự và hỗ trợ tư pháp", "thi hành án hình sự và hỗ trợ tư pháp",
        "an ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
        "an ninh mạng và phòng chống tội phạm sử dụng công nghệ cao",
        "an ninh mạng", "an ninh chính trị nội bộ", "an ninh nội địa", "an ninh kinh tế",
        "an ninh đối ngoại", "an ninh xã hội", "quản lý xuất nhập cảnh", "xuất nhập cảnh",
        "hồ sơ", "hồ sơ nghiệp vụ", "kỹ thuật nghiệp vụ", "kỹ thuật hình sự", "tình báo",
        "viễn thông và cơ yếu", "trang bị và kho vận", "hậu cần - kỹ thuật", "hình sự",
    ]

    /// Offices of military commands and of the border guard.
    static let garrison: [WordPhrase] = [
        "chính trị - hậu cần", "hậu cần kỹ thuật", "chính ủy", "tác huấn", "phòng thủ khu vực",
        "quân lực", "trinh sát", "phòng, chống ma túy và tội phạm",
        "phòng chống ma túy và tội phạm",
        "cửa khẩu", "cửa khẩu cảng", "cửa khẩu quốc tế", "kiểm soát cửa khẩu",
    ]
}
