/// Every indicator, in the order of the pages.
package enum Indicators {
    package static let all: [Indicator] = [
        .transmittersRegistered, .transmittersRegisteredThisMonth, .transmittersConnected,
        .violationsHandled, .civilDefenceActive, .cablesDone, .waterAdded, .deepAlleysSolved,
        .cagesOpened, .secondExits, .coreTeachers, .staffTaught, .broadcastsHeld,
        .weeklyBroadcasts, .learningCentres, .firesThisYear,
    ]

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    package static func named(_ key: String) -> Indicator? { byKey[key] }
}
