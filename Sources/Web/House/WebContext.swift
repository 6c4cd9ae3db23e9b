package import Hummingbird
package import NIOCore

/// What the server keeps of a request beside the request itself.
package struct WebContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?

    package init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// `10.0.0.7`; empty where the connection has none.
    var address: String { remoteAddress?.ipAddress ?? "" }
}
