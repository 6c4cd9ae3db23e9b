import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Pages of duplicates` {
    private static let base = "/registers/facilities"

    private static func facility(_ name: String, _ more: [(String, String)] = []) -> [(
        String, String
    )] {
        let own = [
            ("name", name), ("kind", "shop"), ("state", "working"), ("address", "12 phố <Thử>"),
            ("phone", "0912 345 678"),
        ]
        return own.filter { pair in !more.contains { $0.0 == pair.0 } } + more
    }

    @Test func `ask with the reason before a likely duplicate is kept`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            try await browser.post(Self.base, Self.facility("Cửa hàng gas Hoa Mai"))
            let asked = try await browser.post(Self.base, Self.facility("CH gas Hoa Mai"))
            #expect(asked.status == .conflict)
            #expect(asked.text.contains("Cửa hàng gas Hoa Mai</a>"))
            #expect(asked.text.contains("cùng địa chỉ, cùng điện thoại, tên cơ sở gần giống."))
            let kept = try await browser.post(
                Self.base, Self.facility("CH gas Hoa Mai", [("anyway", "1")]))
            #expect(kept.status == .seeOther)
            let page = try await browser.get(kept.location).text
            #expect(page.contains("chắc chắn trùng."))
            #expect(page.contains("So và gộp"))
        }
    }

    @Test func `lead from the list to one record, and back to two`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let first = try await browser.post(Self.base, Self.facility("Cửa hàng gas Hoa Mai"))
            let second = try await browser.post(
                Self.base,
                Self.facility("Hoa Mai", [("anyway", "1"), ("head", "Trần Văn Thử")]))
            let list = try await browser.get("\(Self.base)/duplicates").text
            #expect(list.contains("1 cặp cơ sở trông giống nhau"))
            #expect(try await browser.get(Self.base).text.contains("Có thể trùng <span"))
            let path = try #require(list.firstMatch(of: /href="([^"]+\/merge\/[^"]+)"/))
            let page = try await browser.get(String(path.1)).text
            #expect(page.contains("Mục giữ lại ghi"))
            #expect(page.contains("12 phố &lt;Thử&gt;"))
            let versions = [("kept-version", "1"), ("merged-version", "1")]
            let merged = try await browser.post(
                String(path.1), versions + [("choice-name", "merged")])
            #expect(merged.status == .seeOther)
            let kept = try await browser.get(merged.location).text
            #expect(kept.contains("Đã gộp hai mục thành một."))
            #expect(kept.contains("được gộp vào đây"))
            #expect(kept.contains("Gộp mục trùng"))
            // The fuller of the two was kept; the other's address leads to it.
            let old = [first, second].map { String($0.location.prefix { $0 != "?" }) }
                .filter { !merged.location.hasPrefix($0) }
            let redirected = try await browser.get(try #require(old.first))
            #expect(redirected.status == .seeOther)
            #expect(
                redirected.location.prefix { $0 != "?" } == merged.location.prefix { $0 != "?" })
            let undo = try #require(kept.firstMatch(of: /href="([^"]+\/undo)"/))
            #expect(try await browser.get(String(undo.1)).text.contains("Tách lại hai mục đã gộp?"))
            let undone = try await browser.post(String(undo.1), [])
            #expect(undone.status == .seeOther)
            #expect(
                try await browser.get("\(Self.base)/duplicates").text.contains("1 cặp cơ sở"))
        }
    }

    @Test func `remember that two are not one`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            try await browser.post(Self.base, Self.facility("Cửa hàng gas Hoa Mai"))
            try await browser.post(Self.base, Self.facility("Hoa Mai", [("anyway", "1")]))
            let list = try await browser.get("\(Self.base)/duplicates").text
            let one = try #require(list.firstMatch(of: /name="one" value="([^"]+)"/)).1
            let other = try #require(list.firstMatch(of: /name="other" value="([^"]+)"/)).1
            let parted = try await browser.post(
                "\(Self.base)/duplicates/parted",
                [("one", String(one)), ("other", String(other))])
            #expect(parted.status == .seeOther)
            let after = try await browser.get("\(Self.base)/duplicates").text
            #expect(after.contains("Không có hai cơ sở nào trông giống nhau"))
            try await browser.signIn("facility_head")
            #expect(try await browser.get("\(Self.base)/duplicates").status == .notFound)
        }
    }

    @Test func `ask about rows of a sheet that look like records`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            try await browser.post(Self.base, Self.facility("Cửa hàng gas Hoa Mai"))
            let csv = """
                Tên cơ sở;Loại hình;Địa chỉ;Điện thoại;Tình trạng
                CH gas Hoa Mai;Cửa hàng;12 phố <Thử>;0912345678;Đang hoạt động
                Nhà nghỉ Bình Minh;Khách sạn, nhà nghỉ;88 phố Xa;0988888888;Đang hoạt động
                """
            let path = try await browser.upload(
                "\(Self.base)/imports", Array(csv.utf8), name: "ds.csv"
            ).location
            let trial = try await browser.get(path).text
            #expect(trial.contains("Có thể trùng"))
            #expect(trial.contains("Cùng địa chỉ, cùng điện thoại, tên cơ sở gần giống."))
            #expect(trial.contains("Nhập 1 mục"))
            // Taken for the record, it changes that one; taken for another, it is added.
            #expect(
                try await browser.post("\(path)/answers", [("answer-2", "same")]).status
                    == .seeOther)
            let same = try await browser.get(path).text
            #expect(same.contains("name=\"added\" value=\"1\""))
            #expect(same.contains("name=\"changed\" value=\"1\""))
            try await browser.post("\(path)/answers", [("answer-2", "other")])
            #expect(
                try await browser.get(path).text.contains("name=\"added\" value=\"2\""))
            try await browser.post("\(path)/answers", [("answer-2", "")])
            let form = [("added", "1"), ("changed", "0")]
            #expect(try await browser.post("\(path)/rows", form).status == .seeOther)
            let result = try await browser.get(path).text
            #expect(result.contains("Có thể là «Cửa hàng gas Hoa Mai"))
            #expect(result.contains("chưa ai trả lời nên chưa nhập"))
        }
    }

    @Test func `propose how an address is written, and write it so`() async throws {
        let site = try await TestSite.open()
        let change = UnitChange(
            oldCode: "00002", oldName: "Phường Cũ", newCode: TestWard.code, newName: "Phường Thử",
            province: "Tỉnh Thử", isWhole: true, effective: Day(number: 20_270), source: "thử")
        try await site.database.write { try $0.loadUnitChanges([change], ward: TestWard.code) }
        try await site.visit { browser async throws in
            try await browser.signIn("office")
            let kept = try await browser.post(
                Self.base,
                Self.facility("Hoa Mai", [("address", "sn 5 ngõ 12 phố Một, P. Cũ, Q. Ba")]))
            let page = try await browser.get(kept.location).text
            #expect(page.contains("Số 5, ngõ 12, phố Một, phường Thử, tỉnh Thử."))
            #expect(page.contains("phường Cũ (cũ) thuộc Phường Thử, Tỉnh Thử."))
            let path = String(kept.location.prefix { $0 != "?" })
            let taken = try await browser.post("\(path)/address", [("version", "1")])
            #expect(taken.status == .seeOther)
            let after = try await browser.get(path).text
            #expect(after.contains("Số 5, ngõ 12, phố Một, phường Thử, tỉnh Thử"))
            #expect(!after.contains("Địa chỉ nên ghi"))
        }
    }
}
