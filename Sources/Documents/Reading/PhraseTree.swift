/// Many phrases at once; finds the longest that stands at a place.
struct PhraseTree: Sendable {
    /// A word that goes on from one node to the next, in a table of open addressing: reading a plan
    /// asks it some hundred thousand times, mostly for words that begin no phrase.
    private struct Edge {
        var word: WordCode
        var from: Int32
        var to: Int32
    }

    private static let none = Edge(word: .empty, from: -1, to: -1)

    private var edges = [Edge](repeating: none, count: 16)
    private var used = 0
    /// Whether a phrase ends at a node.
    private var ends: [Bool] = [false]

    init(_ phrases: [WordPhrase]) {
        for phrase in phrases { insert(phrase.codes) }
    }

    mutating func insert(_ words: [WordCode]) {
        var node: Int32 = 0
        for word in words {
            if let next = next(from: node, word) {
                node = next
            } else {
                ends.append(false)
                let next = Int32(ends.count - 1)
                add(Edge(word: word, from: node, to: next))
                node = next
            }
        }
        ends[Int(node)] = true
    }

    /// The number of words of the longest phrase at an index; nil: none stands there.
    func longest(in words: Words, at index: Int) -> Int? {
        var node: Int32 = 0
        var position = index
        var best: Int?
        while position < words.count, let next = next(from: node, words[position].text) {
            node = next
            position += 1
            if ends[Int(node)] { best = position - index }
        }
        return best
    }

    private func next(from node: Int32, _ word: WordCode) -> Int32? {
        let mask = edges.count - 1
        var slot = word.mixed(with: node) & mask
        while edges[slot].from >= 0 {
            if edges[slot].from == node, edges[slot].word == word { return edges[slot].to }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func add(_ edge: Edge) {
        // At most half full, so that a look ends soon.
        if used * 2 >= edges.count {
            let old = edges
            edges = [Edge](repeating: PhraseTree.none, count: old.count * 2)
            used = 0
            for edge in old where edge.from >= 0 { add(edge) }
        }
        let mask = edges.count - 1
        var slot = edge.word.mixed(with: edge.from) & mask
        while edges[slot].from >= 0 { slot = (slot + 1) & mask }
        edges[slot] = edge
        used += 1
    }
}
