import Documents
import Domain
import Testing

private func read(_ text: String) -> HeadReading {
    HeadReader.read(SourceText(text: text).lines)
}

@Suite struct `Reading the head` {
    private let state = """
        UBND TỈNH TÂN HÀ
        ỦY BAN NHÂN DÂN PHƯỜNG BẾN SEN
        Số: 45/KH-UBND

        Bến Sen, ngày 05 tháng 3 năm 2028

        KẾ HOẠCH

        Phòng, chống ngập úng mùa mưa năm 2028

        Căn cứ Luật Phòng, chống thiên tai;
        Thực hiện Kế hoạch số 12/KH-UBND ngày 10/02/2028 của UBND tỉnh.
        UBND phường ban hành Kế hoạch như sau:

        I. MỤC ĐÍCH

        - UBND phường chủ động ứng phó.

        Nơi nhận:
        - UBND tỉnh (b/c);
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Lê Thu An
        """

    @Test(arguments: ["Đại tá Lê Thu An", "K' Thu An", "H’Hen Niê", "ThS. Lê Thu An"])
    func `reads names with a rank or a mark in them`(name: String) {
        let reading = read(state.replacing("Lê Thu An", with: name))
        #expect(reading.head.signers.map(\.name) == [name])
    }

    @Test func `takes a state document apart`() {
        let reading = read(state)
        #expect(reading.head.kind == "plan")
        #expect(reading.head.number == "45/KH-UBND")
        #expect(reading.head.numberSuffix == "/KH-UBND")
        #expect(reading.head.place == "Bến Sen")
        #expect(reading.head.date == "2028-03-05")
        #expect(reading.head.title == "Phòng, chống ngập úng mùa mưa năm 2028")
        #expect(reading.head.issuer == "UBND phường Bến Sen")
        #expect(reading.head.recipients == ["UBND tỉnh (b/c)", "Lưu: VT"])
        #expect(
            reading.head.signers == [
                DocumentHead.Signer(
                    onBehalfOf: "TM. ỦY BAN NHÂN DÂN", authority: "KT. CHỦ TỊCH",
                    title: "PHÓ CHỦ TỊCH", name: "Lê Thu An")
            ])
        #expect(reading.head.statusNote == nil)
        #expect(reading.body == 13..<18)
    }

    @Test func `says what a draft leaves blank`() {
        let reading = read(
            "Số: /KH-UBND\nAn Phú, ngày … tháng 6 năm 2028\nKẾ HOẠCH\nDiễn tập\nI. MỤC TIÊU")
        #expect(reading.head.number == nil)
        #expect(reading.head.numberSuffix == "/KH-UBND")
        #expect(reading.head.date == "2028-06")
        #expect(reading.head.statusNote?.contains("số và ngày") == true)
    }

    @Test func `reads a Party document`() {
        let reading = read(
            """
            ĐẢNG BỘ TỈNH TÂN HÀ
            ĐẢNG ỦY XÃ CỒN LAU
            *
            Số 18-KH/ĐU

            Cồn Lau, ngày 2 tháng 9 năm 2028

            KẾ HOẠCH
            học tập nghị quyết

            Đảng ủy xây dựng kế hoạch như sau:

            I- YÊU CẦU

            Nơi nhận:
            - Các chi bộ,
            - Lưu VPĐU.

            T/M BAN THƯỜNG VỤ
            PHÓ BÍ THƯ
            Trần Văn Bình
            """)
        #expect(reading.head.number == "18-KH/ĐU")
        #expect(reading.head.numberSuffix == "-KH/ĐU")
        #expect(reading.head.issuer == "Đảng ủy xã Cồn Lau")
        #expect(reading.head.recipients == ["Các chi bộ", "Lưu VPĐU"])
        #expect(reading.head.signers.first?.authority == "T/M BAN THƯỜNG VỤ")
        #expect(reading.head.signers.first?.title == "PHÓ BÍ THƯ")
    }

    @Test func `reads head and foot that stand in one line each`() {
        let reading = read(
            """
            UBND XÃ MỎ CÀY ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
            Số: 7/KH-UBND | Mỏ Cày, ngày 9 tháng 1 năm 2028

            KẾ HOẠCH

            TRỒNG CÂY ĐẦU XUÂN

            I. MỤC ĐÍCH

            Nơi nhận: - Sở A; Sở B; - Văn phòng HĐND - UBND; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đỗ Nam
            """)
        #expect(reading.head.issuer == "UBND xã Mỏ Cày")
        #expect(reading.head.place == "Mỏ Cày")
        #expect(reading.head.recipients == ["Sở A; Sở B", "Văn phòng HĐND - UBND", "Lưu: VT"])
        #expect(reading.head.signers.first?.authority == "TM. ỦY BAN NHÂN DÂN")
        #expect(reading.head.signers.first?.title == "CHỦ TỊCH")
        #expect(reading.head.signers.first?.name == "Đỗ Nam")
        #expect(reading.otherLines.map(\.kind).contains("number_place_date"))
        #expect(reading.otherLines.map(\.kind).contains("recipients_signature"))
    }

    @Test func `leaves a text without head as body`() {
        let reading = read("Họp tổ dân phố tối thứ bảy.\nMang theo ghế.")
        #expect(reading.head.kind == nil)
        #expect(reading.head.title == nil)
        #expect(reading.body == 0..<2)
        #expect(reading.otherLines.isEmpty)
    }

    @Test func `reads an empty text`() {
        #expect(read("").body.isEmpty)
    }

    @Test func `leaves an appendix behind the foot`() {
        let reading = read(state + "\n\nPHỤ LỤC\n1 | Việc một | Phòng A")
        #expect(reading.after.count == 3)
        #expect(reading.head.signers.first?.name == "Lê Thu An")
    }

    @Test func `leaves what a copy is for with its recipient`() {
        let foot = String(state.split(separator: "Nơi nhận")[0])
        let reading = read(
            foot + """
                Nơi nhận:
                - Bộ Y tế (V01, A05) - để b/c;
                - UBND tỉnh; - Các thôn;
                - Lưu: VT.

                CHỦ TỊCH

                Lê Thu An
                """)
        #expect(
            reading.head.recipients == [
                "Bộ Y tế (V01, A05) - để b/c", "UBND tỉnh", "Các thôn", "Lưu: VT",
            ])
    }

    @Test func `reads a foot in two columns of spaces`() {
        let foot = String(state.split(separator: "Nơi nhận")[0])
        let reading = read(
            foot + """
                Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
                - UBND tỉnh (b/c);                           CHỦ TỊCH
                - Các thôn;                                  (Đã ký)
                - Lưu: VT.
                                                           Lê Thu An
                """)
        #expect(reading.head.recipients == ["UBND tỉnh (b/c)", "Các thôn", "Lưu: VT"])
        #expect(reading.head.signers.map(\.name) == ["Lê Thu An"])
        #expect(reading.head.signers.map(\.title) == ["CHỦ TỊCH"])
    }

    @Test func `keeps the blank before the stroke of a number`() {
        let reading = read(state.replacing("45/KH-UBND", with: "45 /KH-UBND"))
        #expect(reading.head.number == "45 /KH-UBND")
        #expect(reading.head.numberSuffix == "/KH-UBND")
    }

    @Test func `reads a title of capitals with its subject between marks`() {
        let reading = read(
            state.replacing(
                "Phòng, chống ngập úng mùa mưa năm 2028",
                with: "GIÁM SÁT CHUYÊN ĐỀ\n“Việc chống ngập úng\nmùa mưa năm 2028”"))
        #expect(
            reading.head.title == "GIÁM SÁT CHUYÊN ĐỀ “Việc chống ngập úng mùa mưa năm 2028”")
    }
}

@Suite struct `Reading a head in one line` {
    private func issuer(
        _ letterhead: String, _ sentence: String, work: String = "Chủ động ứng phó."
    ) -> String? {
        read(
            """
            \(letterhead) | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số: 5/KH | Bến Sen, ngày 05 tháng 3 năm 2028

            KẾ HOẠCH

            Phòng, chống ngập úng năm 2028

            Căn cứ Luật Phòng, chống thiên tai, \(sentence) ban hành Kế hoạch như sau:

            I. MỤC ĐÍCH

            - \(work)
            """
        ).head.issuer
    }

    @Test func `puts an office together with the place of the body above`() {
        #expect(
            issuer("ỦY BAN NHÂN DÂN THÀNH PHỐ BẾN SEN SỞ TƯ PHÁP", "Sở Tư pháp")
                == "Sở Tư pháp thành phố Bến Sen")
    }

    @Test(
        arguments: [
            ("BCH ĐOÀN TỈNH TÂN HÀ", "Ban Thường vụ Tỉnh đoàn", "Ban Thường vụ Tỉnh đoàn Tân Hà"),
            ("TỈNH ỦY TÂN HÀ", "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Tân Hà"),
            (
                "ĐẢNG BỘ THÀNH PHỐ TÂN HÀ", "Ban Thường vụ Thành ủy",
                "Ban Thường vụ Thành ủy Tân Hà"
            ),
            ("BAN CHẤP HÀNH", "Ban Thường vụ Thành đoàn", "Ban Thường vụ Thành đoàn Bến Sen"),
            ("TỈNH ỦY TÂN HÀ", "Ban Thường vụ Tỉnh ủy Tân Hà", "Ban Thường vụ Tỉnh ủy Tân Hà"),
        ])
    func `names the province of a committee`(letterhead: String, body: String, whole: String) {
        #expect(issuer(letterhead, body) == whole)
    }

    @Test func `takes an office whole whose name has a comma`() {
        #expect(
            issuer(
                "UBND TỈNH TÂN HÀ / SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
                "Sở Văn hóa, Thể thao và Du lịch")
                == "Sở Văn hóa, Thể thao và Du lịch tỉnh Tân Hà")
    }

    @Test func `ends the place before the body behind it`() {
        #expect(
            issuer(
                "ỦY BAN MTTQ VIỆT NAM XÃ AN HẢI BAN THƯỜNG TRỰC",
                "Ban Thường trực Ủy ban MTTQ Việt Nam xã")
                == "Ban Thường trực Ủy ban MTTQ Việt Nam xã An Hải")
    }

    @Test func `spells the Front as the plan itself does`() {
        let front = "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã"
        let letterhead = "ỦY BAN MTTQ VIỆT NAM XÃ AN HẢI BAN THƯỜNG TRỰC"
        #expect(
            issuer(letterhead, front, work: "Ủy ban MTTQ xã chủ động ứng phó.")
                == "Ban Thường trực Ủy ban MTTQ Việt Nam xã An Hải")
        #expect(
            issuer(letterhead, front)
                == "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã An Hải")
    }

    @Test func `goes on with a title that was cut at a dash`() {
        let title = read(
            """
            ỦY BAN NHÂN DÂN PHƯỜNG BẾN SEN

            KẾ HOẠCH

            CHỐNG NGẬP ÚNG GIAI ĐOẠN 2026 -
            2030

            Căn cứ Luật Phòng, chống thiên tai, UBND phường ban hành Kế hoạch như sau:

            I. MỤC ĐÍCH
            """
        ).head.title
        #expect(title == "CHỐNG NGẬP ÚNG GIAI ĐOẠN 2026 - 2030")
    }
}
