import Ledger
import Partnership
import Workflow

extension View {
    /// The private matters that a text would give away where it is printed in public: those it names by reference or by the
    /// number of the item, those whose title or minutes it repeats, and the one that its item is about. Empty for what is
    /// minuted under a private item.
    ///
    /// - Parameter reader: who wrote it, and is told of nothing that they may not read; papers stop at that all the same.
    public func privateMatters(
        in text: String, under item: AgendaItem, of meeting: StoredItem, to reader: Standing
    ) throws -> [String] {
        guard !item.isClosed else { return [] }
        var found = try privateMatters(in: text, of: meeting, to: reader)
        if let issue = item.issue, !found.contains(issue.reference),
            try !privateTakings(of: self.item(id: issue.id)).isEmpty
        {
            found.append(issue.reference)
        }
        return found
    }

    /// The same of what is told of a meeting as a whole: `N-7`, `item 16.1`. By rare words of theirs, in whatever order, the
    /// matters of every meeting are told of.
    public func privateMatters(
        in text: String, of meeting: StoredItem, to reader: Standing? = nil
    ) throws -> [String] {
        try privateMatters(in: text, on: agenda(of: meeting), area: body(of: meeting).area, readBy: reader)
    }

    /// The titles of the fields in which an event was given what would give a private matter away: of those that many read,
    /// or papers print. Of what is private itself that is why it is so: that may not tell of it either.
    ///
    /// - Parameters:
    ///   - item: as the event left it.
    ///   - reader: who gave it, and is told of nothing that they may not read: the answer alone would tell them.
    public func fieldsTellingPrivately(
        _ given: [String: Value], of item: StoredItem, to reader: Standing
    ) throws -> [String] {
        var texts = item.textsForMany(given).filter { $0.field != MeetingReader.Field.privateCorrections.rawValue }
        guard !texts.isEmpty else { return [] }
        var meeting: StoredItem?
        let own = try ownPrivateTexts(of: item)
        if !own.isEmpty { texts = texts.filter { View.printedOfPrivate.contains($0.field) } }
        switch item.workflow {
        case "meeting": meeting = item
        case "issue", "matter", "gap", "risk": break
        case "action", "commitment", "question":
            let source = try origin(of: item)
            guard try !part(of: source).isTwo else { return [] }
            meeting = try source.meeting.map { try self.item($0, workflow: "meeting") }
        default: return []
        }
        let agenda = try meeting.map { try self.agenda(of: $0) } ?? []
        let area = try item.text("area") ?? area(ofBody: (meeting ?? item).text("body"))
        func tells(_ text: String) throws -> Bool {
            if own.contains(where: { Words(text).repeats(Words($0.value)) }) { return true }
            if try !own.isEmpty && !rulebook.tellsOf(text, own, self).isEmpty { return true }
            return try !privateMatters(in: text, on: agenda, area: area, readBy: reader).isEmpty
        }
        // All at once first, as most often none tells of anything.
        let isOneText = ["gap", "risk"].contains(item.workflow)
        guard try tells(texts.map(\.text).joined(separator: isOneText ? " " : "\n\n")) else { return [] }
        let telling = try texts.filter { try tells($0.text) }
        // What a gap or a risk tells is told in several fields, of which none may tell of it alone.
        return (telling.isEmpty && isOneText ? texts : telling).map(\.title)
    }

    /// The fields of a private item that its body's public agenda prints; why it came late is not printed.
    private static let printedOfPrivate = [IssueReader.Field.privateBecause.rawValue]

    /// What an issue or a matter that is taken in private says itself; empty for one that is not.
    private func ownPrivateTexts(of item: StoredItem) throws -> [PersonalValue] {
        let texts: [String?]
        switch item.workflow {
        case "issue":
            guard try part(of: item).isTwo || item.item.fields["private"] == .flag(true) else { return [] }
            texts = [item.issue.summary]
        case "matter":
            guard item.matter.privateGround != nil else { return [] }
            texts = [item.matter.title, item.matter.summary, item.matter.recommendation]
        default: return []
        }
        return texts.compactMap(\.self).map {
            PersonalValue(
                reference: item.reference, field: "title", kind: .mention, value: $0, area: nil, isOpen: true)
        }
    }

    /// The same of what is told of no meeting.
    ///
    /// - Parameters:
    ///   - agenda: of the meeting that it is told of.
    ///   - area: of which it is told; nil for the whole partnership.
    ///   - reader: only what they may read; nil for all.
    func privateMatters(
        in text: String, on agenda: [AgendaItem] = [], area: String?, readBy reader: Standing? = nil
    ) throws -> [String] {
        var found = try issues(namedIn: text).filter { issue in
            try privateTakings(of: issue).contains { try isRead(takenBy: $0.body, about: issue, by: reader) }
        }.map(\.reference)
        let said = Words(text)
        let cited = CitedItems(text)
        for other in agenda where other.isClosed {
            if !other.isUnnamed, let issue = other.issue {
                guard !found.contains(issue.reference) else { continue }
                if said.repeats(Words(other.title)) {
                    found.append(issue.reference)
                    continue
                }
            }
            if cited.contains(other) { found.append("item \(other.number)") }
        }
        // What an earlier meeting took, too.
        if said.speaksOfPrivate || !cited.numbers.isEmpty {
            let numbers = try privateNumbers()
            found += numbers.intersection(cited.numbers).sorted().map { "item \($0)" }.filter { !found.contains($0) }
            if said.speaksOfPrivate, !numbers.isEmpty { found.append(View.spokenOf) }
        }
        let texts = try privateTexts(exceptOf: nil).filter { try isRead($0, by: reader) }
        for told in texts where told.value.count >= PersonalValue.telling && said.repeats(Words(told.value)) {
            let place = "\(told.reference), \(told.field)"
            if !found.contains(place) { found.append(place) }
        }
        let titles = try mentions(exceptOf: nil).filter { try $0.field == "title" && isRead($0, by: reader) }
        let near = (titles + texts).filter { $0.area == nil || area == nil || $0.area == area }
        guard !near.isEmpty else { return found }
        for place in try rulebook.tellsOf(text, near, self) where !found.contains(place) {
            found.append(place)
        }
        return found
    }

    /// Whether somebody reads what was said of a private matter: a seat of the body that took it does, and who answers for its
    /// issue.
    private func isRead(_ value: PersonalValue, by reader: Standing?) throws -> Bool {
        guard reader != nil, let body = value.takenBy else { return true }
        return try isRead(takenBy: body, about: value.about.flatMap { try? item($0, workflow: "issue") }, by: reader)
    }

    private func isRead(takenBy body: String, about issue: StoredItem?, by reader: Standing?) throws -> Bool {
        guard let reader, let body = try reference.body(body) else { return true }
        if reader.may(.readPrivate, at: .of(body)) { return true }
        return try issue.map { try reader.may(.readPrivateAnswers, at: belonging(of: $0)) } ?? false
    }
}

extension View {
    /// Whether what a text would give away is only that there are private items, or their numbers.
    public static func isOfItems(_ matter: String) -> Bool { matter.hasPrefix("item ") || matter == spokenOf }

    private static let spokenOf = "what is taken in private"

    /// The numbers under which meetings took something in private that was not released since.
    private func privateNumbers() throws -> Set<String> {
        Set(
            try connection.rows("SELECT DISTINCT number FROM agenda_item WHERE private = 1 AND released IS NULL").map {
                $0.word("number")
            })
    }

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

    /// Of what meetings take so.
    var speaksOfPrivate: Bool {
        words.indices.contains { place in
            words[place] == "private"
                && PrivateSpeech.isOfMeetings(
                    before: place > 0 ? words[place - 1] : nil, next: place + 1 < words.count ? words[place + 1] : nil)
        }
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
