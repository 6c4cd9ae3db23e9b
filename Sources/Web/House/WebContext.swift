package import Hummingbird
package import NIOCore

/// What the server keeps of a request beside the request itself.
package struct WebContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?
    /// `10.0.0.7`, seen through trusted proxies; empty where the connection has none.
    var address: String

    package init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        address = remoteAddress?.ipAddress ?? ""
    }
}
