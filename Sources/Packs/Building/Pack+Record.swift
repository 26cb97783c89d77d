import Foundation
import Partnership
import Workflow

extension Pack {
    public var kind: PackDocument.Kind {
        switch self {
        case .agenda: .agenda
        case .minutes: .minutes
        case .board: .board
        case .letter: .letter
        case .notice: .notice
        case .news: .news
        case .briefing: .briefing
        case .page: .page
        case .log: .log
        }
    }

    /// The meeting or the issue that it is about, by its reference.
    public var subject: String {
        switch self {
        case .agenda(let papers), .minutes(let papers), .notice(let papers), .briefing(let papers),
            .news(let papers, _), .page(let papers, _), .log(let papers, _):
            papers.ref
        case .board(let papers): papers.meeting.ref
        case .letter(let answer): answer.ref
        }
    }

    /// What tells it from others of its kind: the number of the item whose minutes it is an extract of, or the day of the first
    /// meeting whose news it joins, or the key of whom it is the log of; nil for a whole pack of one meeting.
    public var part: String? {
        switch self {
        case .minutes(let papers): papers.extract
        case .news(_, let earlier): earlier.first?.date.description
        case .log(_, let lead): lead
        case .agenda, .board, .letter, .notice, .briefing, .page: nil
        }
    }

    /// The papers of meetings that it is made of.
    var meetings: [MeetingPapers] {
        switch self {
        case .agenda(let papers), .minutes(let papers), .notice(let papers), .briefing(let papers): [papers]
        case .board(let papers): [papers.meeting]
        case .news(let papers, let earlier): earlier + [papers]
        case .page(let papers, let told): told + [papers]
        case .log(let papers, _): [papers]
        case .letter: []
        }
    }

    /// References of the other meetings that it tells of.
    public var joined: [String] { meetings.map(\.ref).filter { $0 != subject } }

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
