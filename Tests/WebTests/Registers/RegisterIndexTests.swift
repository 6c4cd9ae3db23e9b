import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite struct `The page of registers` {
    @Test func `groups them by what they are about, and finds one by a few letters`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let all = try await browser.get("/registers").text
            for area in RegisterArea.allCases {
                #expect(all.contains("<a href=\"#\(area.rawValue)\">\(area.title)</a>"))
                #expect(all.contains("id=\"\(area.rawValue)\""))
            }
            for register in Registers.all where register.access.readers.contains(.office) {
                #expect(
                    all.contains("<a href=\"/registers/\(register.name)\">"), "\(register.name)")
            }
            let found = try await browser.get("/registers?q=to+LIEN+gia").text
            #expect(found.contains("<a href=\"/registers/mutual_aid_groups\">"))
            #expect(!found.contains("<a href=\"/registers/facilities\">"))
            let none = try await browser.get("/registers?q=tau+vu+tru").text
            #expect(none.contains("Không có sổ nào tên như vậy."))
        }
    }

    @Test func `leads each role to what it reads, and to nothing else`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for role in [Role.groupHead, .supervisor] {
                try await browser.signIn(role.rawValue)
                let page = try await browser.get("/registers").text
                for register in Registers.all {
                    let isThere = page.contains("<a href=\"/registers/\(register.name)\">")
                    #expect(
                        isThere == register.access.readers.contains(role),
                        "\(register.name), \(role)")
                }
            }
        }
    }

    @Test func `hides private fields from who supervises, and does not ask them for these`()
        async throws
    {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let kept = try await browser.post(
                "/registers/houses",
                [
                    ("address", "12 phố Thử"), ("kind", "ordinary"), ("head", "Bà Riêng Tư"),
                    ("group_unit", site.ward.groups[0]),
                ])
            let own = try await browser.get(kept.location).text
            #expect(own.contains("Bà Riêng Tư") && own.contains("điện thoại"))
            try await browser.signIn("supervisor")
            let seen = try await browser.get(kept.location).text
            #expect(seen.contains("12 phố Thử") && seen.contains("số tầng"))
            for words in ["Bà Riêng Tư", "Chủ hộ", "chủ hộ"] {
                #expect(!seen.contains(words), "\(words)")
            }
            let sheet = try await browser.get("/registers/houses/export/csv").text
            #expect(!sheet.contains("Bà Riêng Tư"))
        }
    }
}
