/// People who act on orders, beside the offices that give them.
extension UnitWords {
    /// Whether a noun names people who act on orders, and no agency: "lực lượng dân phòng", "tổ bảo
    /// vệ an ninh, trật tự", "đội xung kích".
    static func isForce(_ noun: String) -> Bool {
        forces.contains { noun == $0 || noun.hasPrefix($0 + " ") }
    }

    private static let forces = [
        "lực lượng", "tổ bảo vệ", "đội dân phòng", "đội xung kích", "tổ dân phòng", "dân quân",
        "tổ liên gia",
    ]
}
