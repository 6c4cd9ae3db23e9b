import Domain

/// A time field that gives several works their times: "tuyên truyền: quý I; vận động: quý II".
enum FieldTimes {
    /// The part of a field's value that is about a task; the whole where that cannot be told.
    static func value(_ value: Script, for task: Words) -> Script {
        let parts = parts(of: value)
        guard parts.count > 1 else { return value }
        var counts: [Int] = []
        for part in parts {
            guard let topic = topic(of: part) else { return value }
            counts.append(pairs(of: topic, in: task))
        }
        guard let most = counts.max(), most > 0, counts.filter({ $0 == most }).count == 1,
            let index = counts.firstIndex(of: most)
        else { return value }
        return parts[index]
    }

    /// "Sản phẩm: Báo cáo hằng tháng": what is made again and again.
    static func cycles(_ product: Script) -> [Deadline] {
        DeadlineReader.read(product, context: .task).filter {
            $0.type == .recurring && $0.date == nil
        }
    }

    private static func parts(of value: Script) -> [Script] {
        var parts: [Script] = []
        var start = 0
        for position in 0..<value.count where value.scalars[position] == ";" {
            parts.append(value.slice(start..<position))
            start = position + 1
        }
        parts.append(value.slice(start..<value.count))
        return parts.filter { $0.skipSpaces(0) < $0.count }
    }

    /// The words before the time; nil: there are none, or no time.
    private static func topic(of part: Script) -> Words? {
        guard let time = TimeExpressions(part, context: .timeField).found.first else { return nil }
        let words = Words(part.slice(0..<time.range.lowerBound))
        return words.count >= 2 ? words : nil
    }

    /// How many pairs of neighbouring words of the topic the task has, too.
    private static func pairs(of topic: Words, in task: Words) -> Int {
        (0..<max(0, topic.count - 1)).filter { index in
            !topic[index].isMark && !topic[index + 1].isMark
                && (0..<max(0, task.count - 1)).contains {
                    task.text($0) == topic.text(index) && task.text($0 + 1) == topic.text(index + 1)
                }
        }.count
    }
}

extension DocumentHead {
    /// The one year for which the title says that the plan is: that of the document, or the next.
    var yearOfTitle: Int? {
        let title = Script(title ?? "")
        let named = Set((0..<title.count).compactMap { title.year(at: $0)?.year })
        guard named.count == 1, let year = named.first,
            title.first(ofAny: ["giai đoạn", "từ năm", "đến năm"], in: 0..<title.count) == nil
        else { return nil }
        let issued = date.flatMap { Int($0.prefix(4)) } ?? year
        return (issued...(issued + 1)).contains(year) ? year : nil
    }

    /// The year to which times without one belong: said in the title, else that of the document.
    var yearOfWork: Int? {
        let title = Script(title ?? "")
        let named = (0..<title.count).compactMap { title.year(at: $0)?.year }
        if let last = named.last { return Set(named).count == 1 ? last : nil }
        return Int(date?.prefix(4) ?? "")
    }
}
