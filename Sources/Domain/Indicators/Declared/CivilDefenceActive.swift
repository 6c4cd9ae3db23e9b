extension Indicator {
    static let civilDefenceActive = Indicator(
        "civil_defence_active", "Đội dân phòng hoạt động",
        "Đội dân phòng có tình trạng «đang hoạt động», trên đội dân phòng chưa giải thể.",
        source: "Kế hoạch của phường: 100% đội dân phòng duy trì hoạt động",
        .share(
            .that { _ in Forces.state == .active },
            of: RecordSet(Forces.description) { _ in
                Forces.kind == .civilDefence && Forces.state != .dissolved
            }),
        keeper: "Công an phường", signs: [["dan phong"], ["doi", "luc luong"]])
}
