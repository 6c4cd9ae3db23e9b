import Domain
import Testing

@Suite struct `States of zones` {
    private func signal(_ kind: AlarmSignal.Kind, _ change: AlarmSignal.Change) -> AlarmSignal {
        AlarmSignal(kind: kind, change: change, scheme: "sia", code: "", meaning: "")
    }

    @Test(arguments: [
        (ZoneState.normal, AlarmSignal.Kind.fireAlarm, AlarmSignal.Change.begun, ZoneState.alarm),
        (.fault, .manualCallPoint, .begun, .alarm), (.alarm, .fireAlarm, .ended, .restored),
        (.restored, .fireAlarm, .still, .alarm), (.normal, .unknown, .noted, .alarm),
        (.normal, .battery, .begun, .fault), (.fault, .battery, .ended, .restored),
        (.normal, .disabled, .begun, .disabled), (.normal, .test, .begun, .test),
    ])
    func `follow what is reported`(
        state: ZoneState, kind: AlarmSignal.Kind, change: AlarmSignal.Change, wanted: ZoneState
    ) {
        #expect(state.after(signal(kind, change)) == wanted)
    }

    @Test(arguments: [
        (ZoneState.alarm, AlarmSignal.Kind.fault, AlarmSignal.Change.begun),
        (.alarm, .fault, .ended), (.alarm, .disabled, .begun), (.alarm, .test, .begun),
        (.normal, .heartbeat, .noted), (.normal, .test, .noted), (.fault, .fireAlarm, .ended),
    ])
    func `are not changed by what says nothing of them`(
        state: ZoneState, kind: AlarmSignal.Kind, change: AlarmSignal.Change
    ) {
        #expect(state.after(signal(kind, change)) == nil)
    }

    @Test func `of alarms call people, whatever nobody understands among them`() {
        for kind in AlarmSignal.Kind.allCases {
            for change in AlarmSignal.Change.allCases {
                #expect(
                    signal(kind, change).callsPeople == (kind.isAlarm && change != .ended),
                    "\(kind) \(change)")
            }
        }
    }
}

@Suite struct `How pressing an alarm is` {
    private func zones(_ numbers: String...) -> Set<AlarmZone> {
        Set(numbers.map { AlarmZone(account: "a", area: nil, zone: $0) })
    }

    @Test func `rises with a second zone, or with a person beside a detector`() {
        func priority(_ zones: Set<AlarmZone>, _ kinds: Set<AlarmSignal.Kind>) -> AlarmPriority {
            AlarmPriority.of(zones: zones, kinds: kinds, isTrial: false)
        }
        #expect(priority(zones("1"), [.fireAlarm]) == .usual)
        #expect(priority(zones("1"), [.manualCallPoint]) == .usual)
        #expect(priority(zones("1", "2"), [.fireAlarm]) == .high)
        #expect(priority(zones("1"), [.fireAlarm, .manualCallPoint]) == .high)
        #expect(
            AlarmZone(account: "a", area: nil, zone: "1")
                != .init(account: "b", area: nil, zone: "1"))
    }

    @Test func `is least while a device is tried`() {
        #expect(
            AlarmPriority.of(zones: zones("1", "2"), kinds: [.fireAlarm], isTrial: true) == .trial)
    }
}

@Suite struct `What an alarm was` {
    @Test func `needs a cause when it was unwanted, and not too many words`() throws {
        try AlarmOutcome.genuine.check(cause: nil, words: "")
        try AlarmOutcome.unwanted.check(cause: .cooking, words: "")
        let missing = #expect(throws: Problem.self) {
            try AlarmOutcome.unwanted.check(cause: nil, words: "")
        }
        #expect(missing?.refusals["cause"] != nil)
        let words = String(repeating: "ầ", count: AlarmOutcome.wordsMax)
        try AlarmOutcome.drill.check(cause: nil, words: words)
        #expect(throws: Problem.self) {
            try AlarmOutcome.drill.check(cause: nil, words: words + "a")
        }
    }

    @Test func `ends it, unless it is a fire`() {
        #expect(AlarmOutcome.allCases.filter { !$0.ends } == [.genuine])
    }
}

@Suite struct `Trying a device` {
    @Test func `ends by itself, and has a reason`() throws {
        try AlarmTrial.check(minutes: 1, reason: "Bảo dưỡng")
        try AlarmTrial.check(minutes: AlarmTrial.minutesMax, reason: "Bảo dưỡng")
        let reason = String(repeating: "a", count: AlarmTrial.reasonMax + 1)
        for (minutes, reason, field) in [
            (0, "x", "minutes"), (AlarmTrial.minutesMax + 1, "x", "minutes"), (5, "", "reason"),
            (5, reason, "reason"),
        ] {
            let problem = #expect(throws: Problem.self) {
                try AlarmTrial.check(minutes: minutes, reason: reason)
            }
            #expect(problem?.refusals.keys.sorted() == [field])
        }
        #expect(throws: Problem.self) { try AlarmTrial.check(minutes: nil, reason: "x") }
    }
}
