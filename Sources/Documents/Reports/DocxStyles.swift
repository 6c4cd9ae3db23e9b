import Domain

/// The paragraph styles of a document's parts, from its layout's sizes.
///
/// Names are what a clerk sees in Word. Headings, title and subtitle are Word's own styles, so that
/// the navigation pane and screen readers find them.
enum DocxStyles {
    static let text = "NoiDung"
    static let headings = ["Heading1", "Heading2", "Heading3"]
    static let state = "QuocHieu"
    static let motto = "TieuNgu"
    static let parent = "CoQuanChuQuan"
    static let issuer = "CoQuanBanHanh"
    static let number = "SoKyHieu"
    static let subject = "TrichYeuCongVan"
    static let placeAndDate = "DiaDanhNgayThang"
    static let kind = "Title"
    static let title = "Subtitle"
    static let basis = "CanCu"
    static let addressee = "KinhGui"
    static let addresseeList = "KinhGuiNhieuNoi"
    static let recipientsTitle = "NoiNhan"
    static let recipients = "NoiNhanChiTiet"
    static let office = "QuyenHanChucVu"
    static let signer = "HoTenNguoiKy"
    static let appendix = "PhuLuc"
    static let appendixReference = "PhuLucKemTheo"
    static let tableHead = "BangTieuDe"
    static let tableCells: [DocumentTable.Alignment: String] = [
        .left: "BangTrai", .centre: "BangGiua", .right: "BangPhai",
    ]
    static let rule = "DuongKe"
    static let divider = "DauNganCach"
    static let gap = "KhoangCach"
    static let tail = "CuoiPhan"
    static let pageNumber = "Header"

    static func all(_ layout: DocumentLayout) -> [WordStyle] {
        let sizes = layout.sizes
        let normal = WordStyle(
            id: "Normal", name: "Normal", basedOn: nil, size: sizes.body, after: 0, line: 240)
        return [normal] + body(layout) + head(sizes) + title(sizes) + foot(sizes) + tables(sizes)
            + helpers(sizes)
    }

    private static func body(_ layout: DocumentLayout) -> [WordStyle] {
        let indent = Twips.millimetres(layout.firstLineIndent)
        let line = Int((layout.lineSpacing * 240).rounded())
        let text = WordStyle(
            id: text, name: "Nội dung", alignment: .both, after: layout.paragraphSpacing,
            line: line, firstLine: indent)
        let headings = headings.enumerated().map { index, id in
            WordStyle(
                id: id, name: "heading \(index + 1)", basedOn: self.text, next: self.text,
                isBold: index < 2, keepsWithNext: true, keepsLines: true, outlineLevel: index)
        }
        let basis = WordStyle(id: basis, name: "Căn cứ", basedOn: self.text, isItalic: true)
        return [text] + headings + [basis]
    }

    private static func head(_ sizes: DocumentLayout.Sizes) -> [WordStyle] {
        [
            WordStyle(
                id: state, name: "Quốc hiệu", size: sizes.state, isBold: true, alignment: .centre),
            WordStyle(
                id: motto, name: "Tiêu ngữ", size: sizes.motto, isBold: true, alignment: .centre),
            WordStyle(
                id: parent, name: "Cơ quan chủ quản", size: sizes.issuer, alignment: .centre),
            WordStyle(
                id: issuer, name: "Cơ quan ban hành", size: sizes.issuer, isBold: true,
                alignment: .centre),
            WordStyle(
                id: number, name: "Số, ký hiệu", size: sizes.number, alignment: .centre,
                before: headRowGap),
            WordStyle(
                id: subject, name: "Trích yếu công văn", size: sizes.letterSubject,
                alignment: .centre, before: 6),
            WordStyle(
                id: placeAndDate, name: "Địa danh, ngày tháng", size: sizes.placeAndDate,
                isItalic: true, alignment: .centre, before: headRowGap),
        ]
    }

    private static func title(_ sizes: DocumentLayout.Sizes) -> [WordStyle] {
        [
            WordStyle(
                id: kind, name: "Title", next: title, size: sizes.kind, isBold: true,
                alignment: .centre, before: titleGap, keepsWithNext: true),
            WordStyle(
                id: title, name: "Subtitle", next: text, size: sizes.title, isBold: true,
                alignment: .centre, keepsWithNext: true, keepsLines: true),
            WordStyle(
                id: addressee, name: "Kính gửi", alignment: .centre, before: titleGap,
                after: titleGap),
            WordStyle(id: addresseeList, name: "Kính gửi nhiều nơi", alignment: .left),
        ]
    }

    private static func foot(_ sizes: DocumentLayout.Sizes) -> [WordStyle] {
        [
            WordStyle(
                id: recipientsTitle, name: "Nơi nhận", size: sizes.recipientsTitle, isBold: true,
                isItalic: true, alignment: .left, keepsWithNext: true),
            WordStyle(
                id: recipients, name: "Nơi nhận chi tiết", size: sizes.recipients,
                alignment: .left),
            WordStyle(
                id: office, name: "Quyền hạn, chức vụ", isBold: true, alignment: .centre,
                keepsWithNext: true),
            WordStyle(
                id: signer, name: "Họ tên người ký", isBold: true, alignment: .centre,
                before: signatureRoom),
            WordStyle(
                id: appendix, name: "Phụ lục", next: appendixReference, size: sizes.appendix,
                isBold: true, alignment: .centre, keepsWithNext: true, keepsLines: true,
                outlineLevel: 0),
            WordStyle(
                id: appendixReference, name: "Phụ lục kèm theo", isItalic: true,
                alignment: .centre, after: titleGap),
        ]
    }

    private static func tables(_ sizes: DocumentLayout.Sizes) -> [WordStyle] {
        let cells: [(String, String, WordStyle.Alignment)] = [
            ("BangTrai", "Bảng, trái", .left), ("BangGiua", "Bảng, giữa", .centre),
            ("BangPhai", "Bảng, phải", .right),
        ]
        let head = WordStyle(
            id: tableHead, name: "Bảng, tiêu đề", size: sizes.table, isBold: true,
            alignment: .centre, before: cellGap, after: cellGap, keepsWithNext: true)
        return [head]
            + cells.map { id, name, alignment in
                WordStyle(
                    id: id, name: name, size: sizes.table, alignment: alignment, before: cellGap,
                    after: cellGap)
            }
    }

    private static func helpers(_ sizes: DocumentLayout.Sizes) -> [WordStyle] {
        [
            WordStyle(
                id: rule, name: "Đường kẻ", size: 1, before: 2, line: 40, isLineExact: true,
                hasRuleAbove: true),
            WordStyle(id: divider, name: "Dấu ngăn cách", alignment: .centre),
            WordStyle(id: gap, name: "Khoảng cách", size: 1, line: 160, isLineExact: true),
            WordStyle(id: tail, name: "Cuối phần", size: 1, line: 20, isLineExact: true),
            WordStyle(
                id: pageNumber, name: "header", size: sizes.pageNumber, alignment: .centre),
        ]
    }

    // Points; the rules leave them open.

    private static let headRowGap = 6.0
    private static let titleGap = 12.0
    private static let cellGap = 2.0
    /// Room for a signature and a seal of 36 mm that overlaps it.
    private static let signatureRoom = 72.0
}
