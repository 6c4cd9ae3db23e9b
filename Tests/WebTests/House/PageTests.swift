import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

/// What WCAG 2.2 AA asks of every page and a machine can see.
@Suite struct `Every page` {
    /// The pages of one role that need no record, and the storybook with every component.
    private static let pages = Routes.all.filter {
        $0.method == .get && !$0.path.contains("{") && $0.path != "/"
    }.map(\.path)

    @Test func `has its language, title, landmarks and one heading`() async throws {
        try await eachPage { path, page in
            #expect(page.contains("<html lang=\"vi\">"), "\(path)")
            #expect(page.firstMatch(of: #/<title>[^<]+ · Canh Lửa<\/title>/#) != nil, "\(path)")
            #expect(page.matches(of: #/<h1[ >]/#).count == 1, "\(path)")
            #expect(page.matches(of: #/<main /#).count == 1, "\(path)")
            #expect(page.contains("href=\"#content\""), "\(path)")
            #expect(page.contains("<nav class=\"places\" aria-label="), "\(path)")
        }
    }

    @Test func `labels every control`() async throws {
        try await eachPage { path, page in
            for control in page.matches(of: #/<(?:input|select|textarea)\b[^>]*>/#) {
                let text = String(control.output)
                if text.contains("type=\"hidden\"") || text.contains("aria-label=") { continue }
                let before = page[..<control.range.lowerBound]
                let opened = before.matches(of: #/<label\b/#).count
                let closed = before.matches(of: #/<\/label>/#).count
                if opened > closed { continue }
                let id = text.firstMatch(of: #/ id="([^"]+)"/#).map { String($0.1) } ?? "(no id)"
                #expect(page.contains("for=\"\(id)\""), "\(path): \(text)")
            }
        }
    }

    @Test func `uses each identifier once and none that is not there`() async throws {
        try await eachPage { path, page in
            let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(path)")
            for list in page.matches(of: #/ aria-describedby="([^"]+)"/#) {
                for id in list.1.split(separator: " ") {
                    #expect(ids.contains(String(id)), "\(path): \(id)")
                }
            }
        }
    }

    @Test func `holds no style or script that its policy forbids`() async throws {
        try await eachPage { path, page in
            #expect(page.firstMatch(of: #/\sstyle="/#) == nil, "\(path)")
            #expect(page.firstMatch(of: #/\son[a-z]+="/#) == nil, "\(path)")
            #expect(
                page.firstMatch(of: #/<script(?! (?:type="module"|defer) src="\/static\/)/#) == nil,
                "\(path)"
            )
            #expect(page.firstMatch(of: #/(?:href|src)="(?:https?:)?\/\//#) == nil, "\(path)")
        }
    }

    @Test func `gives its form the session's token`() async throws {
        try await eachPage { path, page in
            let forms = page.matches(of: #/<form[^>]*method="post"[^>]*action="\/[^>]*>/#)
            for form in forms where !form.output.contains("action=\"/session\"") {
                let end = page[form.range.upperBound...].firstRange(of: "</form>")?.lowerBound
                let body = page[form.range.upperBound..<(end ?? page.endIndex)]
                #expect(body.contains("name=\"_token\""), "\(path): \(form.output)")
            }
        }
    }

    private func eachPage(_ check: @escaping @Sendable (String, String) -> Void) async throws {
        let site = try await TestSite.open(isDevelopment: true)
        try await site.visit { browser async throws in
            for role in [Role.administrator, .office] {
                let browser = browser.another()
                try await browser.signIn(role.rawValue)
                for path in Self.pages {
                    let answer = try await browser.get(path)
                    let isPage = answer.headers[.contentType]?.hasPrefix("text/html") == true
                    if answer.status == .ok && isPage && path != "/session" {
                        check(path, answer.text)
                    }
                }
            }
        }
    }
}
