/// Chooses a file, or several; a whole area to hit with the thumb or to drop on.
enum FileUpload {
    /// - Parameters:
    ///   - accept: what the browser offers, as `.docx,.pdf`; the server looks for itself.
    ///   - hint: kinds and the largest size.
    static func field(
        _ name: String, _ label: String, accept: String, hint: String, refusal: String? = nil,
        isMultiple: Bool = false, isRequired: Bool = false
    ) -> HTML {
        let multiple: HTML = isMultiple ? " multiple" : ""
        let required: HTML = isRequired ? " required" : ""
        let invalid: HTML = refusal == nil ? "" : " aria-invalid=\"true\""
        let refused: HTML = refusal == nil ? "" : " file-upload--refused"
        let line: HTML? = refusal.map {
            "<p class=\"field__refusal\" id=\"f-\(name)-refusal\">\($0)</p>"
        }
        let tied = refusal == nil ? "f-\(name)-hint" : "f-\(name)-hint f-\(name)-refusal"
        return """
            <div class="file-upload\(refused)">
            <label class="file-upload__label" for="f-\(name)">\(label)</label>
            <p class="field__hint" id="f-\(name)-hint">\(hint)</p>\(line)
            <input class="file-upload__input" id="f-\(name)" name="\(name)" type="file" \
            accept="\(accept)"\(multiple)\(required)\(invalid) aria-describedby="\(tied)">
            </div>
            """
    }

    static let samples: [Sample] = [
        Sample(
            "Một tệp",
            field(
                "mau-tep", "Tệp kế hoạch", accept: ".docx,.pdf,.txt",
                hint: "Word (.docx), PDF, ảnh quét hoặc văn bản; lớn nhất 30 MB.")),
        Sample(
            "Bị từ chối",
            field(
                "mau-tep2", "Minh chứng", accept: ".jpg,.pdf", hint: "Chọn được nhiều tệp.",
                refusal: "Tệp «anh.heic» không đọc được. Hãy gửi ảnh JPG hoặc PNG.",
                isMultiple: true)),
    ]
}
