/// A drawing of figures with the figures themselves below it: for those who would rather look.
///
/// Signs and patterns say what colours say, so that it reads in grey, on paper and by everybody.
enum Chart {
    /// A drawing within its frame.
    ///
    /// - Parameters:
    ///   - title: what is drawn, in words.
    ///   - key: what the signs mean.
    ///   - numbers: the same as a table, from which the drawing is made.
    static func figure(_ title: String, _ drawing: HTML, key: HTML?, numbers: HTML) -> HTML {
        let signs: HTML? = key.map { "<ul class=\"chart__key\">\($0)</ul>" }
        return """
            <figure class="chart"><figcaption class="chart__title">\(title)</figcaption>
            <div class="chart__drawing">\(drawing)</div>\(signs)
            <details class="chart__numbers"><summary>Số liệu của hình</summary>\(numbers)</details>
            </figure>
            """
    }

    /// How a part of columns and bars is filled.
    enum Fill: String, Sendable {
        /// Danger, and nothing else.
        case solid
        case hatched
        case dotted
        case plain

        var name: HTML { HTML(stringLiteral: "chart__fill--\(rawValue)") }
    }

    /// One of the parts of which columns and bars consist.
    struct Series: Sendable {
        let title: String
        let fill: Fill

        init(_ title: String, _ fill: Fill) {
            self.title = title
            self.fill = fill
        }
    }

    static func key(_ series: [Series]) -> HTML {
        let items: [HTML] = series.map { part in
            """
            <li><svg class="chart__sign" viewBox="0 0 24 24" aria-hidden="true">\
            <rect class="chart__part \(part.fill.name)" x="1" y="1" width="22" height="22"></rect></svg>\
            \(part.title)</li>
            """
        }
        return "\(items)"
    }

    /// A text at a place of a drawing.
    static func label(
        _ words: String, x: Int, y: Int, at anchor: String = "middle", isStrong: Bool = false
    ) -> HTML {
        let strong: HTML = isStrong ? " chart__label--strong" : ""
        return """
            <text class="chart__label\(strong)" x="\(x)" y="\(y)" text-anchor="\(anchor)">\(words)</text>
            """
    }

    /// The fills of parts; stands once on a page that has columns or bars.
    static let fills: HTML = """
        <svg class="chart__patterns" viewBox="0 0 1 1" aria-hidden="true"><defs>\
        <pattern id="chart-hatch" width="8" height="8" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="chart__ground" width="8" height="8"></rect>\
        <rect class="chart__ink" width="4" height="8"></rect></pattern>\
        <pattern id="chart-dots" width="10" height="10" patternUnits="userSpaceOnUse">\
        <rect class="chart__ground" width="10" height="10"></rect>\
        <circle class="chart__ink" cx="5" cy="5" r="2.5"></circle></pattern></defs></svg>
        """

    static let samples: [Sample] = progressSamples + columnSamples + barSamples
}
