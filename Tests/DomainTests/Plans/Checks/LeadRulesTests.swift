import Domain
import Testing

@Suite struct `Who leads` {
    private let work = "rà soát bến lấy nước, sửa bậc lên xuống và cắm biển báo ở các bến ven sông"

    private func task(
        _ text: String, lead: [String], with: [String] = [], cue: String? = "Phối hợp"
    ) -> TaskReading {
        SamplePlan.task(text, lead: lead, with: with, cue: cue)
    }

    @Test func `is asked once for a section in which nobody is named`() {
        let silent = (1...3).map { SamplePlan.task("Việc chung thứ \($0).", lead: []) }
        let found = SamplePlan.found(
            "KH-02", [SamplePlan.reading(silent[0], silent[1], silent[2])])
        #expect(found.count == 1)
        #expect(found.first?.related.count == 2)
        #expect(found.first?.message == "Mục II có 3 việc không nói đơn vị nào làm.")
    }

    @Test func `is asked once at a heading that names two units`() {
        var tasks = ["Tập huấn sơ cứu.", "Phát tờ rơi."].map {
            SamplePlan.task($0, lead: ["Trạm Y tế", "Phòng Văn hóa"])
        }
        for index in tasks.indices { tasks[index].unitHeading = "Trạm Y tế, Phòng Văn hóa" }
        let plan = SamplePlan.reading(tasks[0], tasks[1]) {
            $0.unitHeadings = [
                UnitHeading(
                    sectionPath: "II", label: "a", title: "Trạm Y tế, Phòng Văn hóa", line: 8,
                    units: ["Trạm Y tế", "Phòng Văn hóa"])
            ]
        }
        let found = SamplePlan.found("KH-03", [plan])
        #expect(found.map(\.line) == [8])
        #expect(found.first?.related.count == 2)
    }

    @Test func `is only asked, not refused, behind "phối hợp với" several`() {
        let plan = SamplePlan.reading(task("Phối hợp \(work)", lead: ["Trạm Y tế", "Đội Thuế"]))
        #expect(SamplePlan.found("KH-03", [plan]).map(\.severity) == [.warning])
    }

    @Test func `is nobody when each hands the work on`() {
        let ring = SamplePlan.reading(
            task("Phối hợp \(work)", lead: ["Công an xã"], with: ["Văn phòng"]),
            task("Phối hợp \(work)", lead: [], with: ["Công an xã"]))
        #expect(SamplePlan.found("KH-04", [ring]).map(\.line) == [10])
    }

    @Test func `is settled by a third place that leads`() {
        let settled = SamplePlan.reading(
            task("Phối hợp \(work)", lead: ["Công an xã"], with: ["Văn phòng"]),
            task("Phối hợp \(work)", lead: ["Văn phòng"], with: ["Công an xã"]),
            task("Chủ trì \(work)", lead: ["Công an xã"], cue: "Chủ trì"))
        #expect(SamplePlan.found("KH-04", [settled]).isEmpty)
    }

    @Test func `clashes when a unit leads here and only helps there`() {
        let plan = SamplePlan.reading(
            task("Phối hợp \(work)", lead: ["Công an xã"], with: ["Phòng Kinh tế"]),
            task("Chủ trì \(work)", lead: ["Phòng Kinh tế"], cue: "Chủ trì"))
        #expect(SamplePlan.found("KH-05", [plan]).map(\.severity) == [.warning])
    }

    @Test func `clashes over the follow-up of the plan whatever the other words`() {
        let plan = SamplePlan.reading(
            task(
                "Chủ trì theo dõi, đôn đốc các đơn vị thực hiện Kế hoạch; tham mưu văn bản.",
                lead: ["Văn phòng"], cue: "Chủ trì"),
            task(
                "Giao Công an xã theo dõi, hướng dẫn, đôn đốc việc triển khai Kế hoạch này.",
                lead: ["Công an xã"], cue: "Giao"))
        #expect(SamplePlan.found("KH-05", [plan]).map(\.severity) == [.error])
    }

    @Test func `does not clash over phrases of office`() {
        let phrase = "Thực hiện các nhiệm vụ khác theo yêu cầu của lãnh đạo."
        let plan = SamplePlan.reading(
            task(phrase, lead: ["Văn phòng"], cue: nil), task(phrase, lead: ["Đội Thuế"], cue: nil))
        #expect(SamplePlan.found("KH-05", [plan]).isEmpty)
    }

    @Test func `is no clash between groups, which each do their part`() {
        let plan = SamplePlan.reading(
            task(work, lead: ["Các tổ dân phố"], cue: nil),
            task(work, lead: ["Công an xã"], cue: nil))
        #expect(SamplePlan.found("KH-05", [plan]).isEmpty)
    }
}
