import Domain
import Hummingbird

/// What rings and says whether the desk is heard: on the desk, and on the pages that are opened from
/// it, where an officer judges one alarm while the next one comes.
enum DeskBar {
    /// On the desk.
    static func desk(_ view: DeskView, _ visit: Visit) -> HTML {
        let sequence: HTML = " data-sequence=\"\(String(view.sequence))\""
        return bar(
            visit, stream: "/desk/events", waits: view.waits, attributes: sequence,
            """
            <p class="desk-keys small muted"><kbd>j</kbd> <kbd>k</kbd> chọn báo cháy · \
            <kbd>Enter</kbd> mở · <kbd>n</kbd> nhận · <kbd>1</kbd> đã gọi 114 · <kbd>t</kbd> thẻ \
            · <kbd>l</kbd> kết luận · <kbd>s</kbd> chuông</p>
            """)
    }

    /// On another page of alarms; nil: the viewer attends to none, or has the desk before the eyes.
    static func beside(_ visit: Visit, at place: Place?) -> HTML? {
        guard place == .alarms, visit.viewer?.officer.may(.attendAlarms) == true,
            visit.request.uri.path != "/desk"
        else { return nil }
        return bar(
            visit, stream: "/desk/events?list=none", waits: 0,
            """
            <p><a class="desk-waiting" href="/desk" data-waiting hidden></a></p>
            <p class="desk-keys small muted"><kbd>d</kbd> bàn trực · <kbd>s</kbd> chuông</p>
            """)
    }

    private static func bar(
        _ visit: Visit, stream: HTML, waits: Int, attributes: HTML? = nil, _ content: HTML
    ) -> HTML {
        """
        <div class="desk-bar no-print" data-desk="\(stream)" data-waits="\(String(waits))"\
        \(attributes) data-ward="\(visit.viewer?.officer.ward ?? "")" \
        data-now="\(String(visit.site.now.milliseconds))" hidden>
        <p class="desk-state" role="status" aria-live="polite">Đang nối…</p>
        <button class="button button--quiet button--small" type="button" data-sound \
        aria-keyshortcuts="s">Bật chuông, thông báo</button>
        \(content)
        </div>
        <div class="desk-lost no-print" role="alert" hidden></div>
        <script type="module" src="\(visit.site.assets.script("desk-line"))"></script>
        """
    }
}
