/// What a line above the kind of document says: number, place and date.
struct Letterhead: Sendable, Equatable {
    var number: String?
    var suffix: String?
    var place: String?
    /// `YYYY-MM-DD`, `YYYY-MM` when the day is blank, `YYYY`.
    var date: String?
    var hasNumber = false
    var hasDate = false
    /// Whether a date line has no day.
    var isDayBlank = false

    /// Reads one line; the number and the date may share it.
    init(_ line: Script) {
        for cell in line.cells(paragraphsApart: true) {
            let cell = line.slice(cell)
            let rest = readNumber(cell)
            readDate(cell, from: rest)
        }
    }

    /// `Số: 131/KH-UBND`, `Số 90-KH/ĐU`, `Số: /KH-UBND`; returns where it ends.
    private mutating func readNumber(_ cell: Script) -> Int {
        guard let word = cell.end(of: "số", at: 0) else { return 0 }
        var position = cell.skipSpaces(word)
        if cell.at(position) == ":" { position += 1 }
        var digits = ""
        while position < cell.count, cell.scalars[position] != "/", !cell.scalars[position].isDash {
            let scalar = cell.scalars[position]
            if scalar.isWordPart {
                digits.unicodeScalars.append(scalar)
            } else if !scalar.isBlank && !scalar.isFiller {
                return 0
            }
            position += 1
        }
        let hasGap = position > 0 && cell.scalars[position - 1].isBlank
        guard position < cell.count,
            digits.isEmpty || digits.unicodeScalars.contains(where: \.isDigit)
        else { return 0 }
        var symbol = ""
        while position < cell.count {
            let scalar = cell.scalars[position]
            let next = cell.skipSpaces(position)
            if scalar.isBlank {
                // A space inside the symbol stands beside its dash or stroke.
                let isInside =
                    symbol.last == "-" || symbol.last == "/" || cell.at(next)?.isDash == true
                    || cell.at(next) == "/"
                if !isInside || next == cell.count { break }
                position = next
                continue
            }
            guard
                scalar.isWordPart || scalar == "/" || scalar.isDash || scalar == "."
                    || scalar == "&"
            else { break }
            symbol.unicodeScalars.append(scalar.isDash ? "-" : scalar)
            position += 1
        }
        guard symbol.unicodeScalars.contains(where: { $0.isWordPart && !$0.isDigit }) else {
            return 0
        }
        hasNumber = true
        suffix = symbol
        // "Số: 12 /KH-UBND" is kept as it is written.
        let gap = hasGap && !digits.isEmpty ? " " : ""
        number = digits.isEmpty ? nil : digits + gap + symbol
        return position
    }

    /// `Ngọc Hà, ngày … tháng 5 năm 2026`.
    private mutating func readDate(_ cell: Script, from start: Int) {
        var position = start
        while let day = cell.first("ngày", from: position) {
            position = day.upperBound
            guard let date = dateText(cell, behind: day.upperBound) else { continue }
            self.date = date
            hasDate = true
            var end = cell.trimSpaces(before: day.lowerBound)
            if end > start, cell.scalars[end - 1] == "," { end = cell.trimSpaces(before: end - 1) }
            var begin = cell.skipSpaces(start)
            while begin < end, cell.scalars[begin].isFiller { begin = cell.skipSpaces(begin + 1) }
            place = begin < end ? cell.text(begin..<end) : nil
            return
        }
    }

    private mutating func dateText(_ cell: Script, behind position: Int) -> String? {
        var next = cell.skipFiller(position)
        if let day = cell.day(at: next), day.year != nil { return day.lastDay }
        let day = cell.number(at: next)
        if let day { next = cell.skipFiller(day.end) }
        guard let word = cell.end(of: "tháng", at: next) else { return nil }
        next = cell.skipFiller(word)
        let month = cell.number(at: next)
        if let month { next = cell.skipFiller(month.end) }
        guard let word = cell.end(of: "năm", at: next),
            let year = cell.number(at: cell.skipFiller(word)), Script.years.contains(year.value)
        else { return nil }
        isDayBlank = day == nil
        guard let month, (1...12).contains(month.value) else { return "\(year.value)" }
        let text = CalendarText(day: day?.value, month: month.value, year: year.value, end: 0)
        return day == nil ? String((text.lastDay ?? "").prefix(7)) : text.lastDay
    }
}

extension Script {
    /// Past spaces and the dots of a blank to fill in.
    fileprivate func skipFiller(_ position: Int) -> Int {
        var end = position
        while end < count, scalars[end].isBlank || scalars[end].isFiller { end += 1 }
        return end
    }
}

extension Unicode.Scalar {
    /// A mark that holds the place of something to fill in.
    fileprivate var isFiller: Bool { self == "." || self == "…" || self == "_" || self == ":" }
}
