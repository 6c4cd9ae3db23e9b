import Domain

// What libFuzzer calls with each input of the target `row`: what waits in the store to be sorted,
// perhaps written by another version, or damaged. `Unreadable` is an answer.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let frames = try? FrameBytes.read(bytes) else { return 0 }
    let written = FrameBytes.written(frames.map(FrameRecord.init))
    guard let again = try? FrameBytes.read(written) else { preconditionFailure("it is lost") }
    precondition(again.count == frames.count, "a frame is lost")
    precondition(FrameBytes.written(again.map(FrameRecord.init)) == written, "it changes")
    return 0
}
