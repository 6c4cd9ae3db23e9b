import Domain
import Foundation
import Testing

@Suite struct `An old address` {
    private static let csv = """
        new_province_code,new_province,new_ward_code,new_ward,old_ward_code,old_ward,part
        01,Thành phố Thử,00008,Phường Mới,00007,Phường Cống,partial
        01,Thành phố Thử,00009,Phường Khác,00007,Phường Cống,partial
        01,Thành phố Thử,00008,Phường Mới,00006,Phường Liễu,full
        01,Thành phố Thử,00008,Phường Mới,00008,Phường Mới,partial
        02,Tỉnh Xa,00100,Xã Xa,00101,Phường Liễu,full
        """

    private static func advice(_ text: String, home: String = "00001") throws -> AddressAdvice? {
        let changes = try UnitChangeList.read(
            csv, effective: Day(number: 20_270), source: "thử")
        return try AddressAdvice.make(
            for: text, changes: changes, current: ["Thành phố Thử"],
            home: (home, "thành phố Thử"))
    }

    private static func adviceOfOld(_ text: String, home: String = "00001") throws
        -> AddressAdvice?
    {
        let changes = try UnitChangeList.read(
            csv, effective: Day(number: 20_270), source: "thử")
        return try AddressAdvice.make(
            for: text, changes: changes, current: [], home: (home, "thành phố Thử"))
    }

    @Test func `of a province that is no more is led to this ward, if it was here`() throws {
        let changes = try UnitChangeList.read(
            Self.csv, effective: Day(number: 20_270), source: "thử")
        func advice(_ text: String, home: String) -> String? {
            AddressAdvice.make(
                for: text, changes: changes, current: [],
                provinces: { ["Thành phố Thử", "Tỉnh Xa"] }, home: (home, "thành phố Thử"))?.text
        }
        let old = "12 phố Một, P. Liễu, TX. Ba, tỉnh Cũ"
        #expect(advice(old, home: "00008")?.hasSuffix("phường Mới, thành phố Thử") == true)
        #expect(advice(old, home: "00009")?.contains("Mới") != true)
        // A province that there is: the ward is meant to be there, and the list does not know it.
        let there = "12 phố Một, P. Cống, tỉnh Xa"
        #expect(advice(there, home: "00008")?.contains("Mới") != true)
    }

    @Test func `is led to the one new unit, without its district`() throws {
        let advice = try Self.adviceOfOld("12 Phố Một, P. Liễu, Q. Ba")
        #expect(
            advice?.text
                == "Số 12 Phố Một, phường Mới, thành phố Thử".replacing("12 Phố", with: "12, phố"))
        #expect(
            advice?.reasons.first?.hasSuffix("phường Liễu (cũ) thuộc Phường Mới, Thành phố Thử.")
                == true)
    }

    @Test func `of a ward that was divided is led to the own ward, or asked about`() throws {
        let own = try Self.adviceOfOld("12 phố Một, phường Cống", home: "00009")
        #expect(own?.text == "Số 12, phố Một, phường Khác, thành phố Thử")
        let open = try Self.adviceOfOld("12 phố Một, phường Cống")
        #expect(open?.text == "Số 12, phố Một, phường Cống")
        #expect(open?.reasons.first?.contains("được chia về Phường Khác, Phường Mới.") == true)
    }

    @Test func `with a name of today is old only beside a district`() throws {
        #expect(try Self.advice("Số 12, phố Một, phường Mới") == nil)
        #expect(try Self.advice("Số 12, phố Một, phường Mới, quận Ba") != nil)
    }

    @Test func `of another province is not taken for ours`() throws {
        let advice = try Self.adviceOfOld("Số 1, phố Một, phường Liễu, tỉnh Xa")
        #expect(advice?.text == "Số 1, phố Một, xã Xa, tỉnh Xa")
        #expect(try Self.adviceOfOld("Số 1, phố Một, phường Liễu, tỉnh Nào") == nil)
    }

    @Test func `is only spelt out where no list says more`() throws {
        #expect(try Self.adviceOfOld("Số 12, phố Một") == nil)
        #expect(
            try Self.adviceOfOld("SN 12 phố Một")?.reasons == [
                "Viết đủ chữ, theo thứ tự từ số nhà ra."
            ])
    }

    @Test(arguments: [
        "a,b\n1,2", "",
        "new_province,new_ward_code,new_ward,old_ward_code,old_ward,part\nT,1,M,00007,C,full",
        "new_province,new_ward_code,new_ward,old_ward_code,old_ward,part\nT,00001,M,00007,,full",
    ])
    func `is not looked up in a list that cannot be read`(text: String) {
        #expect(throws: Problem.self) {
            try UnitChangeList.read(text, effective: Day(number: 0), source: "thử")
        }
    }

    /// The list that lies beside the repository, where it is.
    @Test func `is found in the whole list`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../../shared/data/ward_merges_2025.csv"
        ).standardized
        guard let text = try? String(contentsOf: path, encoding: .utf8) else { return }
        let changes = try UnitChangeList.read(
            text, effective: Day(number: 20_270), source: "dvhcvn/20250701")
        #expect(changes.count > 10_000)
        let advice = try AddressAdvice.make(
            for: "12 Đội Cấn, P. Liễu Giai, Q. Ba Đình, TP. Hà Nội", changes: changes, current: [],
            home: ("00008", "thành phố Hà Nội"))
        #expect(advice?.text == "Số 12 Đội Cấn, phường Ngọc Hà, thành phố Hà Nội")
    }
}
