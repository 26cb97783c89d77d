import Foundation
import Ledger
import Partnership
import Workflow

/// A pack that went out and has to be made again, or recalled: it holds what is no longer so.
public struct PaperToMake: Sendable {
    public enum Cause: Hashable, Sendable {
        /// It was recalled, and nothing has taken its place.
        case recalled
        /// The meeting does not take place.
        case calledOff
        /// When or where it meets.
        case notice
        /// The meeting that a letter names meets on another day.
        case moved
        /// The meeting that a letter names is over.
        case over
        /// Time ran out for what a letter is about at the meeting that it names.
        case passedOver(on: Day)
        /// Something was added to the agenda.
        case added
        /// An issue that it names is not taken any more, or may not be printed.
        case takenOff(issue: String)
        /// An issue that it had to leave out may be printed again.
        case printedAgain(issue: String)
        /// What it prints of an issue was put right.
        case corrected(issue: String)
        /// What the minutes say was put right, or words were taken out.
        case record
        /// What it left out, because a body took it in private, was released.
        case released
        /// What it has as taken in private was released before the meeting.
        case opened
    }

    /// Its file that went out last; those of other formats are of the same name.
    public let paper: IssuedPaper
    /// The body whose meeting it is of; nil for a letter.
    public let body: Body?
    /// The meeting, or the issue of a letter.
    public let item: StoredItem
    public let causes: [Cause]
}

extension View {
    /// The packs that may have to be made again, oldest first: what was recalled and not replaced, and of meetings to come and
    /// minutes what has changed since it went out, and letters that name a meeting which does not take place on that day or
    /// is over. One that was made again since is none of them.
    public func papersToMake() throws -> [PaperToMake] {
        // One that was made anew in any format is corrected in them all: who asks for another gets that.
        let recalled = try latest(
            issued(
                where: """
                    issued.recalled IS NOT NULL AND issued.corrected_by IS NULL AND NOT EXISTS (
                      SELECT 1 FROM issued AS other
                      WHERE other.item = issued.item AND other.kind = issued.kind AND other.edition IS issued.edition
                        AND other.part IS issued.part AND other.recalled IS NULL AND other.id > issued.id
                        AND other.day >= issued.recalled)
                    """))
        let open = try issued(
            where: """
                issued.recalled IS NULL AND item.workflow = 'meeting' AND (
                  item.happens >= ? AND issued.kind NOT IN (\(View.afterMeetings), \(View.ofBodies))
                    AND NOT EXISTS (SELECT 1 FROM attendance
                    WHERE attendance.meeting = item.id AND status IN ('present', 'deputised'))
                  OR item.open = 1 AND issued.kind IN (\(View.afterMeetings))
                  OR issued.kind IN (\(View.ofBodies)))
                """, .text(today.description))
        var found: [PaperToMake] = []
        for paper in recalled { found.append(try toMake(paper, [.recalled])) }
        for paper in try latest(open + finalMinutes()) where !recalled.contains(where: paper.isOfOneKind) {
            let causes = try causes(of: paper)
            if !causes.isEmpty { found.append(try toMake(paper, causes)) }
        }
        // From the papers to the issues: an index of workflows leads past all issues.
        let letters = try issued(
            where: "issued.recalled IS NULL AND coalesce(item.workflow, '') = 'issue' AND item.open = 1")
        for paper in latest(letters) {
            let causes = try causes(ofLetter: paper)
            if !causes.isEmpty { found.append(try toMake(paper, causes)) }
        }
        return found.sorted { $0.paper.id < $1.paper.id }
    }

    /// Minutes that are final, of meetings which have something to do with an issue that was ever out of all papers.
    private func finalMinutes() throws -> [IssuedPaper] {
        let papers = try connection.rows(
            """
            SELECT issued.item, issued.cites FROM issued JOIN item ON item.id = issued.item
            WHERE issued.kind IN (\(View.afterMeetings)) AND issued.recalled IS NULL AND item.open = 0
            """)
        guard !papers.isEmpty else { return [] }
        let field = IssueReader.Field.consentWithdrawnOn.rawValue
        let events = try definition("issue").events.filter { $0.ask(field) != nil || $0.clears.contains(field) }
        let names = events.map { SQLValue.text($0.name) }
        let places = names.map { _ in "?" }.joined(separator: ", ")
        let issues = try connection.rows(
            """
            SELECT id, reference FROM item WHERE workflow = 'issue' AND safeguarding <> 'no'
            UNION SELECT id, reference FROM item WHERE id IN (SELECT item FROM event WHERE name IN (\(places)))
            """, names)
        guard !issues.isEmpty else { return [] }
        let ids = Set(issues.map { $0.count("id") })
        let references = Set(issues.map { $0.word("reference") })
        let taken = try connection.rows("SELECT DISTINCT meeting, issue FROM agenda_item WHERE issue IS NOT NULL")
        let meetings = Set(taken.filter { ids.contains($0.count("issue")) }.map { $0.count("meeting") })
        let meant = papers.filter { paper in
            meetings.contains(paper.count("item"))
                || paper.word("cites").split(separator: " ").contains { references.contains(String($0)) }
        }.map { $0.count("item") }
        return try Set(meant).sorted().flatMap { meeting in
            try issued(
                where: "issued.recalled IS NULL AND issued.kind IN (\(View.afterMeetings)) AND item.id = ?",
                .integer(meeting))
        }
    }

    /// Whether a paper of a meeting that stands may say what is no longer so, or the meeting has come further: what is made
    /// then may be another paper.
    public func isOutdated(_ paper: IssuedPaper) throws -> Bool {
        let item = try item(paper.item)
        if try isBarred(paper) || isWithoutFile(paper) { return true }
        guard paper.tellsWhatWasDone else {
            // That a meeting does not take place is so after its day too.
            let isAhead = try (item.meeting.date.map { $0 >= today } ?? true) && !hasMet(item)
            return try (isAhead || item.meeting.isCalledOff) && !causes(of: paper).isEmpty
        }
        return try meetings(of: paper).contains { try isStateChanged($0, since: paper.operation) }
            || !causes(of: paper).isEmpty
    }

    /// Whether a file that went out with a paper was erased since.
    private func isWithoutFile(_ paper: IssuedPaper) throws -> Bool {
        try contents(paper.model).map(namesErasedFile) ?? false
    }

    /// Whether what a paper is set from names a file that was erased.
    func namesErasedFile(_ model: Data) throws -> Bool {
        let erased = try connection.rows(
            """
            SELECT attached.digest FROM attached JOIN erased_content ON erased_content.digest = attached.digest
            """
        ).map { $0.word("digest") }
        return erased.contains { model.range(of: Data($0.utf8)) != nil }
    }

    /// Whether a paper of a meeting names an issue that came to be out of all papers since: its family took their consent back,
    /// or its safeguarding screen is not clear any more. It is not given out again, whenever that was, whatever words were
    /// taken out of it with that.
    public func isBarred(_ paper: IssuedPaper) throws -> Bool {
        try paper.cites.contains { try isBarred($0, since: paper) }
    }

    func isBarred(_ reference: String, since paper: IssuedPaper) throws -> Bool {
        let issue = try item(reference)
        return try (!issue.issue.isScreenClear || isWithdrawn(issue)) && isStateChanged(issue, since: paper.operation)
    }

    /// The operation that made a paper what it is now.
    private func lastChange(of paper: IssuedPaper) throws -> Int {
        try connection.row(
            "SELECT max(operation) AS operation FROM change WHERE relation = 'issued' AND key = ?",
            [.text(String(paper.id))])?.integer("operation") ?? paper.operation
    }

    /// Why the letter about an open issue has to be made again: the meeting that it names does not take place, not on that
    /// day, or is over.
    private func causes(ofLetter paper: IssuedPaper) throws -> [PaperToMake.Cause] {
        let issue = try item(paper.item)
        let since = try lastChange(of: paper)
        let image = try image(of: issue, asAt: since)
        func then(_ field: IssueReader.Field) throws -> String? {
            guard let image else { return issue.text(field.rawValue) }
            return try ItemCoding.parse(image["fields"]?.string ?? "{}")[field.rawValue]?.string
        }
        guard let name = try then(.nextMeeting) ?? then(.meeting) else { return [] }
        let meeting = try item(name)
        if meeting.meeting.isCalledOff { return try isStateChanged(meeting, since: since) ? [.calledOff] : [] }
        if try isChanged(meeting, since: since, { $0 == MeetingReader.Field.date.rawValue }) { return [.moved] }
        guard let date = meeting.meeting.date, date >= paper.day, date < today, try hasMet(meeting) else { return [] }
        let isPassedOver = try agenda(of: meeting).contains { $0.issue?.id == issue.id && !$0.reached }
        return [isPassedOver ? .passedOver(on: date) : .over]
    }

    /// The last file of each pack.
    private func latest(_ papers: [IssuedPaper]) -> [IssuedPaper] {
        Array(
            Dictionary(papers.map { ("\($0.item) \($0.kind) \($0.edition ?? "") \($0.part ?? "")", $0) }) { $1 }.values)
    }

    private func toMake(_ paper: IssuedPaper, _ causes: [PaperToMake.Cause]) throws -> PaperToMake {
        let item = try item(paper.item)
        return PaperToMake(
            paper: paper, body: item.workflow == "meeting" ? try body(of: item) : nil, item: item, causes: causes)
    }
}

extension View {
    /// The kinds of papers that tell what a meeting did, for a statement.
    fileprivate static let afterMeetings = IssuedPaper.afterMeetings.map { "'\($0)'" }.joined(separator: ", ")
    fileprivate static let ofBodies = IssuedPaper.ofBodies.map { "'\($0)'" }.joined(separator: ", ")
}
