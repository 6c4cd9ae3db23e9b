import Domain
import Storage

/// What the journal's verbs and fields are called; one list for all features.
///
/// A test sees to it that every verb that is written has its words here.
package enum JournalWords {
    package static func verb(_ key: String) -> String { verbs[key] ?? key }

    package static func isKnown(_ key: String) -> Bool { verbs[key] != nil }

    /// Whether the records of a table have a name; the table's own stands for the rest.
    package static func namesRecords(of table: String) -> Bool {
        kinds[table] != nil || Registers.named(table) != nil
    }

    /// What a coded value of a field is called; nil: it stands for itself.
    static func value(_ value: String, of field: String) -> String? {
        switch field {
        case "status": Plan.Status(rawValue: value)?.title
        case "verdict": verdicts[value]
        case "outcome": AlarmOutcome(rawValue: value)?.title
        case "cause": AlarmOutcome.Cause(rawValue: value)?.title
        case "drill": DeviceDrill.Outcome(rawValue: value)?.title
        case "source": FireReport.Source(rawValue: value)?.title
        case "mark": AlarmMark(rawValue: value)?.title
        case "indicator": Indicators.named(value)?.title
        case "figures": figures(value)
        case "report_kind": ReportKinds.named(value)?.title
        case "role": Role(rawValue: value)?.title
        case "boundary": Polygon(text: value)?.shown
        case "register": Registers.named(value)?.title
        case "kind": Storage.Unit.Kind(rawValue: value)?.title
        case "verified": value == "true" ? "đã đối chiếu" : "chưa đối chiếu"
        default: nil
        }
    }

    private static func figures(_ keys: String) -> String {
        let titles = keys.split(separator: " ").map { key in
            key == PublicFigures.workKey
                ? "Tiến độ việc" : Indicators.named(String(key))?.title ?? String(key)
        }
        return titles.isEmpty ? "không số nào" : titles.joined(separator: "; ")
    }

    static func field(_ key: String) -> String { fields[key] ?? key }

    /// What a table's records are, as `kế hoạch`.
    static func kind(of subject: String) -> String {
        let table = subject.prefix { $0 != "/" }
        return kinds[String(table)] ?? Registers.named(String(table))?.singular ?? String(table)
    }

    private static let verdicts = [
        "accepted": "chấp nhận", "refused": "không chấp nhận", "agreed": "đồng ý",
        "returned": "trả lại",
    ]

    private static let verbs: [String: String] = [
        "alarm.account.add": "Cấp số tài khoản báo cháy",
        "alarm.account.lock": "Khóa số tài khoản báo cháy",
        "alarm.account.token": "Cấp khóa HTTP cho thiết bị báo cháy",
        "alarm.account.key": "Đổi khóa mã hóa của thiết bị báo cháy",
        "alarm.account.plain": "Đổi cách nhận bản tin không mã hóa",
        "alarm.account.pin": "Chốt cách viết của thiết bị báo cháy",
        "alarm.account.move": "Chuyển số tài khoản báo cháy sang thiết bị khác",
        "alarm.call": "Báo lên bậc tiếp theo",
        "alarm.call.answer": "Cơ sở trả lời điện thoại",
        "alarm.card.share": "Gửi thẻ ứng phó",
        "alarm.close": "Kết thúc báo cháy",
        "alarm.drill.begin": "Bắt đầu diễn tập thiết bị",
        "alarm.drill.cancel": "Bỏ lịch diễn tập thiết bị",
        "alarm.drill.end": "Kết thúc diễn tập thiết bị",
        "alarm.drill.plan": "Đặt lịch diễn tập thiết bị",
        "alarm.drill.shown": "Diễn tập hiện trên bàn trực",
        "alarm.drill.take": "Nhận lo diễn tập hỏng",
        "alarm.incident": "Lập vụ việc từ báo cháy",
        "alarm.judge": "Kết luận báo cháy",
        "alarm.mark": "Ghi mốc xử lý báo cháy",
        "alarm.report": "Nhận tin báo cháy của người dân",
        "alarm.report.forget": "Xoá tên, số điện thoại người báo cháy đã quá hạn giữ",
        "alarm.device.back": "Thiết bị có tín hiệu lại",
        "alarm.device.connected": "Thiết bị kết nối lần đầu",
        "alarm.device.lost": "Thiết bị mất kết nối",
        "alarm.device.tested": "Thiết bị được thử đến người trực",
        "alarm.remedy": "Cơ sở phải có kế hoạch khắc phục báo nhầm",
        "alarm.remedy.end": "Kết thúc khắc phục báo nhầm",
        "alarm.remedy.plan": "Nhận kế hoạch khắc phục báo nhầm",
        "alarm.silence": "Thiết bị mất liên lạc",
        "alarm.silence.end": "Thiết bị có liên lạc lại",
        "alarm.silence.take": "Nhận lo thiết bị mất liên lạc",
        "alarm.take": "Nhận báo cháy",
        "alarm.told": "Ghi đã gọi 114",
        "alarm.trial.begin": "Đặt chế độ thử thiết bị",
        "alarm.trial.end": "Kết thúc chế độ thử thiết bị",
        "alarm.trial.over": "Hết giờ thử thiết bị",
        "warning.cancel": "Hủy cảnh báo cho người dân",
        "warning.change": "Sửa bản nháp cảnh báo",
        "warning.discard": "Bỏ bản nháp cảnh báo",
        "warning.draft": "Soạn cảnh báo cho người dân",
        "warning.issue": "Phát cảnh báo cho người dân",
        "warning.subscriber.add": "Thêm nơi nhận cảnh báo",
        "warning.subscriber.end": "Bỏ nơi nhận cảnh báo",
        "ward.add": "Lập địa phương",
        "ward.place": "Đặt địa phương dưới cấp trên",
        "ward.boundary": "Đổi ranh giới của địa phương",
        "account.add": "Lập tài khoản",
        "account.change": "Sửa tài khoản",
        "account.password": "Đổi mật khẩu",
        "account.reset": "Cấp lại mật khẩu",
        "account.lock": "Khóa tài khoản",
        "account.unlock": "Mở khóa tài khoản",
        "account.telephone.propose": "Bắt đầu đăng ký mã điện thoại",
        "account.telephone.on": "Bật mã điện thoại",
        "account.telephone.off": "Tắt mã điện thoại",
        "account.telephone.seal": "Mã hóa mã bí mật của điện thoại",
        "account.recovery": "Đăng nhập bằng mã dự phòng",
        "account.recovery.renew": "Lập mã dự phòng mới",
        "session.begin": "Đăng nhập",
        "session.end": "Đăng xuất",
        "session.end.others": "Đăng xuất các thiết bị khác",
        "session.refused": "Đăng nhập sai",
        "unit_changes.load": "Nạp danh mục đơn vị hành chính cũ, mới",
        "unit.add": "Lập đơn vị",
        "unit.change": "Sửa đơn vị",
        "unit.members": "Đổi thành viên của nhóm đơn vị",
        "unit.alias.add": "Dạy cách viết tên đơn vị",
        "unit.alias.remove": "Bỏ cách viết tên đơn vị",
        "unit.boundary": "Đổi ranh giới của tổ dân phố",
        "unit.end": "Kết thúc đơn vị",
        "unit.reopen": "Mở lại đơn vị",
        "calendar.end": "Bỏ địa chỉ lịch",
        "calendar.renew": "Lập địa chỉ lịch mới",
        "digest.make": "Lập bản tin nhắc việc",
        "document.add": "Thêm văn bản",
        "document.change": "Sửa văn bản",
        "document.disseminate": "Ghi việc quán triệt văn bản",
        "document.link": "Nối văn bản",
        "document.unit_plan": "Ghi kế hoạch của đơn vị",
        "document.remove": "Xóa văn bản khỏi thư viện",
        "document.unlink": "Bỏ nối văn bản",
        "obstacle.answer": "Trả lời vướng mắc",
        "obstacle.forward": "Chuyển vướng mắc",
        "obstacle.raise": "Nêu vướng mắc",
        "obstacle.resolve": "Kết thúc vướng mắc",
        "plan.adopt": "Nhận nội dung bản sửa đổi",
        "plan.amend": "Sửa đổi kế hoạch",
        "plan.bindUnits": "Gắn tên đơn vị trong kế hoạch",
        "plan.amend.discard": "Bỏ bản sửa đổi nhập nhầm",
        "plan.confirm": "Xác nhận kế hoạch",
        "plan.discard": "Bỏ bản nháp",
        "plan.end": "Kết thúc kế hoạch",
        "plan.resume": "Mở lại kế hoạch",
        "plan.import": "Tải kế hoạch lên",
        "plan.number": "Ghi số và ngày của kế hoạch",
        "plan.repair.leave": "Bỏ qua gợi ý sửa chữ",
        "plan.repair.take": "Nhận gợi ý sửa chữ",
        "proposal.decide": "Quyết định đề xuất",
        "proposal.make": "Đề xuất với UBND",
        "public.choose": "Chọn số liệu công khai",
        "target.excuse": "Cho bỏ qua kỳ của chỉ tiêu",
        "target.freeze": "Chốt danh sách của chỉ tiêu",
        "target.thaw": "Bỏ danh sách chốt của chỉ tiêu",
        "target.measure": "Chọn cách tính chỉ tiêu",
        "target.report": "Báo cáo số liệu chỉ tiêu",
        "target.withdraw": "Rút số liệu chỉ tiêu",
        "task.add": "Thêm nhiệm vụ",
        "task.correct": "Sửa nhiệm vụ",
        "task.defer": "Để nhiệm vụ lại, chưa giao",
        "task.join": "Gộp nhiệm vụ",
        "task.merge": "Nối nhiệm vụ của cùng một việc",
        "task.part": "Tách nhiệm vụ khỏi việc chung",
        "task.remove": "Bỏ nhiệm vụ",
        "task.restore": "Lấy lại nhiệm vụ",
        "task.splitByLead": "Tách nhiệm vụ theo đầu mối",
        "task.split": "Tách nhiệm vụ",
        "report.document.add": "Ghi văn bản lồng ghép vào báo cáo",
        "report.document.remove": "Bỏ văn bản lồng ghép khỏi báo cáo",
        "accessKey.add": "Lập khóa cho phần mềm khác",
        "accessKey.end": "Hủy khóa của phần mềm khác",
        "inspection.plan": "Lập kế hoạch kiểm tra năm",
        "inspection.reopen": "Mở lại phần đã ký của biên bản kiểm tra",
        "inspection.sign": "Ký phần biên bản kiểm tra",
        "publication.approve": "Duyệt công khai",
        "publication.withdraw": "Gỡ công khai",
        "record.add": "Ghi vào sổ",
        "record.change": "Sửa trong sổ",
        "record.confirm": "Xác nhận vẫn đúng",
        "record.answerSheet": "Trả lời về dòng có thể trùng",
        "record.discardSheet": "Bỏ bảng tính chưa nhập",
        "record.end": "Bỏ khỏi sổ",
        "record.import": "Nhập bảng tính vào sổ",
        "record.merge": "Gộp mục trùng",
        "record.part": "Ghi là hai mục khác nhau",
        "record.undoMerge": "Tách lại mục đã gộp",
        "record.matchColumns": "Ghép cột của bảng tính",
        "record.readSheet": "Tải bảng tính lên",
        "record.rederive": "Tính lại theo quy định",
        "record.undoImport": "Hoàn tác lần nhập bảng tính",
        "report.start": "Bắt đầu soạn báo cáo",
        "report.section.edit": "Sửa phần của báo cáo",
        "report.section.restore": "Lấy lại lời dự thảo của một phần",
        "report.head": "Ghi số, ngày, nơi nhận của báo cáo",
        "report.figure.enter": "Nhập tay số liệu của báo cáo",
        "report.figure.remove": "Bỏ số liệu nhập tay của báo cáo",
        "report.hand_in": "Trình báo cáo",
        "report.review": "Soát báo cáo",
        "report.approve": "Duyệt báo cáo",
        "report.send_back": "Trả lại báo cáo cho người soạn",
        "report.issue": "Phát hành báo cáo",
        "report.end": "Bỏ báo cáo đang soạn",
        "report.correct": "Soạn báo cáo đính chính",
        "report.key.make": "Lập khóa ký báo cáo",
        "report.receive": "Nhập báo cáo của nơi khác",
        "report.sender.accept": "Chấp nhận khóa ký của nơi gửi báo cáo",
        "report.duties": "Lập chế độ báo cáo theo kế hoạch",
        "report.duty.add": "Thêm chế độ báo cáo",
        "report.duty.change": "Sửa chế độ báo cáo",
        "report.accept": "Chấp nhận báo cáo của đơn vị",
        "report.draft": "Soạn báo cáo của đơn vị",
        "report.return": "Trả lại báo cáo của đơn vị",
        "report.send": "Ghi báo cáo đã gửi",
        "report.submit": "Gửi báo cáo của đơn vị",
        "report.write": "Soạn dự thảo báo cáo",
        "review.add": "Ghi sơ kết, tổng kết",
        "review.change": "Sửa sơ kết, tổng kết",
        "work.accept": "Chấp nhận kết quả",
        "work.answer": "Giải trình",
        "work.due": "Đổi hạn",
        "work.excuse": "Cho bỏ qua kỳ việc",
        "work.extend": "Thêm các kỳ việc",
        "work.lead": "Đổi đơn vị chủ trì",
        "work.make": "Giao việc",
        "work.partners": "Đổi đơn vị phối hợp",
        "work.question": "Yêu cầu giải trình",
        "work.report": "Báo cáo tiến độ",
        "work.rhythm": "Đổi chu kỳ của việc",
        "work.return": "Trả lại, kèm lý do",
        "work.settle": "Kết thúc yêu cầu giải trình",
        "work.submit": "Nộp kết quả",
        "work.terms": "Sửa yêu cầu của việc",
        "work.withdraw": "Rút báo cáo hoàn thành",
        "work.urge": "Đôn đốc",
    ]

    private static let fields: [String: String] = [
        "outcome": "kết luận", "cause": "nguyên nhân", "mark": "mốc", "url": "địa chỉ",
        "drill": "kết quả",
        "source": "tin từ", "begins": "bắt đầu lúc", "until": "đến",
        "indicator": "cách tính", "cases": "số báo cháy", "step": "bậc", "devices": "số thiết bị",
        "people": "số người",
        "transmitter": "thiết bị truyền tin", "has_key": "có khóa mã hóa",
        "heartbeat_seconds": "chu kỳ kiểm tra (giây)",
        "merged": "mục được gộp", "record": "mục",
        "register": "sổ",
        "undone": "số mục hoàn tác", "kept": "số mục giữ nguyên", "login": "tên đăng nhập",
        "name": "tên", "boundary": "ranh giới", "role": "vai trò", "unit": "đơn vị",
        "post": "chức vụ", "email": "thư điện tử", "phone": "số điện thoại",
        "round": "lần báo lại", "short_name": "tên gọn", "kind": "loại",
        "parent": "thuộc", "members": "thành viên", "alias": "cách viết",
        "failures": "số lần sai liền nhau", "because": "lý do", "sessions": "số thiết bị",
        "province": "tỉnh, thành phố", "title": "tên", "number": "số", "due": "hạn",
        "lead": "chủ trì", "percent": "phần trăm", "text": "nội dung", "note": "ghi chú",
        "status": "tình trạng", "person": "người phụ trách", "product": "sản phẩm",
        "authority": "thẩm quyền", "file": "tệp", "reason": "lý do",
        "accepted_at": "chấp nhận lúc",
        "added": "thêm",
        "answer": "trả lời",
        "assignments_ended": "số việc kết thúc",
        "assignments_made": "số việc giao",
        "changed": "thay đổi",
        "day": "ngày",
        "decision": "quyết định",
        "deferred": "số nhiệm vụ để lại",
        "digests": "số bản tin",
        "document": "văn bản",
        "duties": "số kỳ báo cáo",
        "duties_ended": "số kỳ báo cáo kết thúc",
        "entry": "dòng báo cáo",
        "findings": "kết quả, đánh giá",
        "found": "chữ trong văn bản",
        "into": "thành",
        "issued": "ngày ban hành",
        "lines": "các dòng",
        "measures": "giải pháp",
        "issuer": "cơ quan ban hành",
        "number_suffix": "ký hiệu",
        "obstacles": "số vướng mắc",
        "occurrence": "kỳ việc",
        "occurrences_made": "số kỳ việc",
        "partners": "đơn vị phối hợp",
        "place": "địa danh",
        "pieces": "các phần",
        "proposals": "số đề xuất",
        "question": "câu hỏi",
        "removed": "bỏ",
        "resolved_at": "xong lúc",
        "results": "kết quả",
        "rhythm": "các kỳ",
        "sent_on": "ngày gửi",
        "submitted_at": "nộp lúc",
        "to_unit": "gửi tới",
        "upper": "văn bản trên",
        "value": "số liệu",
        "verdict": "kết luận",
        "version": "bản",
        "work_item": "công việc", "section": "phần", "sender": "nơi gửi",
        "fingerprint": "dấu vân tay khóa", "figure": "số liệu", "scan": "bản đã ký",
        "corrects": "đính chính", "report_kind": "loại báo cáo", "from": "từ ngày",
        "to": "đến ngày", "addressees": "kính gửi", "recipients": "nơi nhận",
        "signer": "người ký", "signed_by_deputy": "cấp phó ký thay",
        "files": "số tệp",
        "above": "cấp trên", "basis": "văn bản có danh sách", "figures": "các số liệu",
        "frozen_on": "ngày chốt danh sách", "records": "số mục", "slot": "kỳ",
    ]

    private static let kinds: [String: String] = [
        "alarm_accounts": "số tài khoản báo cháy",
        "alarm_cases": "báo cháy", "alarm_reports": "tin báo cháy",
        "alarm_silences": "lần mất liên lạc", "device_drills": "lần diễn tập thiết bị",
        "alarm_remedies": "việc khắc phục báo nhầm",
        "warnings": "cảnh báo", "warning_subscribers": "nơi nhận cảnh báo",
        "wards": "địa phương", "accounts": "tài khoản", "sessions": "phiên đăng nhập",
        "units": "đơn vị", "plans": "kế hoạch", "tasks": "nhiệm vụ", "targets": "chỉ tiêu",
        "assignments": "việc được giao", "occurrences": "kỳ việc", "files": "tệp",
        "entries": "báo cáo tiến độ", "documents": "văn bản", "reports": "báo cáo",
        "report_duties": "chế độ báo cáo", "report_periods": "kỳ báo cáo",
        "explanations": "giải trình", "obstacles": "vướng mắc", "proposals": "đề xuất",
        "imports": "lần nhập bảng tính", "years": "kế hoạch kiểm tra năm",
        "unit_reports": "báo cáo của đơn vị",
        "reviews": "sơ kết, tổng kết", "received_reports": "báo cáo của nơi khác",
    ]
}
