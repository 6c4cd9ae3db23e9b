import Glibc
import Wire

// How many frames are split, decoded, identified and answered in a second of one core.
//
//     swift build -c release --product WireBenchmark && .build/release/WireBenchmark [ROUNDS]

let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
let now = DC09Timestamp(seconds: 1_814_400_000)
let count = 100_000
let accounts = 1_000

func measure(_ name: String, _ frames: Int, of unit: String = "frames", _ work: () -> Int) {
    var seconds = Double.infinity
    for _ in 0..<rounds {
        let start = processorSeconds()
        let done = work()
        precondition(done == frames, "\(name): \(done) of \(frames)")
        seconds = min(seconds, processorSeconds() - start)
    }
    let rate = Int(Double(frames) / seconds)
    let each = Int(seconds / Double(frames) * 1e9)
    print("\(name): \(rate) \(unit)/s, \(each) ns each")
}

/// Of this process, so that what else runs on the machine matters less.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func chunks(_ frames: [[UInt8]], per chunk: Int) -> [[UInt8]] {
    stride(from: 0, to: frames.count, by: chunk).map {
        Array(frames[$0..<min($0 + chunk, frames.count)].joined())
    }
}

var random = SystemRandomNumberGenerator()
let drafts = (0..<count).map { index in
    DC09Draft.contactID(
        110, zone: index % 999 + 1, sequence: index % 9999 + 1,
        account: String(0xA00001 + index % accounts, radix: 16, uppercase: true), timestamp: now)
}
let keyBytes: [(bits: Int, bytes: [UInt8])] = ([16, 24, 32] as [UInt8]).map {
    (Int($0) * 8, Array(0..<$0))
}
let plain = chunks(drafts.map { $0.bytes() }, per: 1)
let sia = chunks(
    (0..<count).map {
        DC09Draft.sia("Nri1/FA\($0 % 999 + 1)", sequence: $0 % 9999 + 1, account: "A00001").bytes()
    }, per: 1)

@MainActor
func run(
    _ chunks: [[UInt8]], key: AESKey?, signals: Bool = false, repeats: Bool = false,
    answer: Bool = true
) -> Int {
    var splitter = FrameSplitter()
    var done = 0
    var checked = 0
    for chunk in chunks {
        splitter.split(chunk) { piece in
            guard case .frame(let bytes) = piece,
                let frame = try? DC09Frame(bytes),
                let message = try? DC09Message(frame, key: key)
            else { return }
            if signals, let found = try? DC09Signals(message) { checked += found.values.count }
            if repeats { checked ^= RepeatKey(message, listener: 1).hashValue }
            if answer { checked &+= DC09Reply.ack(frame, key: key, now: now).count }
            done += 1
        }
    }
    precondition(checked != 1)
    return done
}

measure("plain, split only", count) {
    var splitter = FrameSplitter()
    var done = 0
    for chunk in plain { splitter.split(chunk) { _ in done += 1 } }
    return done
}
measure("plain, split and decode", count) { run(plain, key: nil, answer: false) }
measure("plain, split, decode, ACK", count) { run(plain, key: nil) }
measure("plain, the same with repeat key", count) { run(plain, key: nil, repeats: true) }
measure("plain, the same with signals", count) {
    run(plain, key: nil, signals: true, repeats: true)
}
measure("SIA-DCS, the same with signals", count) {
    run(sia, key: nil, signals: true, repeats: true)
}
for (bits, bytes) in keyBytes {
    guard let key = AESKey(bytes: bytes) else { continue }
    let encrypted = chunks(drafts.map { $0.bytes(key: key, random: &random) }, per: 1)
    measure("AES-\(bits), split, decode, *ACK", count) { run(encrypted, key: key) }
    measure("AES-\(bits), the same with repeat key and signals", count) {
        run(encrypted, key: key, signals: true, repeats: true)
    }
}

// What an attacker can make us do, byte by byte or with marks in every place.
let hostile: [(String, [UInt8])] = [
    ("LF", [0x0A]), ("CR", [0x0D]), ("open frames", Array("\nFFFF1F40\"\r".utf8)),
    ("empty frames", Array("\n00000000\"\r".utf8)), ("noise", Array("x\r".utf8)),
]
for (name, bytes) in hostile {
    let flood = Array([[UInt8]](repeating: bytes, count: 1_000_000 / bytes.count).joined())
    for size in [1, 1_400] {
        measure("flood of \(name), by \(size)", flood.count, of: "bytes") {
            var splitter = FrameSplitter()
            for start in stride(from: 0, to: flood.count, by: size) {
                let end = min(start + size, flood.count)
                splitter.split(flood.span.extracting(start..<end)) {
                    if case .frame(let bytes) = $0 { _ = try? DC09Frame(bytes) }
                }
            }
            return flood.count
        }
    }
}
