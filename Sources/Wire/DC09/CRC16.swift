/// The checksum of a frame: CRC-16/ARC (polynomial 0x8005 reflected, initial value 0), by table.
///
/// The table is generated, as the one printed in an edition of the standard has a typing error.
///
/// - Source: SIA DC-09, 5.4; PROTOCOLS.md 1.3 (check value of `123456789` is BB3D).
enum CRC16 {
    static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt16 {
        let table = CRC16.table
        var crc: UInt16 = 0
        for index in range {
            crc = (crc >> 8) ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[index])]
        }
        return crc
    }

    private static let table: [UInt16] = (0..<256).map { index in
        (0..<8).reduce(UInt16(index)) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1 }
    }
}
