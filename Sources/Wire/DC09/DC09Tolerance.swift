/// The ways in which fielded devices leave the standard, each of which can be switched on or off.
///
/// A decoder reports which of them a frame needed, so that they can be pinned for the device:
/// what a device never needed before is then a fault and not a habit.
///
/// - Source: PROTOCOLS.md 1.10 and the captures of section 2.
package struct DC09Tolerance: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    // The envelope.

    /// Lower-case hexadecimal digits in CRC, length, receiver, line, account or cipher: Jablotron,
    /// TEKNIM, several others.
    package static let lowerCaseHex = DC09Tolerance(rawValue: 1 << 0)
    /// The CRC as two bytes, high byte first: Trikdis, OPAX, Lupus/Climax, Egardia/Woonveilig.
    package static let binaryCRC = DC09Tolerance(rawValue: 1 << 1)
    /// The CR counted in CRC and length: ELDES.
    package static let carriageReturnCounted = DC09Tolerance(rawValue: 1 << 2)
    /// NUL, CR or LF between frames: several makers.
    package static let fill = DC09Tolerance(rawValue: 1 << 3)
    /// A body beyond 4,095 bytes, whose length spills into the first digit: none seen, costs nothing.
    package static let longBody = DC09Tolerance(rawValue: 1 << 4)
    /// A length field that does not say where the CR is, under a CRC that fits: rewritten frames of
    /// test suites. Not in `fielded`, as it takes away half of the protection.
    package static let wrongLength = DC09Tolerance(rawValue: 1 << 5)

    // The header.

    /// `L` without a number: several makers.
    package static let emptyLine = DC09Tolerance(rawValue: 1 << 6)
    /// No `L` at all.
    package static let missingLine = DC09Tolerance(rawValue: 1 << 7)
    /// No account in the header, only in the data: Aritech and others.
    package static let missingAccount = DC09Tolerance(rawValue: 1 << 8)
    /// An account that is not 3 to 16 hexadecimal digits, taken as an opaque name of 1 to 16 bytes.
    package static let freeAccount = DC09Tolerance(rawValue: 1 << 9)
    /// A sequence counted in hexadecimal: one open-source client.
    package static let hexSequence = DC09Tolerance(rawValue: 1 << 10)

    // The content.

    /// Data that begin without an account, as `[|Nri1/FA1]` or `[Nri1/FA1]`: Trikdis and others.
    package static let dataWithoutAccount = DC09Tolerance(rawValue: 1 << 11)
    /// The account of the data without its `#`: OPAX, PROSEC.
    package static let dataAccountWithoutHash = DC09Tolerance(rawValue: 1 << 12)
    /// A clear text whose padding is not ended by `|`, in NULL, ACK and others without data.
    package static let missingPadEnd = DC09Tolerance(rawValue: 1 << 13)
    /// A clear text of data that begins without padding.
    package static let missingPad = DC09Tolerance(rawValue: 1 << 14)
    /// A timestamp that cannot be read, on a plain message: it is kept without one.
    package static let brokenTimestamp = DC09Tolerance(rawValue: 1 << 15)
    /// Extended data with stray bytes, brackets within or no end: the rest of the message is kept.
    package static let looseExtendedData = DC09Tolerance(rawValue: 1 << 16)
    /// An identifier token that the standard does not have, or whose data we have no grammar for:
    /// Heng-Bo and others.
    package static let vendorToken = DC09Tolerance(rawValue: 1 << 17)

    // The event codes.

    /// Contact ID with blanks missing or doubled.
    package static let looseContactID = DC09Tolerance(rawValue: 1 << 18)
    /// Contact ID as on a telephone line, `18QEEEGGZZZS`: TEKNIM.
    package static let toneContactID = DC09Tolerance(rawValue: 1 << 19)
    /// A zone of more than three digits in Contact ID: large fire panels.
    package static let longZone = DC09Tolerance(rawValue: 1 << 20)
    /// DC-03 blocks glued without `/`, or with text in vendors' ways: SATEL, Dahua, Jablotron.
    package static let looseBlocks = DC09Tolerance(rawValue: 1 << 21)
    /// Data of an event in which nothing can be recognised: one signal of unknown kind.
    package static let unreadableData = DC09Tolerance(rawValue: 1 << 22)
    /// A clear text whose padding holds `]`: none seen, but a sender that excludes only `|` would.
    package static let bracketInPad = DC09Tolerance(rawValue: 1 << 23)

    /// An encrypted message out of its time whose very bytes came before: a device whose clock and
    /// padding stand still. Not in `fielded`, as who listens on the line could send it again.
    package static let repeatedCipher = DC09Tolerance(rawValue: 1 << 24)

    /// Nothing but what the standard says.
    package static let strict: DC09Tolerance = []
    package static let all = DC09Tolerance(rawValue: (1 << 25) - 1)
    /// What is accepted of a device that nobody has said anything about.
    package static let fielded = all.subtracting([.wrongLength, .repeatedCipher])

    /// One of them, with its name for a setting or a log line, and in Vietnamese for people.
    package struct Case: Sendable {
        package let tolerance: DC09Tolerance
        package let name: String
        package let title: String

        init(_ tolerance: DC09Tolerance, _ name: String, _ title: String) {
            self.tolerance = tolerance
            self.name = name
            self.title = title
        }
    }

    package static let cases: [Case] = [
        Case(.lowerCaseHex, "lowerCaseHex", "chữ số hex viết thường"),
        Case(.binaryCRC, "binaryCRC", "CRC hai byte nhị phân"),
        Case(.carriageReturnCounted, "carriageReturnCounted", "tính cả ký tự CR vào CRC và độ dài"),
        Case(.fill, "fill", "byte đệm giữa các bản tin"),
        Case(.longBody, "longBody", "bản tin dài quá 4095 byte"),
        Case(.wrongLength, "wrongLength", "độ dài báo sai"),
        Case(.emptyLine, "emptyLine", "số đường dây để trống"),
        Case(.missingLine, "missingLine", "không có số đường dây"),
        Case(.missingAccount, "missingAccount", "không có tài khoản ở phần đầu"),
        Case(.freeAccount, "freeAccount", "tài khoản không phải 3 đến 16 chữ số hex"),
        Case(.hexSequence, "hexSequence", "số thứ tự đếm theo hex"),
        Case(.dataWithoutAccount, "dataWithoutAccount", "dữ liệu không có tài khoản"),
        Case(
            .dataAccountWithoutHash, "dataAccountWithoutHash", "tài khoản trong dữ liệu thiếu dấu #"
        ),
        Case(.missingPadEnd, "missingPadEnd", "phần đệm mã hoá thiếu dấu |"),
        Case(.missingPad, "missingPad", "không có phần đệm mã hoá"),
        Case(.bracketInPad, "bracketInPad", "dấu ngoặc trong phần đệm mã hoá"),
        Case(.repeatedCipher, "repeatedCipher", "bản tin mã hoá cũ được gửi lại nguyên văn"),
        Case(.brokenTimestamp, "brokenTimestamp", "thời gian sai cú pháp"),
        Case(.looseExtendedData, "looseExtendedData", "dữ liệu mở rộng sai cú pháp"),
        Case(.vendorToken, "vendorToken", "loại bản tin riêng của nhà sản xuất"),
        Case(.looseContactID, "looseContactID", "khoảng trắng trong Contact ID"),
        Case(.toneContactID, "toneContactID", "Contact ID dạng quay số"),
        Case(.longZone, "longZone", "số vùng dài hơn ba chữ số"),
        Case(.looseBlocks, "looseBlocks", "khối SIA viết dính hoặc kèm chữ"),
        Case(.unreadableData, "unreadableData", "dữ liệu sự kiện không đọc được"),
    ]

    /// Those that are in it.
    package var cases: [Case] { DC09Tolerance.cases.filter { contains($0.tolerance) } }
    package var names: [String] { cases.map(\.name) }
}
