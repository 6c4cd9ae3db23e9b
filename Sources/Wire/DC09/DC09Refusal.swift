/// Why a frame is not accepted, and what its sender is told.
package struct DC09Refusal: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// Not LF, CRC, length and a quote, or no CR at the end.
        case noFrame
        case tooLong(bytes: Int)
        case crc(stated: UInt16, found: UInt16)
        case length(stated: Int, found: Int)
        /// It could be read with these ways of devices, which are switched off.
        case needs(DC09Tolerance)
        /// Identifier, sequence, receiver, line or account are not written as they must be.
        case header
        /// Of nobody that we know; the caller says so.
        case unknownAccount
        case cipherText
        case noKey
        case undecryptable
        case noData
        case unclosedData
        /// Not encrypted, of an account from which nothing else is taken.
        case plain
        /// Of an encrypted message, outside of the window.
        case clock(TimestampWindow)
    }

    package enum Answer: Sendable, Hashable {
        /// A frame that was damaged on its way is repeated by its sender.
        case nothing
        /// The envelope is whole, but nothing can be done with it.
        case duh(DC09Echo)
        /// The sender sets its clock by our time, and repeats.
        case nak(DC09Spelling)
    }

    package let reason: Reason
    package let answer: Answer

    package init(_ reason: Reason, _ answer: Answer) {
        self.reason = reason
        self.answer = answer
    }

    package var message: String {
        switch reason {
        case .noFrame:
            "Bản tin không có dạng khung DC-09; kiểm tra giao thức đã chọn trên thiết bị."
        case .tooLong(let bytes):
            "Bản tin dài \(bytes) byte, quá giới hạn; kiểm tra dữ liệu mở rộng mà thiết bị gửi kèm."
        case .crc(let stated, let found):
            "Mã kiểm tra CRC là \(hex(stated)) nhưng nội dung cho \(hex(found)); "
                + "bản tin hỏng trên đường truyền, thiết bị phải gửi lại."
        case .length(let stated, let found):
            "Bản tin báo dài \(stated) byte nhưng thực dài \(found) byte; "
                + "kiểm tra chất lượng đường truyền và phần mềm của thiết bị."
        case .needs(let tolerance):
            "Bản tin chỉ đọc được khi chấp nhận: \(tolerance.cases.map(\.title).joined(separator: ", ")); "
                + "bật các mục này cho thiết bị nếu đúng là của nhà sản xuất đó."
        case .header:
            "Phần đầu bản tin (loại, số thứ tự, đường dây hoặc tài khoản) sai cú pháp; "
                + "kiểm tra số tài khoản đã đặt trên thiết bị."
        case .unknownAccount:
            "Chưa cấp số tài khoản này cho thiết bị nào, hoặc số đã khóa; "
                + "cấp số cho thiết bị, hoặc sửa số tài khoản đã đặt trên thiết bị."
        case .cipherText:
            "Phần mã hoá không phải chuỗi hex đủ khối 16 byte; kiểm tra phần mềm của thiết bị."
        case .noKey:
            "Bản tin được mã hoá nhưng chưa có khoá cho tài khoản này; nhập khoá của thiết bị."
        case .undecryptable:
            "Không giải mã được bản tin bằng khoá đã nhập; "
                + "kiểm tra khoá, và khoá được nhập là hex hay chữ."
        case .noData: "Bản tin sự kiện không có dữ liệu; kiểm tra cấu hình của thiết bị."
        case .unclosedData:
            "Phần dữ liệu của bản tin không có dấu đóng ]; kiểm tra phần mềm của thiết bị."
        case .plain:
            "Bản tin không mã hoá, mà tài khoản này chỉ nhận bản tin mã hoá; "
                + "bật mã hoá trên thiết bị, hoặc cho phép bản tin không mã hoá."
        case .clock(.ahead(let seconds)):
            "Đồng hồ của thiết bị nhanh \(seconds) giây; thiết bị phải chỉnh giờ theo trả lời NAK."
        case .clock(.behind(let seconds)):
            "Đồng hồ của thiết bị chậm \(seconds) giây; thiết bị phải chỉnh giờ theo trả lời NAK."
        case .clock(.within): "Đồng hồ của thiết bị trong giới hạn."
        }
    }

    private func hex(_ number: UInt16) -> String {
        var bytes: [UInt8] = []
        HexDigits.append(number, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// How a device writes CRC and length.
package struct DC09Spelling: Sendable, Hashable {
    package var isBinary: Bool
    package var countsCarriageReturn: Bool

    package init(isBinary: Bool = false, countsCarriageReturn: Bool = false) {
        self.isBinary = isBinary
        self.countsCarriageReturn = countsCarriageReturn
    }

    package static let standard = DC09Spelling()
}

/// What an answer gives back byte for byte: sequence, receiver, line and account.
package struct DC09Echo: Sendable, Hashable {
    /// `0042R1L0#F17A`
    package let bytes: [UInt8]
    package let spelling: DC09Spelling
}
