/// Kinds of equipment of teams, as the lists of kits name them.
///
/// - Source: the lists of Circulars 56/2014 and 150/2020/TT-BCA; the list of Circular 36/2025 could not
///   be read yet.
package enum EquipmentKind: String, FieldChoice {
    case powderExtinguisher = "powder_extinguisher"
    case gasExtinguisher = "gas_extinguisher"
    case torch, axe, crowbar, hammer, cutter, hook, ladder, rope, loudspeaker
    case hydrantKey = "hydrant_key"
    case firstAid = "first_aid"
    case stretcher, helmet, suit, gloves, boots, mask, pump, hose, nozzle, radio, boat, vehicle
    case other
    package var title: String {
        switch self {
        case .powderExtinguisher: "Bình bột chữa cháy"
        case .gasExtinguisher: "Bình khí CO₂ hoặc bình nước"
        case .torch: "Đèn pin"
        case .axe: "Rìu cứu nạn"
        case .crowbar: "Xà beng"
        case .hammer: "Búa tạ"
        case .cutter: "Kìm cộng lực"
        case .hook: "Câu liêm, bồ cào"
        case .ladder: "Thang"
        case .rope: "Dây cứu người"
        case .loudspeaker: "Loa pin"
        case .hydrantKey: "Khóa mở trụ nước"
        case .firstAid: "Túi sơ cứu"
        case .stretcher: "Cáng cứu thương"
        case .helmet: "Mũ chữa cháy"
        case .suit: "Quần áo chữa cháy"
        case .gloves: "Găng tay chữa cháy"
        case .boots: "Ủng chữa cháy"
        case .mask: "Mặt nạ lọc độc"
        case .pump: "Máy bơm chữa cháy"
        case .hose: "Vòi chữa cháy"
        case .nozzle: "Lăng phun"
        case .radio: "Bộ đàm"
        case .boat: "Xuồng, phao cứu sinh"
        case .vehicle: "Xe chữa cháy, xe chở phương tiện"
        case .other: "Loại khác"
        }
    }
}
