import Hummingbird

/// Every address of the product, and who may use it.
enum Routes {
    static let all: [Route] = [
        SessionPages.routes,
        StorybookPages.routes,
        PlanPages.routes,
    ].flatMap { $0 }
}
