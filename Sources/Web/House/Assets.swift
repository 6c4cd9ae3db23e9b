import Crypto
import Foundation

/// Style sheets and scripts, kept in memory under addresses that change with their content.
struct Assets: Sendable {
    struct Asset: Sendable {
        let mediaType: String
        let bytes: [UInt8]
    }

    /// Leaflet, which draws maps, and its clusters, from Debian's packages libjs-leaflet and
    /// libjs-leaflet.markercluster.
    struct MapLibrary: Sendable {
        /// Classic scripts, in this order: the clusters know Leaflet by its global name alone.
        let scripts: [String]
        let stylesheet: String

        /// What a page with a map has in front of its own script.
        var head: HTML {
            let scripts: [HTML] = scripts.map { "<script defer src=\"\($0)\"></script>" }
            return "<link rel=\"stylesheet\" href=\"\(stylesheet)\">\(scripts)"
        }
    }

    /// nil where the package is not installed.
    private(set) var mapLibrary: MapLibrary?

    /// `/static/app-0f3a….css`.
    private(set) var stylesheet = ""
    private(set) var byPath: [String: Asset] = [:]
    private var addresses: [String: String] = [:]

    /// In the order of the cascade; one file for each component.
    static let stylesheets = [
        "layers", "tokens", "base", "layout", "button", "field", "panel", "table", "tag",
        "facts", "flash", "icon", "tabs", "pagination", "filter-bar", "timeline", "confirm",
        "empty-state", "file-upload", "reading", "meter", "sparkline", "chart", "sign-in",
        "history",
        "storybook",
        "chain", "work", "paper", "map", "registers", "desk", "card", "fire", "warning", "print",
    ]

    init() throws {
        guard let root = Bundle.module.url(forResource: "Static", withExtension: nil) else {
            preconditionFailure("the bundle has no folder Static")
        }
        let css = try Self.stylesheets.map { name in
            try String(
                contentsOf: root.appending(path: "css/\(name).css"), encoding: .utf8)
        }.joined(separator: "\n")
        stylesheet = add(name: "app", ending: "css", mediaType: "text/css; charset=utf-8", css)
        let scripts = try FileManager.default.contentsOfDirectory(
            at: root.appending(path: "js"), includingPropertiesForKeys: nil)
        for url in scripts where url.pathExtension == "js" {
            let name = url.deletingPathExtension().lastPathComponent
            let text = try String(contentsOf: url, encoding: .utf8)
            addresses[name] = add(
                name: name, ending: "js", mediaType: "text/javascript; charset=utf-8", text)
        }
        addMapLibrary()
    }

    /// Where Debian's packages of scripts lie.
    private static let installed = URL(filePath: "/usr/share/javascript/leaflet")

    private mutating func addMapLibrary() {
        func text(_ name: String) -> String? {
            try? String(contentsOf: Self.installed.appending(path: name), encoding: .utf8)
        }
        guard let script = text("leaflet.min.js"), let style = text("leaflet.css") else { return }
        // Without its package the points of a map stand singly.
        let scripts = [("leaflet", script), ("clusters", text("leaflet.markercluster.min.js"))]
        mapLibrary = MapLibrary(
            scripts: scripts.compactMap { name, script in
                script.map {
                    add(name: name, ending: "js", mediaType: "text/javascript; charset=utf-8", $0)
                }
            },
            stylesheet: add(
                name: "leaflet", ending: "css", mediaType: "text/css; charset=utf-8", style))
    }

    /// The address of a script, by the name of its file.
    func script(_ name: String) -> String {
        guard let address = addresses[name] else { preconditionFailure("no script \(name)") }
        return address
    }

    private mutating func add(
        name: String, ending: String, mediaType: String, _ text: String
    ) -> String {
        let bytes = Array(text.utf8)
        let digest = SHA256.hash(data: bytes).prefix(8)
        let mark = digest.map { String($0, radix: 36) }.joined()
        let path = "/static/\(name)-\(mark).\(ending)"
        byPath[path] = Asset(mediaType: mediaType, bytes: bytes)
        return path
    }
}
