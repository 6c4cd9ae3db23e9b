extension Indicator {
    /// Facilities that have to send their alarms: those at work, but for whoever is exempt.
    private static let obliged = RecordSet(
        Facilities.description,
        without: .named(by: Transmitters.description, Transmitters.facility.key) { _ in
            Transmitters.exempt != nil
        }
    ) { _ in Facilities.state != .stopped }

    private static let source =
        "Luật 55/2024/QH15, Điều 54; kế hoạch của phường về thiết bị truyền tin báo cháy"

    static let transmittersRegistered = Indicator(
        "transmitters_registered", "Cơ sở đã đăng ký lắp thiết bị truyền tin báo cháy",
        "Cơ sở có thiết bị đã ghi ngày đăng ký nhu cầu, trên cơ sở chưa ngừng hoạt động và không thuộc diện miễn lắp.",
        source: source,
        .share(
            .named(by: Transmitters.description, Transmitters.facility.key) { _ in
                Transmitters.registered != nil
            }, of: obliged),
        keeper: "Công an phường", signs: [["truyen tin"], ["dang ky"]])

    static let transmittersRegisteredThisMonth = Indicator(
        "transmitters_registered_month",
        "Cơ sở đăng ký lắp thiết bị truyền tin báo cháy trong tháng",
        "Cơ sở có thiết bị ghi ngày đăng ký nhu cầu trong tháng này, trên cơ sở chưa ngừng hoạt động và không thuộc diện miễn lắp.",
        source: source,
        .share(
            .named(by: Transmitters.description, Transmitters.facility.key) { day in
                Transmitters.registered >= day.firstOfMonth
                    && Transmitters.registered < day.adding(days: 1)
            }, of: obliged),
        keeper: "Công an phường", per: "month",
        signs: [["truyen tin"], ["dang ky"]])

    package static let transmittersConnected = Indicator(
        "transmitters_connected", "Cơ sở đã kết nối thiết bị truyền tin báo cháy",
        "Cơ sở có thiết bị đã ghi ngày kết nối, trên cơ sở chưa ngừng hoạt động và không thuộc diện miễn lắp.",
        source: source,
        .share(
            .named(by: Transmitters.description, Transmitters.facility.key) { _ in
                Transmitters.connected != nil
            }, of: obliged),
        keeper: "Công an phường",
        signs: [["truyen tin"], ["lap dat", "ket noi", "trang bi", "hoan thanh"]])
}
