/// What a browser says of itself, in words that a person knows.
enum Devices {
    /// `Chrome trên Android`; the browser's own words are long and made to mislead.
    static func name(of agent: String) -> String {
        let browsers = [
            ("Coc_Coc", "Cốc Cốc"), ("coc_coc", "Cốc Cốc"), ("Zalo", "Zalo"), ("Edg", "Edge"),
            ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
            ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"), ("curl", "curl"),
        ]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"),
            ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"),
            ("Linux", "Linux"),
        ]
        let browser = browsers.first { agent.contains($0.0) }?.1 ?? "Trình duyệt khác"
        return systems.first { agent.contains($0.0) }.map { "\(browser) trên \($0.1)" } ?? browser
    }
}
