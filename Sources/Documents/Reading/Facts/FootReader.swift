import Domain

/// Recipients and signature, in either order, in lines of their own or in one.
struct FootReader {
    var recipients: [String] = []
    var signers: [DocumentHead.Signer] = []
    var otherLines: [OtherLine] = []
    /// Indices of the foot's lines; empty and at the end where there is none.
    var lines: Range<Int>

    private var signature = Signature()
    private var isInRecipients = false

    static func read(_ lines: [HeadLine], from start: Int) -> FootReader {
        let found = footStart(lines, from: start)
        var reader = FootReader(lines: lines.count..<lines.count)
        guard let found else { return reader }
        var end = found
        for line in lines[found...] {
            if line.isBlank { continue }
            if reader.isComplete || !reader.take(line) { break }
            end = line.index + 1
        }
        reader.signers = reader.signature.signers
        reader.lines = found..<max(end, found)
        return reader
    }

    private init(lines: Range<Int>) { self.lines = lines }

    // MARK: Where the foot begins

    /// "Nơi nhận", or a signature above it; without "Nơi nhận", the signature near the end.
    private static func footStart(_ lines: [HeadLine], from start: Int) -> Int? {
        let rest = lines[min(start, lines.count)...]
        if let recipients = rest.first(where: { isRecipientsHeading($0.script) })?.index {
            return signatureAbove(recipients, lines, from: start) ?? recipients
        }
        let reach = rest.suffix(60)
        return reach.first { line in
            Signature.isElement(line.script) && Labels.end(in: line.script) == nil
        }?.index
    }

    static func isRecipientsHeading(_ line: Script) -> Bool {
        guard
            let end = line.end(
                of: "nơi nhận",
                at: line.count > 0 && line.scalars[0].isDash ? line.skipSpaces(1) : 0)
        else { return false }
        let next = line.skipSpaces(end)
        return next == line.count || [":", "|", "-", "."].contains(line.scalars[next])
    }

    /// The first line of a block of signature that stands directly above.
    private static func signatureAbove(_ index: Int, _ lines: [HeadLine], from start: Int) -> Int? {
        var first: Int?
        var named = false
        for line in lines[start..<index].reversed() where !line.isBlank {
            if Signature.isElement(line.script) {
                first = line.index
            } else if !named, first == nil, Signature.isName(line.script) {
                named = true
            } else if !Signature.isNote(line.script) {
                break
            }
        }
        return first
    }

    // MARK: Line by line

    /// A name has been read and the recipients, too.
    private var isComplete: Bool {
        signature.isClosed && !recipients.isEmpty && !isInRecipients
    }

    /// Whether the line belongs to the foot.
    private mutating func take(_ line: HeadLine) -> Bool {
        let cells = line.script.cells()
        if Self.isRecipientsHeading(line.script) { return takeHeading(line, cells) }
        if cells.count > 1 { return takeColumns(line, cells) }
        if Signature.isElement(line.script) {
            isInRecipients = false
            signature.add(line.script)
            note("signature", line)
            return true
        }
        if isInRecipients, signature.isOpen, signature.name == nil,
            recipients.last.map(isFiled) == true, Signature.isName(line.script)
        {
            signature.name = line.text
            note("signer_name", line)
            return true
        }
        if isInRecipients { return takeRecipient(line) }
        guard signature.isOpen else { return false }
        if Signature.isNote(line.script) { return true }
        guard Signature.isName(line.script) else { return false }
        signature.name = line.text
        note("signer_name", line)
        return true
    }

    private mutating func takeHeading(_ line: HeadLine, _ cells: [Range<Int>]) -> Bool {
        let script = line.script
        let word = script.first("nơi nhận")?.upperBound ?? 0
        let inline = script.skipMarks(word)
        isInRecipients = true
        guard let left = cells.first, inline < left.upperBound else {
            note("recipients_heading", line)
            if cells.count > 1 { signature.add(script.slice(cells[1])) }
            return true
        }
        addRecipients(script.slice(inline..<left.upperBound))
        if cells.count > 1 {
            for cell in cells.dropFirst() { signature.add(script.slice(cell)) }
            isInRecipients = !signature.isClosed
        }
        note(cells.count > 1 ? "recipients_signature" : "recipients", line)
        return true
    }

    /// One row of two columns: recipients left, signature right.
    private mutating func takeColumns(_ line: HeadLine, _ cells: [Range<Int>]) -> Bool {
        guard isInRecipients || signature.isOpen else { return false }
        let left = line.script.slice(cells[0])
        if left.count > 0 {
            if Signature.isElement(left) { signature.add(left) } else { addRecipients(left) }
        }
        for cell in cells.dropFirst() {
            let right = line.script.slice(cell)
            if !Signature.isNote(right) { signature.add(right) }
        }
        note("recipients_signature", line)
        return true
    }

    private mutating func takeRecipient(_ line: HeadLine) -> Bool {
        let script = line.script
        if script.scalars.first?.isDash == true || script.scalars.first == "+"
            || script.scalars.first == "•"
        {
            isDashed = true
            addRecipients(script)
        } else if let last = recipients.last {
            if isFiled(last), Signature.isName(script) || !script.endsLikeRecipient { return false }
            if openEnd || isDashed {
                let separator = openEnd ? " " : ", "
                recipients[recipients.count - 1] = clean(Script(last + separator + line.text))
                openEnd = !script.endsRecipient
            } else {
                addRecipients(script)
            }
        } else {
            addRecipients(script)
        }
        note("recipient", line)
        return true
    }

    /// Whether recipients begin with a dash: a line without one goes on with the last.
    private var isDashed = false

    /// Whether the last recipient's line ended without a mark.
    private var openEnd = false

    /// The filing line is the last one.
    private func isFiled(_ recipient: String) -> Bool {
        Script(recipient).hasWord("lưu", at: 0)
    }

    /// Adds the recipients of a piece of text, cut at " - " behind a mark and before "Lưu".
    private mutating func addRecipients(_ text: Script) {
        var start = 0
        for position in 0..<text.count where text.scalars[position].isDash {
            guard position > 0, text.scalars[position - 1].isBlank else { continue }
            let before = text.trimSpaces(before: position)
            let isMarked = before > 0 && ";,.:/)".unicodeScalars.contains(text.scalars[before - 1])
            let next = text.skipSpaces(position + 1)
            let isFiling = text.hasWord("lưu", at: next)
            // "Bộ Công an (V01) - để b/c": what the copy is for.
            let isPurpose = text.end(ofAny: ["để", "b/c", "thay b/c"], at: next) != nil
            if isMarked && !isPurpose || isFiling {
                add(text.slice(start..<position))
                start = position
            }
        }
        add(text.slice(start..<text.count))
        openEnd = !text.endsRecipient
    }

    private mutating func add(_ text: Script) {
        let recipient = clean(text)
        if !recipient.isEmpty { recipients.append(recipient) }
    }

    /// Without dash, and without the mark at the end.
    private func clean(_ text: Script) -> String {
        var start = text.skipSpaces(0)
        while start < text.count,
            text.scalars[start].isDash || text.scalars[start] == "+"
                || text.scalars[start] == "•"
        { start = text.skipSpaces(start + 1) }
        var end = text.trimSpaces(before: text.count)
        while end > start, ";,./".unicodeScalars.contains(text.scalars[end - 1]) {
            end = text.trimSpaces(before: end - 1)
        }
        return start < end ? text.text(start..<end) : ""
    }

    private mutating func note(_ kind: String, _ line: HeadLine) {
        if kind == "signature", let last = otherLines.indices.last,
            otherLines[last].kind == kind
        {
            otherLines[last].lineEnd = line.number
        } else {
            otherLines.append(OtherLine(kind: kind, line: line.number, lineEnd: line.number))
        }
    }
}

extension Script {
    fileprivate func skipMarks(_ position: Int) -> Int {
        var end = position
        while end < count, scalars[end].isBlank || scalars[end] == ":" { end += 1 }
        return end
    }

    fileprivate var endsRecipient: Bool {
        let end = trimSpaces(before: count)
        return end > 0 && ";,.)".unicodeScalars.contains(scalars[end - 1])
    }

    fileprivate var endsLikeRecipient: Bool {
        let end = trimSpaces(before: count)
        return end > 0 && ";.".unicodeScalars.contains(scalars[end - 1])
    }
}
