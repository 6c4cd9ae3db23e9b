import HTTPTypes
import Hummingbird

/// Where a request comes from, seen through the proxies that we trust and through no other.
package enum ClientAddress {
    /// - Parameters:
    ///   - peer: who is at the other end of the connection.
    ///   - proxies: addresses whose word is taken.
    /// - Source: MDN, X-Forwarded-For: read from the right, stop at the first that is not ours.
    package static func of(peer: String, forwarded: [String], proxies: Set<String>) -> String {
        guard proxies.contains(peer) else { return peer }
        let hops = forwarded.flatMap { $0.split(separator: ",") }.map { hop in
            hop.trimmed
        }
        return hops.last { !proxies.contains($0) && isPlausible($0) } ?? peer
    }

    static func of(_ request: Request, peer: String, proxies: Set<String>) -> String {
        guard !proxies.isEmpty, let name = HTTPField.Name("X-Forwarded-For") else { return peer }
        return of(peer: peer, forwarded: request.headers[values: name], proxies: proxies)
    }

    /// Digits, letters of hexadecimal, dots and colons: what stands in a log and in the journal.
    private static func isPlausible(_ address: String) -> Bool {
        !address.isEmpty && address.utf8.count <= 45
            && address.utf8.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2E
                    || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66)
            }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var part = self
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
    }
}
