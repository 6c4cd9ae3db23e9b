import Documents
import Domain
import Testing

/// The targets of the only task of a plan.
private func counted(_ items: String) -> [String] {
    let plan = reading("III. NHIỆM VỤ\n\n\(items)\n\n2. Tổ chức họp dân.")
    return plan.tasks.first?.targets.map { target in
        "\(Int(target.min ?? 0)) \(target.unit ?? "")"
    } ?? []
}

@Suite struct `Reading stores whose goods stand in items below` {
    @Test func `counts what the items name`() {
        #expect(
            counted(
                """
                1. Chuẩn bị vật tư theo phương châm tại chỗ, cụ thể:

                - Vật tư: 4.000 bao tải, 200 m3 đá hộc;

                - Phương tiện: 03 xuồng máy, 05 xe tải;

                - 900 chai nước.
                """) == ["4000 sack", "200 cubic metre", "3 boat", "5 truck", "900 bottle"])
    }

    @Test func `counts nothing where nothing is got ready`() {
        #expect(
            counted(
                """
                1. Rà soát vật tư theo phương châm tại chỗ, cụ thể:

                - Vật tư: 4.000 bao tải, 200 m3 đá hộc;

                - Phương tiện: 03 xuồng máy.
                """
            ).isEmpty)
    }

    @Test func `leaves the words of an item that begins with none of its goods`() {
        #expect(
            counted(
                """
                1. Chuẩn bị vật tư theo phương châm tại chỗ, cụ thể:

                - Vật tư hiện có tại kho của xã là 4.000 bao tải.
                """
            ).isEmpty)
    }
}
