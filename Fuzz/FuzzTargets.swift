import Documents
import Domain

// What libFuzzer calls with each input. FUZZ_TEXT and FUZZ_DOCX choose the target; a crash, a trap,
// a report of the address sanitizer or an endless loop is a finding, a `Problem` is an answer.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

#if FUZZ_TEXT
    /// A text file: its encoding, then everything that is understood of it.
    private func read(_ bytes: [UInt8]) {
        guard let source = try? TextReader.read(bytes, name: "fuzz") else { return }
        check(source)
    }
#else
    /// A Word file as it is, or the XML of its text, numbering and styles, as checksums would keep
    /// most changes of a packed file from the parser.
    private func read(_ bytes: [UInt8]) {
        var file = bytes
        if !bytes.starts(with: [0x50, 0x4B]) {
            let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            let names = ["word/document.xml", "word/numbering.xml", "word/styles.xml"]
            let packed = try? ZipWriter.pack(
                [ZipWriter.Part(name: "_rels/.rels", bytes: Array(relations.utf8))]
                    + zip(names, parts).map { ZipWriter.Part(name: $0, bytes: Array($1)) })
            guard let packed else { return }
            file = packed
        }
        guard let source = try? DocxReader.read(file, name: "fuzz") else { return }
        check(source)
    }

    private let relations = """
        <Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/>\
        </Relationships>
        """
#endif

/// What holds of every reading: all places are lines of the source.
private func check(_ source: SourceText) {
    precondition(source.lines.enumerated().allSatisfy { $0.offset + 1 == $0.element.number })
    let lines = Set(source.tables.flatMap { $0.rows.map(\.line) })
    precondition(lines.isSubset(of: source.lines.map(\.number)))
    let reading = PlanReader.read(source, file: "fuzz")
    for task in reading.tasks {
        precondition(task.lineStart >= 1 && task.lineStart <= task.lineEnd)
        precondition(task.lineEnd <= source.lines.count)
    }
}
