import Storage
import Synchronization

/// Refused frames that wait to be kept; beyond its limit they are counted only.
final class RefusalKeeper: Sendable {
    struct Held: Sendable {
        var frames: [RefusedFrame] = []
        var uncounted: [String: Int] = [:]

        var isEmpty: Bool { frames.isEmpty && uncounted.isEmpty }
    }

    private let held = Mutex(Held())
    private let heldMax: Int

    init(heldMax: Int) { self.heldMax = heldMax }

    func add(_ frame: RefusedFrame) {
        held.withLock { held in
            if held.frames.count < heldMax {
                held.frames.append(frame)
            } else {
                held.uncounted[frame.reason, default: 0] += 1
            }
        }
    }

    func take() -> Held {
        held.withLock { held in
            let all = held
            held = Held()
            return all
        }
    }

    /// Puts back what could not be written, as far as there is room.
    func putBack(_ old: Held) {
        for frame in old.frames { add(frame) }
        held.withLock { $0.uncounted.merge(old.uncounted) { $0 + $1 } }
    }
}
