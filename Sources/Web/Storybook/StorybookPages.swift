import Domain
import Hummingbird

/// The storybook as a page.
enum StorybookPages {
    static let routes: [Route] = [.get("/storybook", .development, show)]

    /// `GET /storybook`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let stories: [HTML] = Storybook.stories.map(story)
        return visit.page(
            "Sổ thành phần", at: nil,
            """
            <h1>Sổ thành phần</h1>
            <p class="lede">\(Storybook.stories.count) thành phần, mỗi thành phần với các trạng thái \
            trống, thường và cực hạn. Sáng hay tối theo máy của người xem.</p>
            \(Chart.fills)
            \(colours)
            \(stories)
            """)
    }

    private static func story(_ story: Storybook.Story) -> HTML {
        let samples: [HTML] = story.samples.map { sample in
            """
            <p class="story__title">\(sample.title)</p>
            <div class="story__sample">\(sample.content)</div>
            """
        }
        return """
            <section class="story" id="\(story.name)"><h2>\(story.name)</h2>
            <p class="muted">\(story.purpose)</p>\(samples)</section>
            """
    }

    private static let colours: HTML = {
        let names = [
            ("ink", "Chữ"), ("muted", "Chữ phụ"), ("brand", "Nút"), ("brand-soft", "Đang làm"),
            ("danger", "Nguy hiểm"), ("warn", "Nguy cơ"), ("good", "Tốt"),
        ]
        let swatches: [HTML] = names.map { name, words in
            "<div class=\"swatch swatch--\(name)\">\(words)</div>"
        }
        return """
            <section class="story"><h2>Màu</h2><div class="swatches">\(swatches)</div></section>
            """
    }()
}
