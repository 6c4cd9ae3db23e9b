import Documents
import Domain
import Testing

/// Targets and criteria of a text of the year 2027, as "40% by 2027-03-31", "<= 10%".
private func measures(_ text: String) -> [String] {
    let body = Script(text)
    let deadlines = DeadlineReader.read(body, context: DeadlineContext(.task, year: 2027))
    let (targets, criteria) = TargetReader.read(body, deadlines: deadlines)
    let aims = targets.map { target in
        target.text + (target.per.map { "/" + $0 } ?? "") + (target.by.map { " by " + $0 } ?? "")
    }
    let limits = criteria.map { limit in
        "\(limit.op ?? "") \(limit.value ?? 0) \(limit.unit ?? "")"
    }
    return aims + limits
}

@Suite struct `Reading targets that rise step by step` {
    @Test func `binds each count to the time on its side`() {
        #expect(
            measures(
                "Số hóa: đến hết quý I/2027 đạt 40%, đến hết quý II/2027 đạt 70%, đến hết tháng 11/2027 đạt 90%."
            ) == ["40% by 2027-03-31", "70% by 2027-06-30", "90% by 2027-11-30"])
        #expect(
            measures("Trồng cây đạt 40% trước ngày 30/4/2027 và 70% trước ngày 30/9/2027.")
                == ["40% by 2027-04-30", "70% by 2027-09-30"])
    }

    @Test func `takes bare quarters with a step for those of the plan's year`() {
        #expect(
            measures("Quý I đạt 25%, quý II đạt ít nhất 50%, quý III hoàn thành 100%.")
                == ["25% by 2027-03-31", "ít nhất 50% by 2027-06-30", "100% by 2027-09-30"])
        #expect(
            DeadlineReader.read(
                Script("Quý I các thôn học bơi."), context: DeadlineContext(.task, year: 2027)
            ).isEmpty)
    }

    @Test func `binds a period and a year at the end of the clause`() {
        #expect(
            measures("Mở vườn ươm; giai đoạn 2027 - 2030 cử đi học tối thiểu 40 bác sĩ, 20% là nữ.")
                == ["tối thiểu 40 bác sĩ by 2030-12-31", "20% by 2030-12-31"])
        #expect(
            measures("Bảo đảm trên 60% hộ có bể nước, 90% thôn có chợ đến năm 2030.")
                == ["trên 60% by 2030-12-31", "90% by 2030-12-31"])
    }

    @Test(
        arguments: [
            ("Không để quá 10% số trạm thiếu người.", "<= 10.0 percent"),
            ("Không để vượt 3% hồ sơ trễ hạn.", "<= 3.0 percent"),
            ("Hồ sơ trễ hạn không cao hơn 2%.", "<= 2.0 percent"),
        ])
    func `takes what must not be passed for a limit`(text: String, limit: String) {
        #expect(measures(text) == [limit])
    }
}

@Suite struct `Reading how far stores reach and where things are set up` {
    @Test func `counts the people and days that a store is enough for`() {
        #expect(
            measures("Ký hợp đồng mua gạo đủ cho 800 người trong 06 ngày.")
                == ["800 người", "06 ngày"])
        #expect(measures("Cấp giấy phép trong 06 ngày cho 800 tàu.") == [])
    }

    @Test func `counts the places where something is set up`() {
        #expect(
            measures("Lắp đặt máy lọc nước tại 12 điểm dân cư trước ngày 30/4/2027.")
                == ["12 điểm by 2027-04-30"])
        #expect(measures("Mưa lớn gây ngập tại 12 điểm dân cư.") == [])
    }

    @Test func `takes an area that is to be formed for an aim`() {
        #expect(
            measures("Quy hoạch vùng quế, hình thành ít nhất 300 ha trước ngày 31/12/2028.")
                == ["ít nhất 300 ha by 2028-12-31"])
        #expect(measures("Mở rộng vùng quế thêm 15 ha trong năm 2028.") == ["15 ha by 2028-12-31"])
        #expect(measures("Nhà kho từ 300 ha trở lên có biển báo.").first == ">= 300.0 hectare")
    }

    @Test func `counts those who are called up`() {
        #expect(
            measures("Sẵn sàng cơ động 30 dân quân, 02 xe ô tô khi có lệnh.")
                == ["30 dân quân", "02 xe ô tô"])
        #expect(measures("Tập huấn tại nơi có 30 dân quân.") == [])
    }

    @Test func `calls rounds of checks inspections like other checks`() {
        let body = Script("Kiểm tra bến thuyền đột xuất, mỗi quý tối thiểu 02 lượt.")
        #expect(TargetReader.read(body, deadlines: []).targets.map(\.unit) == ["inspection"])
    }
}
