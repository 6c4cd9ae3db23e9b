/// Messages of advice that telecommunication providers send to subscribers.
///
/// - Source: the wards' plans (OUT-08).
package enum SmsCampaigns: Register {
    package static let name = Field<String>(
        "name", "Tên đợt nhắn", isRequired: true, also: ["Đợt nhắn tin", "Tên"])
    package static let provider = Field<String>(
        "provider", "Nhà mạng", isRequired: true, also: ["Đơn vị cung cấp dịch vụ", "Đơn vị"])
    package static let text = Field<Remark>(
        "words", "Nội dung tin nhắn", isRequired: true, also: ["Nội dung"])
    package static let area = Field<String>(
        "area", "Gửi cho vùng nào", hint: "Cả phường, hoặc các trạm phát nào.", wanted: .always)
    package static let campaign = Field<Reference<Campaigns>>("campaign", "Trong đợt")
    package static let approvedBy = Field<String>("approved_by", "Người duyệt", wanted: .always)
    package static let approved = Field<Day>("approved_on", "Ngày duyệt", wanted: sent != nil)
    package static let sent = Field<Day>("sent_on", "Ngày nhắn", also: ["Ngày gửi"])
    package static let subscribers = Field<Int>(
        "subscribers", "Số thuê bao nhận", wanted: sent != nil, also: ["Số thuê bao"],
        .within(0...100_000_000))

    package static let description = RegisterDescription(
        name: "sms_campaigns", title: "Tin nhắn SMS", singular: "đợt nhắn",
        source: "Kế hoạch của xã: nhà mạng nhắn tin khuyến cáo đến thuê bao trên địa bàn",
        area: .outreach,
        fields: [
            name, provider, text, area, campaign, approvedBy, approved, sent, subscribers,
            Field<Remark>.note,
        ],
        columns: ["name", "provider", "approved_on", "sent_on", "subscribers"], filters: [],
        identity: ["name", "provider"],
        access: RegisterAccess(readers: .ward, writers: .keepers),
        checks: [
            RecordCheck(
                "unapproved", sent != nil && approved == nil, "Đã nhắn mà chưa ghi ngày duyệt."),
            RecordCheck("order", approved > sent, "Ngày nhắn trước ngày duyệt."),
        ])
}
