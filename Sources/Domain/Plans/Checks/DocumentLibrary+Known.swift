extension DocumentLibrary {
    /// The few documents of the whole country whose dates are known for certain.
    ///
    /// It cannot tell what is missing; a ward's own library can.
    package static let known = DocumentLibrary(
        isComplete: false,
        documents: [
            Entry(
                "55/2024/QH15", "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
                issued: "2024-11-29", inForceFrom: "2025-07-01",
                source: "Luật số 55/2024/QH15, điều khoản thi hành", verified: true),
            Entry(
                "27/2001/QH10", "Luật Phòng cháy và chữa cháy", issued: "2001-06-29",
                inForceFrom: "2001-10-04", repealedFrom: "2025-07-01", replacedBy: "55/2024/QH15",
                source: "Luật số 55/2024/QH15, điều khoản thi hành", verified: true),
            Entry(
                "105/2025/NĐ-CP",
                "Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Phòng cháy, "
                    + "chữa cháy và cứu nạn, cứu hộ",
                issued: "2025-05-15", inForceFrom: "2025-07-01",
                source: "Nghị định số 105/2025/NĐ-CP; sửa đổi bởi 347/2026/NĐ-CP", verified: true),
            Entry(
                "347/2026/NĐ-CP", "Nghị định sửa đổi, bổ sung Nghị định số 105/2025/NĐ-CP",
                issued: "2026-09-08", inForceFrom: "2026-09-15",
                source: "Nghị định số 347/2026/NĐ-CP", verified: true),
            Entry(
                "106/2025/NĐ-CP",
                "Nghị định về xử phạt vi phạm hành chính trong lĩnh vực phòng cháy, chữa cháy và "
                    + "cứu nạn, cứu hộ",
                issued: "2025-05-15", inForceFrom: "2025-07-01",
                source: "Nghị định số 106/2025/NĐ-CP", verified: true),
            Entry(
                "136/2020/NĐ-CP",
                "Nghị định quy định chi tiết Luật Phòng cháy và chữa cháy (cũ)",
                issued: "2020-11-24", inForceFrom: "2021-01-10", repealedFrom: "2025-07-01",
                replacedBy: "105/2025/NĐ-CP",
                source: "Luật mà nghị định này hướng dẫn hết hiệu lực từ 01/7/2025",
                verified: false),
            Entry(
                "36/2025/TT-BCA", "Thông tư hướng dẫn thi hành Luật và Nghị định 105/2025/NĐ-CP",
                issued: "2025-05-15", inForceFrom: "2025-07-01",
                source: "Thông tư số 36/2025/TT-BCA", verified: false),
            Entry(
                "30/2020/NĐ-CP", "Nghị định về công tác văn thư", issued: "2020-03-05",
                inForceFrom: "2020-03-05", source: "Nghị định số 30/2020/NĐ-CP", verified: true),
            Entry(
                "47-CT/TW",
                "Chỉ thị của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với công tác phòng "
                    + "cháy, chữa cháy",
                issued: "2015-06-25", source: "Chỉ thị số 47-CT/TW (Khóa XI), phần mở đầu",
                verified: true),
            Entry(
                "99/2019/QH14",
                "Nghị quyết của Quốc hội về phòng cháy và chữa cháy giai đoạn 2014 - 2018",
                issued: "2019-11-27", source: "Nghị quyết số 99/2019/QH14", verified: false),
        ])
}
