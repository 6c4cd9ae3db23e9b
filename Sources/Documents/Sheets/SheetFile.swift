package import Domain

/// Reads the sheets that offices have: Excel workbooks (.xlsx) and CSV of any habit.
package enum SheetFile {
    /// Bytes of a file; a workbook of 60,000 rows has about six million.
    package static let sizeMax = 25 * 1024 * 1024
    /// Rows with anything in them; the largest register of a ward, its households, has 20,000.
    package static let rowsMax = 60_000
    /// Columns; the widest official list has about sixty.
    package static let columnsMax = 256
    /// Characters of one cell, as in Excel.
    package static let cellLengthMax = 32_767

    /// - Throws: `.invalid` with a sentence that says what the file is and what to do instead;
    ///   `.tooLarge` over the limits.
    package static func read(_ bytes: [UInt8], name: String) throws(Problem) -> Sheet {
        guard !bytes.isEmpty else {
            throw Problem(.invalid, "Tệp «\(name)» trống; hãy chọn lại tệp có danh sách.")
        }
        guard bytes.count <= sizeMax else {
            throw Problem(
                .tooLarge,
                "Tệp «\(name)» lớn hơn \(sizeMax / 1024 / 1024) MB; hãy chia thành vài tệp rồi tải lại."
            )
        }
        do throws(Problem) {
            return try sheet(bytes)
        } catch {
            throw Problem(error.kind, "Tệp «\(name)» \(error.message)")
        }
    }

    private static func sheet(_ bytes: [UInt8]) throws(Problem) -> Sheet {
        let sheet: Sheet
        switch FileKind(of: bytes) {
        case .zip: sheet = try WorkbookReader.read(bytes)
        case .text:
            guard let text = TextReader.decode(bytes) else { throw strange }
            // Old programs call a web page .xls.
            guard !text.prefix(200).lowercased().contains("<html"),
                !text.prefix(200).lowercased().contains("<table")
            else {
                throw Problem(
                    .invalid,
                    "là trang web mang tên bảng tính; hãy mở bằng Excel, lưu dạng .xlsx rồi tải lại."
                )
            }
            sheet = try CSVReader.read(TextReader.clean(text))
        case .pdf, .image:
            throw Problem(
                .invalid,
                "không phải bảng tính; hãy tải danh sách dạng Excel (.xlsx) hoặc CSV.")
        case .refused(let reason):
            let isExcel = reason.contains("Excel")
            throw Problem(
                .invalid,
                isExcel
                    ? "là bảng tính Excel kiểu cũ (.xls); hãy mở bằng Excel, lưu dạng .xlsx rồi tải lại."
                    : reason)
        }
        guard !sheet.rows.isEmpty else {
            throw Problem(.invalid, "không có dòng nào có chữ; hãy chọn lại tệp có danh sách.")
        }
        return sheet
    }

    private static let strange = Problem(
        .invalid,
        """
        không phải bảng tính, hoặc dùng bảng mã không nhận ra; hãy lưu dạng Excel (.xlsx) rồi tải lại.
        """)

    static let tooManyRows = Problem(
        .tooLarge,
        "có hơn \(rowsMax.vietnamese) dòng; hãy chia thành vài tệp rồi tải lại.")
}
