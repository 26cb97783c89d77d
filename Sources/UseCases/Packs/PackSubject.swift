import Packs
import Partnership
import Register
import Workflow

/// What a pack is about, and where the rights to it count.
struct PackSubject {
    let kind: String
    /// The meeting or the issue.
    let item: StoredItem
    /// Nil for a letter.
    let edition: Edition?
    /// The number of the item whose minutes it is an extract of, or the day from which on it joins meetings.
    let part: String?

    init(kind: String, item: String, edition: Edition?, part: String? = nil, from view: View) throws {
        self.kind = kind
        self.part = part
        self.item = try view.item(item)
        self.edition = edition
    }

    init(_ kind: PackDocument.Kind, of item: StoredItem, _ edition: Edition?, part: String? = nil) {
        self.kind = kind.rawValue
        self.part = part
        self.item = item
        self.edition = edition
    }

    /// What was issued and is given out again, as it is kept; nil where the record has gone on since, or a draft is asked
    /// for.
    func standing(at stage: PackStage, from view: View) throws -> KeptPack? {
        guard stage == .issued, let kept = try kept(from: view), try !view.isOutdated(kept.paper) else { return nil }
        return kept
    }

    init(_ pack: Pack, for edition: Edition, from view: View) throws {
        try self.init(
            kind: pack.kind.rawValue, item: pack.subject, edition: pack.hasEditions ? edition : nil,
            part: pack.part, from: view)
    }

    init(_ paper: IssuedPaper, from view: View) throws {
        try self.init(
            kind: paper.kind, item: paper.item, edition: paper.edition.flatMap(Edition.init(rawValue:)),
            part: paper.part, from: view)
    }

    /// What a pack of its kind is made of now.
    ///
    /// - Parameter day: the day that it is dated; nil for today.
    func pack(from view: View, on day: Day? = nil) throws -> Pack {
        let day = day ?? view.today
        return switch PackDocument.Kind(rawValue: kind) {
        case .agenda, nil: .agenda(try view.papers(of: item, asOf: day, isNotice: true))
        case .minutes: .minutes(try view.minutesPapers(of: item).extract(of: part))
        case .board: .board(try view.boardPapers(of: item, asOf: day))
        case .letter: .letter(try view.familyAnswer(on: item, asOf: day))
        case .notice: .notice(try view.notice(of: item, asOf: day))
        case .briefing: .briefing(try view.newsPapers(of: item))
        case .page: try view.page(of: item, dated: day)
        // What is late is told as of the day it is made.
        case .log: .log(try view.logPapers(of: item, lead: part), of: part)
        case .news: try view.news(of: item, from: part.flatMap { Day(iso: $0) })
        }
    }

    /// Throws when somebody may not do it with this pack.
    func must(_ permission: Permission, as standing: Standing, from view: View) throws {
        if edition != nil { return try standing.must(permission, at: view.body(of: item)) }
        let area = try item.text("area").flatMap { try view.reference.area($0)?.title }
        try standing.must(permission, at: Belonging(area: item.text("area")), of: area)
    }

    func may(_ permission: Permission, as standing: Standing, from view: View) throws -> Bool {
        standing.may(permission, at: try edition != nil ? .of(view.body(of: item)) : Belonging(area: item.text("area")))
    }

    /// The right to make it.
    var making: Permission { edition?.permission ?? .packLetter }

    /// The right to read what it holds.
    var reading: Permission {
        switch edition {
        case .public: .readMeeting
        case .restricted: .readPrivate
        case .members, .chair, nil: making
        }
    }
}
