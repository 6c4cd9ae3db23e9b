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

    @Test(arguments: [
        // Mains came back, and the battery is still low.
        (ZoneState.fault, AlarmSignal.Kind.power, [DeviceTrouble.battery], ZoneState.fault),
        (.fault, .power, [], .restored), (.fault, .battery, [.disabled], .disabled),
        // The fault that was there before the fire, or came with it, is there after it.
        (.alarm, .fireAlarm, [.fault], .fault), (.test, .test, [.disabled], .disabled),
        (.disabled, .disabled, [.tamper, .disabled], .fault),
    ])
    func `are what is left when one of several troubles ends`(
        state: ZoneState, kind: AlarmSignal.Kind, left: [DeviceTrouble], wanted: ZoneState
    ) {
        #expect(state.after(signal(kind, .ended), beside: left) == wanted)
    }

    @Test func `are put back by a reset, but for what it does not end`() {
        #expect(ZoneState.alarm.after(.everything, beside: []) == .restored)
        #expect(ZoneState.alarm.after(.alarms, beside: [.battery]) == .fault)
        #expect(ZoneState.fault.after(.everything, beside: []) == .restored)
        #expect(ZoneState.fault.after(.alarms, beside: []) == nil)
        for state in [ZoneState.normal, .disabled, .test, .restored] {
            #expect(state.after(.everything, beside: []) == nil)
        }
        #expect(
            DeviceTrouble.allCases.filter(\.latches) == [.supervision, .fault, .tamper])
    }

    @Test(arguments: ["601", "602", "603", "608", "611", "612", "613", "614", "615"])
    func `are not changed by a test that is of a moment`(code: String) {
        let test = AlarmSignal(
            kind: .test, change: .begun, scheme: "contactID", code: code, meaning: "")
        #expect(ZoneState.normal.after(test) == nil)
        #expect(ZoneState.fault.after(test) == nil)
        // The fire alarm system is tried until it is said to be over.
        let begun = AlarmSignal(
            kind: .test, change: .begun, scheme: "contactID", code: "604", meaning: "")
        #expect(ZoneState.normal.after(begun) == .test)
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

@Suite struct `An alarm that comes back` {
    private func told(_ step: AlarmStepKind, after seconds: Int64) -> ReturnedAlarm.Told {
        .init(step: step, at: Instant(milliseconds: seconds * 1000))
    }

    @Test func `is told at once after its end, and else once a minute`() {
        let moment = Instant(milliseconds: 100_000)
        #expect(ReturnedAlarm.isTold(after: nil, at: moment))
        for step in [AlarmStepKind.ended, .reset] {
            #expect(ReturnedAlarm.isTold(after: told(step, after: 99), at: moment))
        }
        for step in [AlarmStepKind.opened, .zone, .again] {
            #expect(!ReturnedAlarm.isTold(after: told(step, after: 41), at: moment))
            #expect(ReturnedAlarm.isTold(after: told(step, after: 40), at: moment))
        }
    }

    @Test func `has its end told, but not twice and not while it comes and goes`() {
        let moment = Instant(milliseconds: 100_000)
        for step in [nil, AlarmStepKind.opened, .zone, .reset] {
            let last = step.map { told($0, after: 99) }
            #expect(ReturnedAlarm.isEndTold(after: last, at: moment))
        }
        #expect(!ReturnedAlarm.isEndTold(after: told(.ended, after: 0), at: moment))
        #expect(!ReturnedAlarm.isEndTold(after: told(.again, after: 41), at: moment))
        #expect(ReturnedAlarm.isEndTold(after: told(.again, after: 40), at: moment))
    }
}

@Suite struct `A trouble of a device` {
    @Test func `is of every kind that somebody must look after, and of no other`() {
        let reported = AlarmSignal.Kind.allCases.filter { DeviceTrouble(reportedAs: $0) != nil }
        #expect(
            reported == [.supervision, .fault, .power, .battery, .line, .tamper, .disabled])
        for kind in reported {
            #expect(DeviceTrouble(reportedAs: kind)?.rawValue == kind.rawValue)
        }
    }

    @Test func `is taken in words`() throws {
        try DeviceTrouble.check(words: String(repeating: "ầ", count: DeviceTrouble.wordsMax))
        for words in ["", String(repeating: "a", count: DeviceTrouble.wordsMax + 1)] {
            #expect(throws: Problem.self) { try DeviceTrouble.check(words: words) }
        }
    }
}
