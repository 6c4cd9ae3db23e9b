import Hummingbird

/// Every address of the product, and who may use it.
enum Routes {
    static let all: [Route] = [
        SessionPages.routes,
        PlanPages.routes,
        LibraryPages.routes,
        StorybookPages.routes,
    ].flatMap { $0 }
}
