import Documents
import Domain
import Testing

/// The units of a heading over one bullet.
private func leads(_ heading: String) -> [String] {
    reading("III. NHIỆM VỤ\n\n1. \(heading)\n\n- Rà soát bờ kè.").tasks.first?.leadUnits ?? []
}

private func partners(_ names: String) -> [String] {
    let plan = reading(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã chủ trì, phối hợp với \(names) rà soát bờ kè.\n\n2. Văn phòng."
    )
    return plan.tasks.first?.coordinatingUnits ?? []
}

@Suite struct `Reading those who head villages, squads and contests` {
    @Test(arguments: [
        "Các Trưởng thôn, bản", "Trưởng thôn, bản, tiểu khu", "Trưởng khu phố và ấp",
        "Chi hội trưởng các chi hội phụ nữ", "Chi hội trưởng Chi hội Nông dân thôn",
        "Chủ nhiệm các hợp tác xã chè", "Cụm, Khối thi đua", "Các Cụm, Khối thi đua thuộc xã",
        "Cụm thi đua số 4", "Khối thi đua các cơ quan Đảng", "Đại đội dân quân tự vệ",
        "Trung đội dân quân cơ động", "Tiểu đội dân quân thường trực",
        "Các chủ rừng, hộ nhận khoán",
        "Người có uy tín, già làng, trưởng bản", "Các cơ sở tôn giáo, tín ngưỡng",
        "Khoa Phòng, chống bệnh truyền nhiễm", "Khoa Dược - Vật tư y tế", "Bệnh viện đa khoa tỉnh",
        "Cụm trưởng, Khối trưởng các Cụm, Khối thi đua", "Các Cụm trưởng, Khối trưởng",
        "Các đơn vị trường học, trạm y tế", "Các khoa, phòng, đơn vị",
    ])
    func `takes the whole name`(name: String) {
        #expect(leads(name) == [name])
    }

    @Test(
        arguments: [
            (
                "các Trưởng thôn, bản, Chi hội trưởng Hội Cựu chiến binh và Chủ nhiệm các hợp tác xã",
                [
                    "Các Trưởng thôn, bản", "Chi hội trưởng Hội Cựu chiến binh",
                    "Chủ nhiệm các hợp tác xã",
                ]
            ),
            (
                "các Trưởng thôn, Ban công tác Mặt trận",
                ["Các Trưởng thôn", "Ban công tác Mặt trận"]
            ),
            ("Trưởng thôn, Xóm trưởng", ["Trưởng thôn", "Xóm trưởng"]),
            (
                "Trung tâm Dịch vụ công xã, Nhà văn hóa xã",
                ["Trung tâm Dịch vụ công xã", "Nhà văn hóa xã"]
            ),
            ("Cụm công nghiệp", []),
            (
                "Chủ nhiệm các hợp tác xã, chủ hồ đập",
                ["Chủ nhiệm các hợp tác xã", "Chủ hồ đập"]
            ),
            ("Khoa Dược cung ứng thuốc", ["Khoa Dược"]), ("Khoa học", []),
        ])
    func `parts one from the other`(names: String, units: [String]) {
        #expect(partners(names) == units)
    }

    @Test func `names villages of which each has its level`() {
        #expect(leads("Thôn Đông, thôn Đoài và thôn Hạ") == ["Thôn Đông", "Thôn Đoài", "Thôn Hạ"])
        #expect(leads("Thôn Đông, Đoài và Hạ") == ["Thôn Đông", "Thôn Đoài", "Thôn Hạ"])
    }
}
