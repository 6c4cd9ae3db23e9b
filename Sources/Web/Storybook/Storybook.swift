/// Every component with its states, for who builds pages and for the tests of accessibility.
enum Storybook {
    struct Story: Sendable {
        let name: String
        /// One sentence: when to use it.
        let purpose: String
        let samples: [Sample]
    }

    static let stories: [Story] = [
        Story(name: "Tag", purpose: "Tình trạng: dấu, chữ và màu.", samples: Tag.samples),
        Story(name: "Facts", purpose: "Vài con số đầu trang.", samples: Facts.samples),
        Story(name: "Panel", purpose: "Một phần của trang.", samples: Panel.samples),
        Story(
            name: "DataTable", purpose: "Bảng; trên điện thoại thành thẻ.",
            samples: DataTable.samples),
        Story(name: "Terms", purpose: "Tên và giá trị.", samples: Terms.samples),
        Story(name: "Note", purpose: "Lời nhắc cạnh điều nó nói tới.", samples: Note.samples),
        Story(name: "Meter", purpose: "Tỷ lệ bằng thanh, cạnh con số.", samples: Meter.samples),
        Story(
            name: "Sparkline", purpose: "Diễn biến của một tỷ lệ, cạnh bảng số.",
            samples: Sparkline.samples),
        Story(
            name: "Chart",
            purpose: "Chỉ tiêu và đường cần đi, cột theo tháng, thanh theo đơn vị; bảng số ở dưới.",
            samples: Chart.samples),
        Story(
            name: "Timeline", purpose: "Việc đã diễn ra, theo thời gian.", samples: Timeline.samples
        ),
        Story(name: "Tabs", purpose: "Các mặt của một thứ.", samples: Tabs.samples),
        Story(name: "FilterBar", purpose: "Thu hẹp danh sách.", samples: FilterBar.samples),
        Story(
            name: "Pagination", purpose: "Qua các trang của danh sách dài.",
            samples: Pagination.samples),
        Story(name: "EmptyState", purpose: "Danh sách trống.", samples: EmptyState.samples),
        Story(
            name: "Confirm", purpose: "Hỏi lại trước việc khó quay lại.", samples: Confirm.samples),
        Story(name: "FileUpload", purpose: "Chọn tệp.", samples: FileUpload.samples),
        Story(name: "Fields", purpose: "Ô nhập của biểu mẫu.", samples: Fields.samples),
        Story(name: "Flash", purpose: "Một câu sau khi làm xong.", samples: Flash.samples),
        Story(
            name: "DocumentPaper", purpose: "Văn bản như trên giấy.",
            samples: DocumentPaper.samples),
        Story(name: "Icon", purpose: "Hình của menu.", samples: Icon.samples),
    ]
}
