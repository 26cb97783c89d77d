import Foundation
import Partnership

extension Pack {
    public var kind: PackDocument.Kind {
        switch self {
        case .agenda: .agenda
        case .minutes: .minutes
        case .board: .board
        case .letter: .letter
        }
    }

    /// The meeting or the issue that it is about, by its reference.
    public var subject: String {
        switch self {
        case .agenda(let papers), .minutes(let papers): papers.ref
        case .board(let papers): papers.meeting.ref
        case .letter(let answer): answer.ref
        }
    }

    /// The number of the item whose minutes it is an extract of; nil for a whole pack.
    public var extract: String? {
        guard case .minutes(let papers) = self else { return nil }
        return papers.extract
    }

    /// Whether an edition prints the minutes of an item, and does not only mention that it was taken.
    public func prints(item: String, for edition: Edition) -> Bool {
        guard case .minutes(let papers) = self else { return false }
        let meeting = EditedMeeting(papers, for: edition)
        return meeting.printed.contains(item) && meeting.papers.minutes.contains { $0.number == item }
    }

    /// Its texts stay as they are: minutes that were circulated.
    var isFinal: Bool {
        guard case .minutes(let papers) = self else { return false }
        return papers.status != .draft
    }

    /// Whether it is made for one audience or another; a letter goes to one family.
    public var hasEditions: Bool { kind != .letter }

    /// What has the form of an issue's reference in an edition, each once: whatever it names stands among these.
    public func mentions(for edition: Edition) throws -> [String] {
        let text = String(
            decoding: try JSONEncoder().encode(document(for: edition, acronyms: Acronyms([:]))), as: UTF8.self)
        var found: Set<String> = [subject]
        for match in text.matches(of: /\b[A-Z]-[1-9][0-9]{0,8}\b/) { found.insert(String(match.output)) }
        return found.filter { if case .issue? = Reference($0) { true } else { false } }.sorted()
    }
}
