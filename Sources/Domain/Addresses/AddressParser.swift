/// Reads an address as people write it; never refuses, and never adds what was not written.
package enum AddressParser {
    package static func read(_ text: String) -> Address {
        var reader = AddressReader(text)
        return reader.read()
    }
}

private struct AddressReader {
    private typealias Found = (marker: AddressMarker, length: Int)

    private let segments: [[AddressWord]]
    /// Typed without any diacritics, so that "phuong" is taken for "phường".
    private let isBare: Bool
    private var address = Address()
    private var alleys: [(kind: String, number: String, isAfterHouse: Bool)] = []
    private var cities: [(name: String, segment: Int)] = []
    /// Segments that nothing explained, by their place.
    private var open: [(segment: Int, text: String)] = []

    init(_ text: String) {
        isBare = text.unicodeScalars.allSatisfy { $0.isASCII || !$0.properties.isAlphabetic }
        let isShouting = !text.unicodeScalars.contains { $0.properties.isLowercase }
        segments = AddressWords.segments(text).map { AddressWords.words($0, isShouting) }.filter {
            !$0.isEmpty
        }
    }

    mutating func read() -> Address {
        for index in segments.indices { read(segment: index) }
        settleAlleys()
        settleCities()
        settleOpen()
        return address
    }

    // MARK: One segment

    private mutating func read(segment index: Int) {
        let words = segments[index]
        var place = 0
        // Words that no marker claimed yet.
        var loose: [AddressWord] = []
        while place < words.count {
            let found = marker(
                at: place, in: words, isFirst: loose.isEmpty, hasWords: !loose.isEmpty)
            if let found {
                take(loose, of: index)
                loose = []
                place += found.length
                let claimed = claim(from: place, in: words, by: found.marker)
                keep(found.marker, words[place..<(place + claimed)].map { $0 }, segment: index)
                place += claimed
                continue
            }
            if place == 0, isHouse(words[place]), address.house == nil, alleys.isEmpty {
                place += keepHouse(at: place, in: words)
                continue
            }
            loose.append(words[place])
            place += 1
        }
        take(loose, of: index)
    }

    /// How many words after a marker are its own.
    private func claim(from start: Int, in words: [AddressWord], by marker: AddressMarker) -> Int {
        var end = start
        while end < words.count {
            // "tổ dân phố số 3", "đường số 5": the number's own "số" belongs to the name.
            let isOwn = end == start
            if let next = self.marker(at: end, in: words, isFirst: false, hasWords: !isOwn),
                !isOwn
                    || next.marker.part == marker.part && marker.part == .alley
            {
                break
            }
            end += 1
            // A number ends it, and what follows stands for itself: "ngõ 12 Nguyễn Trãi".
            let isNumbered = words[end - 1].startsWithDigit || words[end - 1].plain.count == 1
            switch marker.part {
            case .house: return isHouse(words[end - 1]) ? houseLength(at: start, in: words) : 0
            case .alley where isNumbered, .site where isNumbered && end == start + 1,
                .group where isNumbered && words[end - 1].startsWithDigit,
                .ward where isNumbered && end == start + 1,
                .district where isNumbered && end == start + 1:
                return end - start
            default: continue
            }
        }
        return end - start
    }

    private func marker(
        at place: Int, in words: [AddressWord], isFirst: Bool, hasWords: Bool
    ) -> Found? {
        for marker in AddressMarker.byFirst[words[place].plain] ?? [] {
            let end = place + marker.words.count
            guard end < words.count else { continue }
            let (own, next) = (words[place..<end], words[end])
            let isExact = zip(own, marker.words).allSatisfy { $0.lower == $1 }
            let isLoose =
                isBare && !marker.isAbbreviation
                && zip(own, marker.plain).allSatisfy { $0.isPlain && $0.plain == $1 }
            guard isExact || isLoose else { continue }
            if AddressMarker.names.contains("\(words[place].lower) \(next.lower)") { return nil }
            if isExact && !marker.isAbbreviation && !isBare { return (marker, marker.words.count) }
            if fits(marker, next, isFirst: isFirst, hasWords: hasWords) {
                return (marker, marker.words.count)
            }
        }
        return nil
    }

    /// Whether a word that may as well be part of a name is a marker here.
    private func fits(
        _ marker: AddressMarker, _ next: AddressWord, isFirst: Bool, hasWords: Bool
    ) -> Bool {
        if marker.isAbbreviation {
            let word = marker.words[0]
            // "P 5" and "Q 1", but "P" before a name is the beginning of one.
            return word.hasSuffix(".") || word.count > 1 || next.startsWithDigit
        }
        if next.startsWithDigit { return true }
        switch marker.part {
        case .house, .alley: return false
        case .street: return isFirst || !hasWords
        case .ward, .district, .city:
            return isFirst || marker.words.count > 1
                || hasWords && ["phuong", "quan", "huyen"].contains(folded(marker.kind))
        case .province: return isFirst
        case .group, .site: return isFirst || marker.words.count > 1
        }
    }

    private func isHouse(_ word: AddressWord) -> Bool {
        let text = word.plain
        guard let digit = text.firstIndex(where: \.isNumber) else { return false }
        let head = text[..<digit]
        return head.count <= 2 && head.allSatisfy(\.isLetter)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "/-+".contains($0) }
    }

    /// "12 bis", "12 A", "12 - 14" are one number of several words.
    private func houseLength(at place: Int, in words: [AddressWord]) -> Int {
        guard place + 1 < words.count else { return 1 }
        let next = words[place + 1]
        let isLetter = next.text.count == 1 && next.text.first?.isLetter == true && next.isPlain
        guard isLetter || ["bis", "ter"].contains(next.lower) else { return 1 }
        // "12 A Nguyễn Trãi", but not the "p" of "12 p 5".
        let isMarker = marker(at: place + 1, in: words, isFirst: false, hasWords: true) != nil
        return isMarker ? 1 : 2
    }

    private mutating func keepHouse(at place: Int, in words: [AddressWord]) -> Int {
        let length = houseLength(at: place, in: words)
        setHouse(words[place..<(place + length)].map(\.text).joined())
        return length
    }

    private mutating func setHouse(_ text: String) {
        if address.house == nil { address.house = text } else { open.append((0, text)) }
    }

    private mutating func keep(_ marker: AddressMarker, _ words: [AddressWord], segment: Int) {
        var name = words.map(\.text).joined(separator: " ")
        while let last = name.last, last == "." || last == ":" { name.removeLast() }
        guard !name.isEmpty else {
            open.append((segment, marker.kind))
            return
        }
        let part = Address.Part(marker.kind, name)
        switch marker.part {
        case .site: address.site.append(part)
        case .house: setHouse(words.map(\.text).joined())
        case .alley: alleys.append((marker.kind, name, address.house != nil))
        case .street:
            if address.street == nil {
                address.street = part
            } else {
                open.append((segment, part.words))
            }
        case .group: address.groups.append(Address.Part(marker.kind, Self.numbered(name)))
        case .ward:
            if marker.kind == "phường", marker.isAbbreviation, let digits = Int(name), digits > 99 {
                // "P.1203" is a room: wards have two digits at most.
                address.site.append(Address.Part("phòng", name))
            } else if let earlier = address.ward, address.street == nil, earlier.kind == "phường" {
                // "12 P. Huế, phường Phạm Đình Hổ": the first was a street.
                address.street = Address.Part("phố", earlier.name)
                address.ward = part
            } else if address.ward == nil {
                address.ward = part
            } else {
                open.append((segment, part.words))
            }
        case .district:
            if address.district == nil {
                address.district = part
            } else {
                open.append((segment, part.words))
            }
        case .province:
            address.province = Address.Part("tỉnh", ProvinceNames.byFolded[folded(name)] ?? name)
        case .city: cities.append((name, segment))
        }
    }

    /// "số 3" and "3" name the same group.
    private static func numbered(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count == 2, folded(String(words[0])) == "so" else { return name }
        return String(words[1])
    }

    /// Words without a marker: a street where they follow a number of the door or an alley.
    private mutating func take(_ words: [AddressWord], of segment: Int) {
        guard !words.isEmpty else { return }
        let text = words.map(\.text).joined(separator: " ")
        let isNumbered = address.house != nil || !alleys.isEmpty
        let isOutside = address.ward != nil || !address.groups.isEmpty
        if isNumbered, address.street == nil, !isOutside, open.isEmpty,
            ProvinceNames.byFolded[folded(text)] == nil
        {
            address.street = Address.Part(nil, text)
        } else {
            open.append((segment, text))
        }
    }

    // MARK: What only the whole tells

    /// Alleys from the street inwards, whichever way round they were written.
    private mutating func settleAlleys() {
        var path: [Address.Part] = []
        for alley in Self.ordered(alleys) {
            let numbers = Self.numbers(alley.number)
            let known = path.map { folded($0.name) }
            let new =
                numbers.count > 1 ? numbers.dropFirst(Self.overlap(known, numbers)) : numbers[...]
            for (index, part) in new.enumerated() {
                let isLast = index == new.count - 1
                let kind =
                    isLast
                    ? alley.kind
                    : part.kind ?? Self.parent(of: alley.kind, at: index, of: new.count)
                path.append(Address.Part(kind, part.name))
            }
        }
        if let house = address.house, house.contains("/") {
            var numbers = Self.numbers(house)
            let known = path.map { folded($0.name) }
            numbers.removeFirst(min(Self.overlap(known, numbers), numbers.count - 1))
            if let last = numbers.popLast() {
                address.house = last.name
                path += numbers
            }
        } else if let house = address.house, let only = Self.numbers(house).first,
            only.kind != nil
        {
            address.house = nil
            path.append(only)
        }
        address.alleys = path
    }

    /// How many of the first numbers say again what the path ends with: "ngách 12/7 ngõ 12".
    private static func overlap(_ known: [String], _ numbers: [Address.Part]) -> Int {
        let names = numbers.map { folded($0.name) }
        for count in stride(from: min(known.count, names.count), to: 0, by: -1)
        where Array(known.suffix(count)) == Array(names.prefix(count)) {
            return count
        }
        return 0
    }

    private static let ranks = ["ngõ": 1, "kiệt": 1, "ngách": 2, "hẻm": 3, "hẻm xuyệc": 4]

    private static func ordered(
        _ alleys: [(kind: String, number: String, isAfterHouse: Bool)]
    ) -> [(kind: String, number: String, isAfterHouse: Bool)] {
        // Written after the door they come from the inside: "số 5 hẻm 34 hẻm 12".
        let written = alleys.first?.isAfterHouse == true ? alleys.reversed() : alleys
        return written.enumerated().sorted { one, other in
            let (a, b) = (ranks[one.element.kind] ?? 3, ranks[other.element.kind] ?? 3)
            return (a, one.offset) < (b, other.offset)
        }.map(\.element)
    }

    /// "K12/H3/5" is kiệt 12, hẻm 3 and 5, as Đà Nẵng and Huế write it.
    private static func numbers(_ text: String) -> [Address.Part] {
        let pieces = text.split(separator: "/").map(String.init)
        return pieces.enumerated().map { index, piece in
            let letters: [String: String] = ["k": "kiệt", "h": "hẻm"]
            let kind = letters[piece.prefix(1).lowercased()]
            let digits = piece.dropFirst()
            guard let kind, digits.first?.isNumber == true, kind == "kiệt" || index > 0 else {
                return Address.Part(nil, piece)
            }
            return Address.Part(kind, String(digits))
        }
    }

    /// A ngách lies in a ngõ, and the third alley of a hẻm's number in a ngách; other parents may
    /// be of any kind.
    private static func parent(of kind: String, at index: Int, of count: Int) -> String? {
        switch (kind, index, count) {
        case ("ngách", 0, 2), ("hẻm", 0, 3): "ngõ"
        case ("hẻm", 1, 3): "ngách"
        default: nil
        }
    }

    /// The last city is the province where it is one, or nothing else is; the others were districts.
    private mutating func settleCities() {
        for (name, _) in cities.reversed() {
            let spelling = ProvinceNames.byFolded[folded(name)]
            if address.province == nil, let spelling {
                address.province = Address.Part("thành phố", spelling)
            } else if address.district == nil {
                address.district = Address.Part("thành phố", name)
            } else {
                open.append((0, "thành phố \(name)"))
            }
        }
    }

    private mutating func settleOpen() {
        if address.province == nil, let last = open.last, last.segment == segments.count - 1,
            let spelling = ProvinceNames.byFolded[folded(last.text)]
        {
            address.province = Address.Part(nil, spelling)
            open.removeLast()
        }
        // Between the ward and the province stands the district: "phường Cống Vị, Ba Đình, Hà Nội".
        if address.district == nil, address.ward != nil, address.province != nil,
            let last = open.last, last.segment == segments.count - 2
        {
            address.district = Address.Part(nil, last.text)
            open.removeLast()
        }
        address.rest = open.map(\.text)
    }
}
