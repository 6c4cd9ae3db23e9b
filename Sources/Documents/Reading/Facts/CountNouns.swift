/// The nouns that plans count, with their English names as annotators choose them: the literal
/// singular noun.
///
/// A line is `name: phrase, phrase`. The longest phrase counts: "cuộc thi" is no "cuộc".
enum CountNouns {
    typealias Noun = (phrase: Phrase, name: String, kind: CountUnit.Kind)

    /// The nouns by their first letter, longer ones first.
    static let all: [Unicode.Scalar: [Noun]] = {
        var nouns: [Unicode.Scalar: [Noun]] = [:]
        for (kind, text) in texts {
            for line in text.split(separator: "\n") {
                let sides = line.split(separator: ":")
                guard sides.count == 2 else { continue }
                for phrase in CountVerbs.phrases(sides[1]) {
                    guard let first = phrase.first else { continue }
                    nouns[first, default: []].append((phrase, String(sides[0]), kind))
                }
            }
        }
        return nouns.mapValues { $0.sorted { $0.phrase.count > $1.phrase.count } }
    }()

    private static let texts: [(CountUnit.Kind, String)] = [
        (.act, acts), (.work, works), (.thing, things), (.person, persons), (.body, bodies),
        (.place, places), (.time, times), (.amount, amounts), (.extent, extents),
    ]

    /// What is done, again and again.
    private static let acts = """
        broadcast: lượt phát sóng, lượt phát thanh, lượt phát, lượt tin
        time: lượt, lần
        check: lượt rà soát
        patrol: lượt tuần tra, cuộc tuần tra
        drill: cuộc diễn tập, lần diễn tập, lần thực tập, cuộc thực tập, lượt thực tập
        inspection: cuộc kiểm tra, cuộc thanh tra, đợt thanh tra, lượt kiểm tra
        supervision: cuộc giám sát
        survey: cuộc khảo sát, đợt khảo sát
        meeting: cuộc họp, cuộc tiếp xúc, cuộc gặp mặt, cuộc làm việc, phiên họp
        dialogue: cuộc đối thoại
        session: buổi, phiên, kỳ họp
        mock trial: phiên tòa giả định
        episode: chuyên mục, chuyên trang, phóng sự, số, kỳ
        topic: chuyên đề
        news item: tin, tin bài, bài viết, bài, bản tin
        message: tin nhắn, thông điệp
        class: lớp, lớp học
        course: khóa, khóa học, khóa tập huấn, khóa đào tạo
        event: cuộc, sự kiện
        activity: hoạt động
        conference: hội nghị
        workshop: hội thảo
        seminar: tọa đàm, buổi tọa đàm
        fair: phiên chợ, hội chợ
        festival: lễ hội, ngày hội
        camp: trại hè, hội trại, trại
        contest: cuộc thi, hội thi
        performance: hội diễn, buổi biểu diễn, đêm văn nghệ, đêm diễn, đêm giao lưu
        performance: chương trình nghệ thuật, chương trình văn nghệ
        tournament: giải thể thao, giải đấu, hội thao, giải bóng đá, giải bóng chuyền
        tournament: giải cầu lông, giải bóng bàn, giải chạy, giải việt dã, giải kéo co, giải cờ
        tournament: giải đua thuyền, giải pickleball
        round: đợt, vòng
        trip: chuyến
        shift: ca trực, ca tuần tra, kíp trực, kíp
        case: ca, trường hợp
        """

    /// What work brings forth.
    private static let works = """
        centre: trung tâm
        team: đội, tổ, đoàn kiểm tra, đoàn công tác
        platoon: trung đội
        squad: tiểu đội
        company: đại đội
        station: trạm, trạm phát sóng, trạm bts, trạm cân, trạm bơm
        booth: gian hàng
        checkpoint: chốt, chốt kiểm soát, chốt kiểm dịch, chốt trực
        ballot box: hòm phiếu
        polling booth: buồng viết phiếu, buồng bỏ phiếu
        delegation: đoàn, đoàn giám sát
        group: nhóm
        club: câu lạc bộ
        model: mô hình
        scenario: phương án, kịch bản
        plan: kế hoạch
        document: văn bản
        resolution: nghị quyết
        project: dự án
        study: đề tài
        solution: giải pháp
        initiative: sáng kiến
        movement: phong trào
        product: sản phẩm
        video: video, clip, video clip, video ngắn
        infographic: infographic
        article: bài báo
        report: báo cáo
        procedure: thủ tục
        public service: dịch vụ công
        criterion: tiêu chí
        sentence: câu
        point: điểm
        place: vị trí, địa điểm
        black spot: điểm đen
        area: địa bàn
        case: vụ, vụ việc, vụ án
        market: điểm chợ, chợ
        work: công trình, phần việc
        house: nhà, căn nhà, ngôi nhà
        cultural house: nhà văn hóa
        boarding house: nhà trọ
        toilet: nhà vệ sinh
        classroom: phòng học
        library: thư viện
        bookcase: tủ sách
        playground: sân chơi
        swimming pool: bể bơi
        bridge: cầu
        water tank: bể nước
        tank: bể chứa, bể
        well: giếng
        road: đường
        street: tuyến đường, tuyến phố, đoạn đường
        sample: mẫu
        blood unit: đơn vị máu
        dossier: hồ sơ
        example: gương
        medal: huy chương
        dose: liều, mũi tiêm
        workday: ngày công
        hotline: đường dây nóng
        fund: quỹ
        """

    /// What is made ready, put up or handed over.
    private static let things = """
        leaflet: tờ rơi, tờ gấp
        poster: áp phích
        banner: băng rôn, băng zôn, phướn, cờ phướn
        slogan: khẩu hiệu
        billboard: pa nô, panô, pano, biển quảng cáo
        flag: cờ
        book: cuốn sách, quyển sách, đầu sách
        handbook: sổ tay, cẩm nang
        copy: bản tài liệu
        letter: thư ngỏ
        commitment: bản cam kết
        form: phiếu, phiếu khảo sát
        card: thẻ, thẻ căn cước
        account: tài khoản
        certificate: giấy chứng nhận
        sign: biển báo, biển cảnh báo, biển chỉ dẫn
        camera: camera
        electric pole: cột điện
        screen: màn hình
        first-aid kit: bộ sơ cứu, túi sơ cứu, túi thuốc
        stretcher: cáng
        chainsaw: cưa máy, máy cưa
        fire beater: bàn dập lửa, vỉ dập lửa, bàn dập, vỉ dập
        blower: máy thổi gió, máy thổi
        can: can, can nhựa
        bucket: xô, thùng xô
        machete: dao phát, dao quắm, rựa
        rake: cào, cào cỏ
        shovel: xẻng
        hoe: cuốc
        crowbar: xà beng
        rope: dây thừng, cuộn dây thừng
        hose: cuộn vòi, vòi chữa cháy, vòi rồng
        helmet: mũ bảo hộ, mũ bảo hiểm, mũ cứng
        glove: đôi găng tay, găng tay
        boot: đôi ủng, ủng
        uniform: bộ quần áo bảo hộ, quần áo bảo hộ, bộ quần áo chữa cháy
        walkie-talkie: bộ đàm, máy bộ đàm
        drone: flycam, thiết bị bay không người lái, máy bay không người lái
        ladder: thang
        lamp: bóng đèn, đèn, đèn chiếu sáng
        loudspeaker: loa, cụm loa, loa cầm tay
        device: thiết bị
        tablet: máy tính bảng
        computer: máy tính, bộ máy tính
        scanner: máy quét
        printer: máy in
        refrigerator: tủ lạnh
        pump: máy bơm
        generator: máy phát điện
        sprayer: máy phun, bình phun
        extinguisher: bình chữa cháy, bình
        mask: mặt nạ, khẩu trang
        syringe: bơm kim tiêm, bơm tiêm
        hydrant: trụ, trụ nước, trụ nước chữa cháy, họng nước, họng nước chữa cháy
        tool: dụng cụ
        sack: bao tải, bao
        sandbag: bao cát
        gabion: rọ thép, rọ đá
        pile: cọc tre, cọc
        tarpaulin: bạt, tấm bạt
        tent: nhà bạt, lều bạt, lều
        life vest: áo phao
        life buoy: phao cứu sinh, phao tròn
        raincoat: áo mưa
        torch: đèn pin
        boat: xuồng máy, xuồng, ca nô, thuyền, ghe
        vehicle: xe, phương tiện
        truck: xe tải
        car: xe ô tô, ô tô
        ambulance: xe cứu thương
        fire engine: xe chữa cháy
        excavator: máy xúc, máy đào
        bicycle: xe đạp
        wheelchair: xe lăn
        bin: thùng rác
        box: thùng, hộp
        tree: cây, cây xanh, cây giống
        seedling: cây con
        animal: con bò, con trâu, con lợn, con gà, con dê, con giống
        fish: con cá, con cá giống, cá giống
        gift: suất quà, phần quà, món quà
        package: suất
        scholarship: suất học bổng, học bổng
        meal: suất ăn
        savings book: sổ tiết kiệm
        insurance card: thẻ bảo hiểm y tế, thẻ bhyt
        prize: giải, giải thưởng
        bottle: chai, chai nước
        pack: gói
        """

    private static let persons = """
        person: người, nhân khẩu, khẩu, đồng chí, cá nhân, thanh niên, quần chúng
        person: lượt người, lượt thanh niên, người dân
        resident: hộ dân cư
        citizen: công dân
        teacher: giáo viên
        pupil: học sinh, lượt học sinh, em học sinh
        student: sinh viên
        trainee: học viên
        child: trẻ em, trẻ, em, con/phụ nữ
        official: cán bộ, công chức, lượt cán bộ, lượt công chức, viên chức
        soldier: chiến sĩ, chiến sỹ, dân quân
        member: thành viên, hội viên, lượt hội viên
        party member: đảng viên
        union member: đoàn viên, đoàn viên công đoàn
        participant: lượt đoàn viên
        voter: cử tri
        worker: lao động, lượt lao động, người lao động, công nhân
        farmer: nông dân
        woman: phụ nữ
        doctor: bác sĩ
        volunteer: tình nguyện viên
        visitor: lượt khách, du khách, khách
        delegate: đại biểu, lượt đại biểu
        """

    private static let bodies = """
        household: hộ gia đình, hộ dân, hộ
        family: gia đình
        facility: cơ sở
        school: trường, trường học
        enterprise: doanh nghiệp
        cooperative: hợp tác xã
        cooperative group: tổ hợp tác
        investor: nhà đầu tư
        organisation: tổ chức
        party organisation: tổ chức đảng
        party cell: chi bộ
        branch: chi hội, chi đoàn
        agency: cơ quan
        unit: đơn vị
        collective: tập thể
        """

    private static let places = """
        village: thôn, bản, ấp, buôn, xóm
        quarter: tổ dân phố, khóm
        neighbourhood: khu phố, khối phố
        residential area: khu dân cư
        commune: xã
        ward: phường
        township: thị trấn
        district: huyện, quận
        province: tỉnh
        """

    private static let times = """
        hour: giờ, tiếng
        day: ngày
        """

    /// Measures of what is stored, raised or laid out.
    private static let amounts = """
        metre: mét, m
        kilometre: km
        hectare: ha
        square metre: m2, m², mét vuông
        cubic metre: m3, m³, mét khối
        million VND: triệu đồng
        billion VND: tỷ đồng, tỉ đồng
        VND: đồng
        tonne: tấn
        quintal: tạ
        kilogram: kg
        litre: lít
        """

    /// Measures that only say which objects, or how long.
    private static let extents = """
        year of age: tuổi
        month of age: tháng tuổi
        floor: tầng
        room: phòng
        minute: phút
        month: tháng
        year: năm
        percentage point: điểm phần trăm
        """
}
