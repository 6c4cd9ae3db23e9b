/// Bytes that are no frame, with the reason, so that they can be kept and explained.
package struct StrayBytes: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// Nothing that begins as a frame does.
        case outsideFrame
        /// The header promises a body beyond `FrameSplitter.bodyBytesMax`.
        case tooLong(bytes: Int)
        /// The next frame or the end of the connection came before the CR.
        case unfinished
    }

    /// Whole when unfinished, else at most `FrameSplitter.keptBytesMax`; what follows is dropped.
    package let bytes: [UInt8]
    package let reason: Reason

    /// The protocol that they look like; nil: none that we know.
    package var likeness: OtherProtocol? { OtherProtocol(bytes) }

    package var message: String {
        if let likeness { return likeness.message }
        return switch reason {
        case .outsideFrame:
            "Dữ liệu nhận được không phải bản tin DC-09; "
                + "kiểm tra giao thức đã chọn trên thiết bị truyền tin."
        case .tooLong(let bytes):
            "Bản tin báo độ dài \(bytes) byte, quá \(FrameSplitter.bodyBytesMax) byte cho phép; "
                + "kiểm tra cấu hình thiết bị truyền tin."
        case .unfinished:
            "Bản tin bị đứt giữa chừng; kiểm tra chất lượng đường truyền của thiết bị."
        }
    }
}

/// What else comes to the port, recognised so that people need not guess.
///
/// - Source: PROTOCOLS.md 1.10 (dialects), 7 (themes 9 and 10).
package enum OtherProtocol: String, Sendable, CaseIterable {
    case tls, http, sip, ssh, osborneHoffman, singleByteAcknowledgement

    init?(_ bytes: [UInt8]) {
        let start = bytes.drop { Sign.isFill($0) }
        func begins(_ words: String...) -> Bool {
            words.contains { start.starts(with: $0.utf8) }
        }
        if start.count >= 3, start.starts(with: [0x16, 0x03]) {
            self = .tls
        } else if start.contains(subsequence: "SIP/2.0") {
            self = .sip
        } else if begins("GET ", "POST ", "HEAD ", "PUT ", "OPTIONS ", "CONNECT ", "PRI * HTTP") {
            self = .http
        } else if begins("SSH-") {
            self = .ssh
        } else if begins("SR"), start.contains(subsequence: "[ID") {
            self = .osborneHoffman
        } else if start.elementsEqual([0x06]) {
            self = .singleByteAcknowledgement
        } else {
            return nil
        }
    }

    package var message: String {
        switch self {
        case .tls:
            "Kết nối dùng TLS vào cổng không mã hoá; chọn cổng TLS hoặc tắt TLS trên thiết bị."
        case .http:
            "Có yêu cầu HTTP vào cổng DC-09; thường là máy dò quét trên mạng, có thể bỏ qua."
        case .sip: "Có cuộc gọi SIP vào cổng DC-09; thường là máy dò quét trên mạng, có thể bỏ qua."
        case .ssh: "Có kết nối SSH vào cổng DC-09; thường là máy dò quét trên mạng, có thể bỏ qua."
        case .osborneHoffman:
            "Thiết bị gửi giao thức Osborne-Hoffman của Aritech, không phải DC-09; "
                + "chọn lại giao thức trên thiết bị."
        case .singleByteAcknowledgement:
            "Thiết bị trả lời bằng một byte 06, như tủ Galaxy hoặc TEKNIM, không phải DC-09; "
                + "chọn lại giao thức trên thiết bị."
        }
    }
}

extension Sequence<UInt8> {
    fileprivate func contains(subsequence text: String) -> Bool {
        let bytes = Array(self)
        let word = Array(text.utf8)
        guard bytes.count >= word.count else { return false }
        return (0...bytes.count - word.count).contains { bytes[$0...].starts(with: word) }
    }
}
