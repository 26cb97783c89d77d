import Partnership
import Workflow

extension View {
    /// The private matters that a text would give away where it is printed in public: those it names by reference, those
    /// whose title or minutes it repeats, and the one that its item is about. Empty for what is minuted under a private item.
    public func privateMatters(in text: String, under item: AgendaItem, of meeting: StoredItem) throws -> [String] {
        guard !item.isClosed else { return [] }
        var found = try issues(namedIn: text).filter { try !privateTakings(of: $0).isEmpty }.map(\.reference)
        let said = Words(text)
        for other in try agenda(of: meeting) where other.isClosed {
            guard let issue = other.issue, !found.contains(issue.reference) else { continue }
            if said.repeats(Words(other.title)) { found.append(issue.reference) }
        }
        for told in try privateTexts(exceptOf: nil) where said.repeats(Words(told.value)) {
            let place = "\(told.reference), \(told.field)"
            if !found.contains(place) { found.append(place) }
        }
        if item.feed != StandingItem.Feed.answers.rawValue, let issue = item.issue, !found.contains(issue.reference),
            try !privateTakings(of: self.item(id: issue.id)).isEmpty
        {
            found.append(issue.reference)
        }
        return found
    }
}

extension View {
    /// The issues that a text names by reference.
    public func issues(namedIn text: String) -> [StoredItem] {
        let named = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { $0.uppercased() }
        return Set(named).sorted().compactMap { name in
            guard case .issue? = Reference(name) else { return nil }
            return try? item(name, workflow: "issue")
        }
    }
}

/// The words of a text, without case and marks.
private struct Words {
    /// So many of a title's words in a row repeat it.
    private static let telling = 5

    private let words: [String]

    init(_ text: String) {
        words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    func repeats(_ title: Words) -> Bool {
        let length = min(Words.telling, title.words.count)
        guard length > 1, words.count >= length else { return false }
        let told = Set(
            title.words.indices.dropLast(length - 1).map { title.words[$0..<($0 + length)].joined(separator: " ") })
        return words.indices.dropLast(length - 1).contains {
            told.contains(words[$0..<($0 + length)].joined(separator: " "))
        }
    }
}
