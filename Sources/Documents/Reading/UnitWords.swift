/// The words of which the names of Vietnamese authorities are made.
///
/// A proper name begins with a head (`Phòng`, `Công an`, `UBND`), goes on with its field of work
/// (`Kinh tế, Hạ tầng và Đô thị`) and may end with its place (`phường`, `tỉnh Cao Bằng`). A group
/// (`các phòng, ban`) is made of common nouns and may end with what it belongs to.
enum UnitWords {
    /// Heads that are names by themselves, whatever the case of their letters.
    static let fullHeads = PhraseTree([
        "ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "ủy ban mặt trận tổ quốc",
        "ủy ban mttq", "ubmttq", "ub mttq", "mttq", "mặt trận tổ quốc", "ubmttqvn", "ubmt",
        "ban thường trực ủy ban mttq", "ban thường trực ủy ban mặt trận tổ quốc",
        "ban thường trực ủy ban trung ương mttq", "ủy ban trung ương mttq",
        "ban thường trực ủy ban trung ương mặt trận tổ quốc",
        "ủy ban trung ương mặt trận tổ quốc", "ban thường trực ubmttq", "ban thường trực ủy ban",
        "ban thường trực", "ban thường vụ",
        "ban chấp hành", "thường trực", "đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy",
        "thị ủy", "chi ủy", "ban tuyên giáo", "ban dân vận", "ban xây dựng đảng",
        "ủy ban kiểm tra", "ubkt", "liên hiệp các hội", "liên hiệp các tổ chức hữu nghị",
        "viện kiểm sát", "tòa án", "bộ chỉ huy", "ban chỉ huy", "bch",
        "bộ tư lệnh", "bộ đội biên phòng", "trạm y tế", "trung tâm y tế", "kho bạc nhà nước",
        "bảo hiểm xã hội", "liên đoàn lao động", "hội liên hiệp phụ nữ", "hội nông dân",
        "hội cựu chiến binh", "đoàn thanh niên", "đoàn tncs hồ chí minh",
        "đoàn thanh niên cộng sản hồ chí minh", "hội chữ thập đỏ", "hội người cao tuổi",
        "ủy ban bầu cử", "ban bầu cử", "tổ bầu cử", "hội đồng bầu cử", "ban công tác mặt trận",
        "ban chỉ đạo", "ban quản lý", "ban quản trị", "ban điều hành", "ban giám hiệu",
        "ban nhân dân", "điện lực",
        "hệ thống truyền thanh", "ngành điện lực",
        "ngành điện", "ngành y tế", "ngành giáo dục", "ngành giáo dục và đào tạo", "ngành thuế",
        "ngành nông nghiệp", "ngành văn hóa", "ngành ngân hàng", "ngành tư pháp", "ngành nội vụ",
        "ngành công thương", "ngành công an", "cổng thông tin điện tử", "trang thông tin điện tử",
        "công an",
        "chi bộ", "đảng bộ", "chi cục", "văn phòng", "văn phòng thường trực", "kiểm lâm địa bàn",
        "tổ đại biểu", "đoàn giám sát", "đoàn kiểm tra", "đoàn kiểm tra liên ngành",
        "đoàn công tác", "tổ công tác", "tổ công tác liên ngành", "tổ giúp việc", "mặt trận",
        "đoàn kiểm tra, giám sát", "đoàn giám sát, kiểm tra", "đoàn thanh tra, kiểm tra",
        "tổ kiểm tra, giám sát",
        "cảnh sát pccc", "hạt kiểm lâm",
        "trung tâm phục vụ hành chính công", "trung tâm cung ứng dịch vụ công", "tỉnh đoàn",
        "thành đoàn", "huyện đoàn", "thị đoàn", "ban phát triển", "văn phòng điều phối",
        "trung ương đoàn", "trung ương hội", "tổng liên đoàn lao động",
        "thi hành án dân sự", "hội liên hiệp thanh niên", "hội khuyến học", "hội đông y",
        "hội luật gia", "agribank", "vietinbank", "vietcombank", "bidv", "vinaphone", "evn",
        "liên minh hợp tác xã", "ban vận động", "ban giám sát đầu tư của cộng đồng",
        "ban vì sự tiến bộ của phụ nữ", "ban thanh tra nhân dân", "trung tâm học tập cộng đồng",
        "tổ kiểm tra", "tổ giám sát", "tổ tuyên truyền", "tổ vận động", "tổ thẩm định",
        "tổ hướng dẫn", "tổ tuần tra", "tổ kiểm tra liên ngành", "đội kiểm tra",
        "đội tuyên truyền", "đội tuần tra",
        "ban bảo vệ, chăm sóc sức khỏe cán bộ", "ban bảo vệ chăm sóc sức khỏe cán bộ",
    ])

    /// Heads that are also ordinary words: they begin a name only with a capital letter and before
    /// a word that a name may contain.
    static let capitalHeads = PhraseTree([
        "phòng", "ban", "sở", "bộ", "cục", "tổng cục", "vụ", "viện", "học viện", "trường",
        "trung tâm", "trạm", "bệnh viện", "đồn", "đội", "đài", "báo", "hội", "hiệp hội",
        "liên hiệp", "liên minh", "liên đoàn", "hội đồng", "ủy ban", "đoàn", "công đoàn",
        "công ty", "tổng công ty", "tập đoàn", "ngân hàng", "bưu điện", "viễn thông", "thanh tra",
        "hải quan", "thuế", "cảnh sát", "tổ", "hạt", "quỹ", "nhà máy", "hợp tác xã", "câu lạc bộ",
        "quân sự", "bộ phận", "cơ quan", "đơn vị", "khối", "biên phòng", "vnpt", "viettel",
        "mobifone", "nhà hát", "bảo tàng", "thư viện", "nhà thiếu nhi", "thi hành án", "chi nhánh",
        "kiểm lâm", "quản lý thị trường", "cảng vụ", "tòa soạn", "nhà văn hóa lao động",
        "xí nghiệp", "hải đội", "hải đoàn", "tiểu đoàn", "trung đoàn", "lữ đoàn", "sư đoàn",
        "lâm trường", "nông trường", "vườn quốc gia", "htx", "tiểu ban", "đại đội", "giáo xứ",
        "trung đội", "tiểu đội", "khẩu đội", "cụm", "nhà văn hóa", "khoa", "thống kê", "ga",
        "cảng hàng không", "cảng", "khu quản lý", "cửa khẩu", "trại giam", "trại tạm giam",
        "phòng khám", "cơ sở cai nghiện", "nhà xuất bản", "tạp chí", "trung tâm chỉ huy",
        "phân hiệu",
        "phân viện",
    ])

    /// Persons who stand for a group or a unit and are units of their own here.
    static let persons = PhraseTree([
        "chủ tịch", "phó chủ tịch", "tổ trưởng", "trưởng thôn", "trưởng bản", "trưởng ấp",
        "trưởng khu phố", "trưởng ban công tác mặt trận", "bí thư", "phó bí thư", "bí thư chi bộ",
        "đảng ủy viên", "cấp ủy viên", "tỉnh ủy viên",
        "huyện ủy viên", "thành ủy viên", "ủy viên ban thường vụ", "ủy viên ban chấp hành",
        "hiệu trưởng", "trưởng trạm y tế", "trưởng công an", "chỉ huy trưởng", "trưởng các thôn",
        "trưởng ban", "trưởng các đoàn thể", "trưởng các bản", "trưởng các ấp", "trưởng các xóm",
        "trưởng các buôn", "trưởng các khu phố", "trưởng các khóm", "trưởng các khối",
        "trưởng các tổ dân phố", "tổ trưởng các tổ dân phố", "trưởng xóm", "trưởng buôn",
        "trưởng khóm", "trưởng khối", "thôn trưởng", "bản trưởng", "ấp trưởng", "khối trưởng",
        "xóm trưởng", "khóm trưởng", "chủ nhiệm", "trưởng làng", "làng trưởng", "trưởng bon",
        "trưởng khối phố", "trưởng tiểu khu", "đội trưởng đội dân phòng", "chi hội trưởng",
        "phó chủ nhiệm", "phó trưởng ban", "thư ký hội nghị", "thư ký cuộc họp", "người chủ trì",
        "người chủ trì hội nghị", "chủ tọa", "chủ tọa hội nghị", "cụm trưởng",
        "cụm trưởng, khối trưởng", "khối trưởng, cụm trưởng", "trưởng cụm, khối",
        "cụm trưởng và khối trưởng", "ủy viên", "trưởng tiểu ban", "phó trưởng tiểu ban",
        "trưởng đoàn", "phó trưởng đoàn", "điều tra viên", "nhân viên thú y", "nhân viên y tế",
        "thú y viên", "khuyến nông viên", "cộng tác viên", "tuyên truyền viên", "hòa giải viên",
    ])

    /// Those who head each one of a group: "Trưởng các thôn, bản", "Đội trưởng các đội dân phòng".
    static let chiefs = PhraseTree([
        "trưởng", "phó trưởng", "tổ trưởng", "đội trưởng", "nhóm trưởng", "khối trưởng",
        "cụm trưởng", "chi hội trưởng", "chi đội trưởng", "ban trưởng", "trạm trưởng",
        "trưởng ban", "chủ nhiệm", "chủ", "bí thư", "phó bí thư", "chủ tịch", "phó chủ tịch",
    ])

    /// Nouns of offices for which their heads only stand.
    static let officeNouns: Set<String> = [
        "sở", "phòng", "phòng ban", "ban", "ngành", "ban ngành", "cơ quan", "đơn vị", "bộ phận",
        "cơ quan chuyên môn", "trạm y tế", "trường học", "trường", "nhà trường",
    ]

    /// Persons who only stand for their unit: the unit's name is what follows.
    static let stewards = PhraseTree([
        "lãnh đạo", "thủ trưởng", "giám đốc", "người đứng đầu", "đồng chí", "các đồng chí",
        "các đ/c", "đ/c", "đại diện", "hiệu trưởng", "thôn trưởng", "bản trưởng",
    ])

    /// Those who head one office: with its name behind they stand for it.
    static let heads = PhraseTree([
        "trưởng", "chỉ huy trưởng", "chánh", "trạm trưởng", "đội trưởng", "hạt trưởng",
        "đồn trưởng", "chi cục trưởng", "cục trưởng",
    ])

    /// Fields of work and other words that go on a name although written small.
    static let fields = PhraseTree(
        medicine + police + garrison + [
            "nhân dân", "văn hóa", "xã hội", "kinh tế", "hạ tầng", "đô thị", "tài chính",
            "kế hoạch",
            "tư pháp", "hộ tịch", "nội vụ", "y tế", "giáo dục", "đào tạo", "nông nghiệp",
            "môi trường",
            "tài nguyên", "phát triển nông thôn", "công thương", "công nghiệp", "thương mại",
            "xây dựng", "giao thông", "vận tải", "khoa học", "công nghệ", "thông tin",
            "truyền thông",
            "truyền thanh", "truyền hình", "phát thanh", "thể thao", "du lịch", "dân tộc",
            "tôn giáo",
            "thanh tra", "lao động", "thương binh", "chính trị", "hành chính", "hành chính công",
            "dịch vụ công", "dịch vụ", "cung ứng", "phục vụ", "quản lý", "quản lý đất đai",
            "đất đai",
            "quỹ đất", "phát triển quỹ đất", "cảnh sát", "cháy", "phòng cháy", "chữa cháy",
            "cứu nạn", "cứu hộ", "cứu nạn, cứu hộ", "và cứu nạn", "và cứu nạn, cứu hộ",
            "và cứu nạn cứu hộ",
            "và cứu hộ", "phòng cháy chữa cháy", "phòng cháy, chữa cháy", "cháy, chữa cháy",
            "và chữa cháy", "quân sự", "chỉ huy", "biên phòng",
            "hải quan", "cấp nước", "thoát nước", "đầu tư", "dự án", "khu kinh tế",
            "khu công nghiệp", "khu chế xuất", "khuyến nông", "bảo vệ", "chăn nuôi", "thú y",
            "kiểm soát bệnh tật", "dân số", "việc làm", "bảo trợ", "công tác xã hội", "hợp tác xã",
            "cựu chiến binh", "người cao tuổi", "chữ thập đỏ", "phụ nữ", "nông dân", "thanh niên",
            "cha mẹ học sinh", "đại diện cha mẹ học sinh", "khuyến học", "thanh niên xung phong",
            "bầu cử", "cuộc bầu cử", "quốc hội", "thi đua", "khen thưởng", "dân vận", "tuyên giáo",
            "tổ chức", "kiểm tra", "nội chính", "dân phòng", "phòng thủ dân sự",
            "phòng chống thiên tai", "tìm kiếm cứu nạn", "an ninh trật tự", "trật tự",
            "xây dựng đảng",
            "cơ quan", "kiểm sát", "doanh nghiệp", "chuyển đổi số", "số cộng đồng", "công nghệ số",
            "mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông", "thcs", "thpt",
            "đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "hội đồng nhân dân", "ủy ban nhân dân",
            "điện tử", "nhà nước", "trung ương", "trực thuộc", "thường vụ", "biên chế", "kho bạc",
            "đường bộ", "đăng kiểm", "khí tượng", "thủy văn", "thủy lợi", "thủy sản", "lâm nghiệp",
            "bảo vệ rừng", "kiểm lâm", "trật tự đô thị", "công ích", "môi trường đô thị",
            "kiểm phiếu", "công nghệ số cộng đồng", "quan hệ quốc tế", "ngoại vụ", "báo chí",
            "xuất bản", "lưu trữ",
            "cải cách hành chính", "tiến bộ khoa học", "tiến bộ khoa học và công nghệ", "bưu chính",
            "viễn thông", "công trình", "công trình thủy lợi", "khai thác công trình thủy lợi",
            "địa chính",
            "nghĩa vụ quân sự", "giáo dục quốc phòng và an ninh", "phổ biến giáo dục pháp luật",
            "phối hợp phổ biến giáo dục pháp luật", "tư vấn", "trợ giúp pháp lý",
            "thi hành án dân sự",
            "quản lý thị trường", "quản lý đê", "quản lý đê điều", "quản lý dự án",
            "đầu tư xây dựng", "dự án đầu tư", "dự án đầu tư xây dựng", "quản lý dự án đầu tư",
            "quản lý dự án đầu tư xây dựng", "đầu tư và xây dựng", "dự án đầu tư và xây dựng",
            "phong trào",
            "khu công nghệ cao", "và các khu công nghiệp", "các khu công nghiệp", "doanh nhân trẻ",
            "thầy thuốc trẻ", "doanh nghiệp nhỏ và vừa", "nông thôn mới", "chợ", "di tích",
            "bến xe",
            "bảo vệ dân phố",
            "rừng phòng hộ", "rừng đặc dụng", "kế toán", "thống kê",
            "hậu cần", "tham mưu", "công tác chính trị", "đăng ký", "đăng ký đất đai", "đăng kiểm",
            "phát thanh, truyền hình", "phát thanh và truyền hình", "phát thanh - truyền hình",
            "khí tượng", "thủy văn", "khí tượng thủy văn", "thủy lợi", "thủy sản", "hàng hải",
            "thể thao và du lịch", "thể thao và truyền thông", "phòng thủ dân sự",
            "tổ chức cán bộ",
            "quản lý hành chính về trật tự xã hội", "quản lý hành chính", "an ninh", "kỹ thuật",
            "giao dịch", "dịch vụ tổng hợp", "dịch vụ nông nghiệp", "chính sách xã hội",
            "giáo dục nghề nghiệp", "giáo dục thường xuyên", "bồi dưỡng chính trị",
            "dịch vụ công ích",
            "văn hóa thông tin", "truyền thông", "kỹ thuật nông nghiệp", "và cnch", "cnch",
            "hoạt động xã hội", "khuyết tật", "nạn nhân chất độc da cam",
            "cựu thanh niên xung phong",
            "làm vườn", "luật gia", "đông y", "sinh vật cảnh", "bảo hiểm xã hội", "thuế", "kho bạc",
            "trồng trọt", "bảo vệ thực vật", "chất lượng", "đo lường", "tiêu chuẩn", "việc làm",
            "thường trực", "liên thế hệ tự giúp nhau", "liên thế hệ", "sự nghiệp công",
            "sự nghiệp công ích", "thanh thiếu nhi", "thanh thiếu niên", "thiếu nhi",
            "tiểu học và thcs", "tiểu học và trung học cơ sở", "thcs và thpt", "th và thcs",
            "trung học cơ sở và trung học phổ thông", "mầm non và tiểu học", "cựu giáo chức",
            "cựu quân nhân", "nạn nhân chất độc da cam/dioxin", "bảo vệ và phát triển rừng",
            "công tác xã hội và quỹ bảo trợ trẻ em", "bảo trợ người khuyết tật và trẻ mồ côi",
            "bảo trợ người khuyết tật, trẻ mồ côi", "quản lý chất lượng nông, lâm sản và thủy sản",
            "quản lý chất lượng nông lâm sản và thủy sản", "khu bảo tồn", "khu bảo tồn thiên nhiên",
            "khu di tích", "tổng điều tra", "cuộc vận động", "chương trình",
            "chương trình mục tiêu quốc gia", "lễ hội", "hội thi", "dân quân", "dân quân tự vệ",
            "thư ký", "dân quân cơ động", "dân quân thường trực", "dân quân tại chỗ", "tự vệ",
            "dân quân phòng không", "dân quân y tế", "dân quân pháo binh", "dân quân trinh sát",
        ])

    /// What a board or a team is for, with which its name goes on: behind one of these it may go on
    /// up to its level.
    static let aims = PhraseTree([
        "phòng, chống", "phòng chống", "phòng thủ dân sự", "xây dựng nông thôn mới",
        "xây dựng đời sống", "xây dựng phong trào", "xây dựng văn hóa", "xây dựng gia đình",
        "thực hiện quy chế dân chủ", "thực hiện phong trào", "thực hiện chương trình",
        "thực hiện cuộc vận động", "thực hiện đề án", "thực hiện nghị quyết",
        "triển khai đề án", "triển khai thực hiện đề án", "triển khai chương trình",
        "phát triển khoa học", "phát triển khoa học, công nghệ",
        "thực hiện quy chế dân chủ ở cơ sở", "phát triển kinh tế", "phát triển du lịch",
        "phát triển đô thị",
        "phát triển kinh tế tập thể", "phát triển đối tượng", "phát triển bảo hiểm xã hội",
        "chăm sóc sức khỏe", "giảm nghèo", "vệ sinh an toàn thực phẩm", "an toàn thực phẩm",
        "liên ngành về", "công tác", "phong trào", "cuộc vận động", "chương trình",
        "các chương trình", "các chương trình mục tiêu quốc gia", "quản lý quỹ", "đề án",
        "cải cách hành chính", "cải cách tư pháp", "điều tra", "thi hành án dân sự",
        "phối hợp phổ biến, giáo dục pháp luật", "phối hợp liên ngành", "bảo đảm",
        "bồi thường, hỗ trợ và tái định cư", "giải phóng mặt bằng", "xét duyệt", "thẩm định",
        "tư vấn", "quản lý", "xung kích", "phản ứng nhanh", "tự quản", "cơ động",
        "vay vốn và tiết kiệm", "tiết kiệm và vay vốn", "tuyên truyền lưu động", "biên tập",
        "hỗ trợ", "kiểm tra liên ngành", "chữa cháy", "tuần tra", "tình nguyện", "hè",
        "sinh hoạt hè", "bảo vệ rừng", "bảo vệ và phát triển rừng", "bảo hiểm xã hội",
        "nhân đạo", "đền ơn đáp nghĩa", "quân dân y", "trợ giúp", "giúp đỡ", "dân vận khéo",
        "xóa nhà tạm", "xóa nhà tạm, nhà dột nát", "chuyển đổi số", "chống buôn lậu",
        "hội nhập quốc tế", "biển đảo", "đối ngoại", "tôn giáo", "diễn tập", "phát động",
    ])

    /// Verbs that stand inside such names, too.
    static let innerVerbs: Set<String> = [
        "xây dựng", "bảo vệ", "thực hiện", "phát triển", "chăm sóc", "quản lý", "sử dụng",
        "đầu tư", "giáo dục", "phổ biến", "đào tạo", "phòng ngừa", "chuyển đổi", "cải cách",
        "vệ sinh", "tìm kiếm", "giảm", "bồi dưỡng", "đổi mới", "hỗ trợ", "bảo đảm", "ứng phó",
        "tiết kiệm", "khai thác", "cứu trợ", "vận động", "học tập", "tổng kết", "trợ giúp",
    ]

    /// Fields of which a list names the offices by one word: "các Sở: Nội vụ, Y tế".
    static let branches = PhraseTree([
        "nội vụ", "tư pháp", "tài chính", "xây dựng", "công thương", "y tế", "giáo dục và đào tạo",
        "khoa học và công nghệ", "nông nghiệp và môi trường", "văn hóa, thể thao và du lịch",
        "văn hóa và thể thao", "văn hóa, thể thao", "du lịch", "dân tộc và tôn giáo", "ngoại vụ",
        "kế hoạch và đầu tư", "lao động - thương binh và xã hội", "giao thông vận tải",
        "thông tin và truyền thông", "tài nguyên và môi trường", "an toàn thực phẩm",
        "quy hoạch - kiến trúc", "nông nghiệp và phát triển nông thôn", "công an", "quốc phòng",
        "văn hóa - xã hội", "kinh tế", "kinh tế, hạ tầng và đô thị", "kinh tế - hạ tầng",
        "tài chính - kế hoạch", "nông dân", "liên hiệp phụ nữ", "phụ nữ", "cựu chiến binh",
        "người cao tuổi", "chữ thập đỏ", "khuyến học",
    ])

    /// Words of place that end a name: with them comes, at most, a proper name.
    static let places = PhraseTree([
        "phường", "xã", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tp", "tỉnh",
        "trung ương", "khu vực", "khu phố", "tổ dân phố", "thôn", "bản", "ấp", "buôn", "đặc khu",
        "cấp xã", "cấp phường", "cấp huyện", "cấp tỉnh", "cấp thành phố", "các cấp", "cấp trên",
        "cùng cấp", "cơ sở", "khu dân cư", "quốc gia", "liên xã", "tw", "đảo", "xóm", "khóm",
        "khối phố", "tiểu khu", "các khối", "làng",
    ])

    /// The levels of government, one of which is the plan's own.
    static let levels: Set<String> = [
        "phường", "xã", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "đặc khu",
    ]

    /// Those of one word.
    static let levelWords: Set<WordCode> = ["phường", "xã", "huyện", "quận", "tỉnh"]

    /// Words that stand in front of a group.
    static let quantifiers = PhraseTree([
        "các", "những", "tất cả các", "toàn thể các", "mỗi", "từng", "mọi", "100 các", "tất cả",
        "một số",
    ])

    /// Common nouns of which groups are made.
    static let nouns: PhraseTree = {
        var tree = plainNouns
        for words in establishments { tree.insert(words) }
        return tree
    }()

    private static let plainNouns = PhraseTree([
        "sở", "bộ", "ban", "ngành", "phòng", "phòng ban", "ban ngành", "đoàn thể", "hội đoàn thể",
        "hội", "đoàn", "cơ quan", "đơn vị", "địa phương", "tổ chức", "doanh nghiệp", "trường học",
        "trường", "nhà trường", "cơ sở giáo dục", "cơ sở giáo dục nghề nghiệp", "cơ sở y tế",
        "cơ sở", "tổ dân phố", "khu dân cư", "thôn", "bản", "ấp", "buôn", "khu phố", "xóm", "làng",
        "chi bộ", "đảng bộ", "chi", "chi đảng bộ", "cấp ủy", "cấp ủy đảng", "tổ chức đảng",
        "tổ chức cơ sở đảng", "xã", "phường", "thị trấn", "quận", "huyện", "bộ phận",
        "trạm y tế", "hợp tác xã", "cộng đồng", "cá nhân", "chủ đầu tư", "người sử dụng lao động",
        "cơ quan báo chí",
        "cơ quan truyền thông", "thành viên", "hiệp hội", "lực lượng", "công ty", "bệnh viện",
        "tổ trưởng tổ dân phố", "trưởng thôn", "bí thư chi bộ", "chi hội", "chi đoàn",
        "công đoàn", "mặt trận", "nhà mạng", "hộ kinh doanh", "hộ gia đình", "cấp", "trung tâm",
        "tổ hòa giải", "tổ công nghệ số cộng đồng", "đội", "cụm dân cư", "khối", "đài", "tổ",
        "ban công tác mặt trận", "ban quản lý", "chính quyền", "đảng ủy", "hợp tác xã",
        "chuyên viên", "cán bộ", "phó chủ tịch", "hội quần chúng", "chủ rừng", "chủ cơ sở",
        "cơ sở kinh doanh", "cơ sở sản xuất", "cơ sở sản xuất, kinh doanh",
        "cơ sở sản xuất kinh doanh", "cơ sở sản xuất, kinh doanh, dịch vụ",
        "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
        "lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở",
        "lực lượng tham gia bảo vệ an ninh, trật tự cơ sở",
        "lực lượng tham gia bảo vệ antt ở cơ sở", "lực lượng bảo vệ an ninh trật tự ở cơ sở",
        "tổ bảo vệ an ninh, trật tự", "tổ bảo vệ an ninh trật tự", "tổ bảo vệ antt",
        "hạt quản lý đê", "hạt kiểm lâm", "nhà hảo tâm",
        "mạnh thường quân",
        "tổ hợp tác", "hộ tiểu thương", "hộ chăn nuôi", "hộ sản xuất",
        "khu công nghiệp", "chủ hộ", "chủ hộ kinh doanh", "chủ hồ", "chủ hồ đập", "chủ hồ, đập",
        "chủ đập", "chủ tàu", "chủ phương tiện", "chủ nhà trọ", "chủ doanh nghiệp",
        "chủ tàu thuyền", "tổ liên gia", "dòng họ", "ngân hàng", "đặc khu", "cơ quan chuyên môn",
        "đơn vị sự nghiệp", "đơn vị sự nghiệp công lập", "đồn biên phòng", "tiểu thương",
        "đoàn giám sát", "đoàn kiểm tra", "đoàn khảo sát", "đoàn công tác", "tổ công tác",
        "nhà chung cư", "chung cư", "khu chung cư", "tòa nhà chung cư", "khóm", "khối phố",
        "tiểu khu", "bon", "câu lạc bộ", "đội dân phòng", "đội xung kích", "phương tiện", "cụm",
        "cụm thi đua", "khối thi đua", "chốt kiểm dịch", "điểm trường", "nhà thuốc", "phòng khám",
        "khoa", "đơn vị trường học", "hộ nhận khoán", "hộ nhận khoán rừng", "nhà thầu",
        "nhà thầu thi công", "đơn vị thi công",
        "đơn vị tư vấn", "doanh nghiệp thi công",
    ])

    /// Nouns of the places in which people live.
    static let settlements: Set<String> = [
        "thôn", "bản", "ấp", "buôn", "xóm", "làng", "khu phố", "tổ dân phố", "khu dân cư", "khóm",
        "khối phố", "tiểu khu", "bon", "khối",
    ]

    /// Nouns that name no one in particular: with "liên quan" they stay general.
    static let vagueNouns: Set<String> = [
        "cơ quan", "đơn vị", "tổ chức", "địa phương", "lực lượng", "cá nhân", "bộ phận",
        "chính quyền", "doanh nghiệp", "cộng đồng", "cấp", "cơ sở", "thành viên", "cơ quan báo chí",
        "cơ quan truyền thông", "cơ quan chuyên môn",
    ]

    /// Nouns of bodies that a plan gives orders to, as "các cơ quan, đơn vị" means them.
    static let bodyNouns: Set<String> = [
        "sở", "ban", "ngành", "phòng", "phòng ban", "ban ngành", "đoàn thể", "cơ quan", "đơn vị",
        "địa phương", "tổ chức", "cơ quan chuyên môn", "đơn vị sự nghiệp", "xã", "phường",
    ]

    /// What makes a group of such nouns definite: "các tổ chức chính trị - xã hội".
    static let definite: Set<String> = [
        "chính trị xã hội", "chính trị - xã hội", "chính trị – xã hội", "đảng", "thành viên",
        "trực thuộc", "thuộc", "đoàn thể", "theo quy định", "viễn thông", "chịu sự giám sát",
        "chịu sự kiểm tra", "được giám sát",
        "được kiểm tra", "được thanh tra", "được khảo sát",
    ]

    /// A word after a noun that shows it to be part of another word (`ban hành`, `xã hội`).
    static let notAfter: [String: Set<WordCode>] = [
        "bộ": [
            "phận", "máy", "chỉ", "đội", "tiêu", "luật", "quy", "mã", "hồ", "thủ", "sách", "đề",
            "câu", "nhận", "đàm", "môn", "sưu", "trưởng", "lọc", "giải",
        ],
        "ban": ["hành", "đầu", "bố", "ngày", "đêm"], "sở": ["hữu", "thích"],
        "xã": ["hội", "viên", "giao"], "hội": ["nghị", "viên", "thảo", "họp", "nhập", "trường"],
        "thôn": ["trưởng"], "ấp": ["trưởng"],
        "bản": [
            "trưởng", "đồ", "thân", "chất", "sắc", "quyền", "án", "tin", "vẽ", "cam", "chụp",
            "điện",
        ],
        "trường": ["hợp", "phái"],
        "cơ sở": ["vật", "dữ", "hạ", "pháp", "kinh", "sản", "để", "thuộc"],
        "phòng": ["chống", "cháy", "ngừa", "thủ", "bệnh", "tránh", "dịch", ","],
        "ngành": ["nghề"], "tổ": ["chức", "quốc", "trưởng"],
        "chi": ["phí", "trả", "tiết", "thường", "cho", "ngân"],
        "cấp": ["thoát", "phép", "phát", "kinh", "có", "ủy", "thẩm", "bách", "nước", "cho"],
        "cụm": ["công", "từ", "loa", "tuyến", "cảng", "di"], "khoa": ["học", "trưởng"],
        "đội": ["ngũ", "viên"], "đài": ["loan"], "làng": ["nghề"], "khối": ["lượng"],
        "địa phương": ["hóa"], "cá nhân": ["hóa"], "cộng đồng": [], "mặt trận": [],
        "thành viên": [],
        "đơn vị": ["tính"], "phường": [], "huyện": [], "trung tâm": ["học"],
    ]

    /// "Tổ chức" is a noun before these, else the verb.
    static let afterOrganisation: Set<WordCode> = [
        "chính", "đảng", "đoàn", "xã", "có", "liên", "thành", "trên", "thuộc", "phường", "tôn",
        "trong", "hội", "kinh", "quần", "cơ", ",", ".", ";", ":", "và", "cá", "của", "ở", "",
        "khác", "nêu", "phi", "cộng", "nghề", "công", "tín", "quốc",
    ]

    /// Words that start what a group belongs to or is about.
    static let groupTails = PhraseTree([
        "có liên quan", "liên quan", "khác", "chức năng", "chuyên môn", "nghiệp vụ", "chuyên trách",
        "chính trị xã hội", "chính trị - xã hội", "chính trị – xã hội", "kinh tế - xã hội",
        "xã hội - nghề nghiệp", "xã hội", "báo chí", "truyền thông", "thông tin truyền thông",
        "thông tin", "trực thuộc", "theo quy định", "ở cơ sở", "cơ sở", "địa phương",
        "đảng", "đoàn thể", "quần chúng", "nhà nước", "hành chính", "sự nghiệp", "công lập",
        "thành viên", "vũ trang", "viễn thông", "trung ương", "tư pháp", "nội chính", "tố tụng",
        "bầu cử", "phụ trách", "y tế", "giáo dục", "ngoài công lập", "tư nhân",
        "cấp trên trực tiếp",
        "đoàn cơ sở", "đoàn", "hội", "hội cơ sở", "xây dựng đảng",
        "thi đua", "điện lực",
        "dân cư", "tôn giáo", "tham mưu", "giúp việc", "thực hiện", "được giao", "nêu trên",
        "tại chỗ",
        "mầm non", "tiểu học", "thcs", "thpt", "trung học cơ sở", "trung học phổ thông",
        "phổ thông", "chịu sự giám sát", "chịu sự kiểm tra", "chịu sự quản lý", "được giám sát",
        "được kiểm tra", "được thanh tra", "được khảo sát",
    ])

    /// Small words that no name goes on with.
    static let functionWords: Set<WordCode> = [
        "và", "của", "với", "về", "tại", "theo", "trong", "trên", "có", "là", "để", "đã", "được",
        "phải", "cần", "cùng", "do", "từ", "đến", "khi", "nếu", "thì", "mà", "các", "những", "mỗi",
        "này", "đó", "thuộc", "cho", "nhằm", "bằng", "qua", "trước", "sau", "hoặc", "gồm", "không",
        "ra", "vào", "như", "nơi", "đang", "sẽ", "cũng", "đối", "giữa", "tới", "ở", "bảo", "đảm",
    ]
}
