/// How many there are, counted no further than a bound: what a person asks of a long list is whether it
/// is long.
package struct BoundedCount: Sendable, Equatable, ExpressibleByIntegerLiteral {
    package let count: Int
    /// Whether there are more than `count`.
    package let isMore: Bool

    package init(_ count: Int, isMore: Bool = false) {
        self.count = count
        self.isMore = isMore
    }

    /// - Parameter counted: of at most one more than the bound.
    package init(counted: Int, upTo bound: Int) {
        self.init(min(counted, bound), isMore: counted > bound)
    }

    package init(integerLiteral count: Int) { self.init(count) }

    /// "17", "hơn 1.000".
    package var vietnamese: String { isMore ? "hơn \(count.vietnamese)" : count.vietnamese }
}
