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
        let recalled = try latest(issued(where: "issued.recalled IS NOT NULL AND issued.corrected_by IS NULL"))
        let open = try issued(
            where: """
                issued.recalled IS NULL AND item.workflow = 'meeting' AND (
                  item.happens >= ? AND issued.kind <> 'minutes'
                    AND NOT EXISTS (SELECT 1 FROM attendance
                    WHERE attendance.meeting = item.id AND status IN ('present', 'deputised'))
                  OR item.open = 1 AND issued.kind = 'minutes')
                """, .text(today.description))
        var found: [PaperToMake] = []
        for paper in recalled { found.append(try toMake(paper, [.recalled])) }
        for paper in try latest(open + finalMinutes()) where !recalled.contains(where: paper.isOfOneKind) {
            let causes = try causes(of: paper)
            if !causes.isEmpty { found.append(try toMake(paper, causes)) }
        }
        let letters = try issued(
            where: "issued.recalled IS NULL AND item.workflow = 'issue' AND item.open = 1")
        for paper in latest(letters) {
            let causes = try causes(ofLetter: paper)
            if !causes.isEmpty { found.append(try toMake(paper, causes)) }
        }
        return found.sorted { $0.paper.id < $1.paper.id }
    }

    /// Minutes that are final, of meetings which have something to do with an issue that was ever out of all papers.
    private func finalMinutes() throws -> [IssuedPaper] {
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
        let papers = try connection.rows(
            """
            SELECT issued.item, issued.cites FROM issued JOIN item ON item.id = issued.item
            WHERE issued.kind = 'minutes' AND issued.recalled IS NULL AND item.open = 0
            """)
        let taken = try connection.rows("SELECT DISTINCT meeting, issue FROM agenda_item WHERE issue IS NOT NULL")
        let meetings = Set(taken.filter { ids.contains($0.count("issue")) }.map { $0.count("meeting") })
        let meant = papers.filter { paper in
            meetings.contains(paper.count("item"))
                || paper.word("cites").split(separator: " ").contains { references.contains(String($0)) }
        }.map { $0.count("item") }
        return try Set(meant).sorted().flatMap { meeting in
            try issued(where: "issued.recalled IS NULL AND issued.kind = 'minutes' AND item.id = ?", .integer(meeting))
        }
    }

    /// Whether a paper of a meeting that stands may say what is no longer so, or the meeting has come further: what is made
    /// then may be another paper.
    public func isOutdated(_ paper: IssuedPaper) throws -> Bool {
        let item = try item(paper.item)
        if try isBarred(paper) { return true }
        guard paper.kind == "minutes" else {
            // That a meeting does not take place is so after its day too.
            let isAhead = try (item.meeting.date.map { $0 >= today } ?? true) && !hasMet(item)
            return try (isAhead || item.meeting.isCalledOff) && !causes(of: paper).isEmpty
        }
        return try isStateChanged(item, since: paper.operation) || !causes(of: paper).isEmpty
    }

    /// Whether a paper of a meeting names an issue that came to be out of all papers since: its family took their consent back,
    /// or its safeguarding screen is not clear any more. It is not given out again, whenever that was, whatever words were
    /// taken out of it with that.
    public func isBarred(_ paper: IssuedPaper) throws -> Bool {
        try paper.cites.contains { reference in
            let issue = try item(reference)
            return try (!issue.issue.isScreenClear || isWithdrawn(issue))
                && isStateChanged(issue, since: paper.operation)
        }
    }

    /// The operation that made a paper what it is now.
    private func lastChange(of paper: IssuedPaper) throws -> Int {
        try connection.row(
            "SELECT max(operation) AS operation FROM change WHERE relation = 'issued' AND key = ?",
            [.text(String(paper.id))])?.integer("operation") ?? paper.operation
    }

    /// The operations that took words out of a paper.
    private func redactions(of paper: IssuedPaper) throws -> Set<Int> {
        Set(
            try connection.rows(
                "SELECT operation FROM change WHERE relation = 'issued' AND key = ? AND before IS NOT NULL",
                [.text(String(paper.id))]
            ).map { $0.count("operation") })
    }

    /// Whether other operations than some changed an item since one.
    private func isTouched(_ item: StoredItem, since operation: Int, besides own: Set<Int>) throws -> Bool {
        try connection.rows(
            "SELECT operation FROM change WHERE relation = 'item' AND key = ? AND operation > ?",
            [.text(String(item.id)), .integer(operation)]
        ).contains { !own.contains($0.count("operation")) }
    }

    /// Why the letter about an open issue has to be made again: the meeting that it names does not take place, not on that
    /// day, or is over.
    private func causes(ofLetter paper: IssuedPaper) throws -> [PaperToMake.Cause] {
        let issue = try item(paper.item)
        let since = try lastChange(of: paper)
        let row = try connection.row(
            """
            SELECT before FROM change WHERE relation = 'item' AND key = ? AND operation > ? AND before IS NOT NULL
            ORDER BY operation, position LIMIT 1
            """, [.text(String(issue.id)), .integer(since)])
        func then(_ field: IssueReader.Field) throws -> String? {
            guard let before = row?.text("before") else { return issue.text(field.rawValue) }
            return try ItemCoding.parse(ItemCoding.parse(before)["fields"]?.string ?? "{}")[field.rawValue]?.string
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

    private func causes(of paper: IssuedPaper) throws -> [PaperToMake.Cause] {
        let meeting = try item(paper.item)
        let isMinutes = paper.kind == "minutes"
        var causes: [PaperToMake.Cause] = []
        // What is final is put right no more.
        if !isMinutes || meeting.isOpen { causes += try changes(in: paper, of: meeting) }
        causes += try printedAgain(at: meeting, beside: paper).map { .printedAgain(issue: $0) }
        for reference in paper.cites {
            let issue = try item(reference)
            guard !issue.issue.isScreenClear || (isMinutes ? isWithdrawn(issue) : isOff(issue)) else { continue }
            // What had ended before it went out is told as what it was.
            if try isStateChanged(issue, since: paper.operation) { causes.append(.takenOff(issue: reference)) }
        }
        return causes
    }

    /// What was put right in a meeting or its issues, added or released since a paper went out. Words that were taken out of it
    /// are not there to be put right.
    private func changes(in paper: IssuedPaper, of meeting: StoredItem) throws -> [PaperToMake.Cause] {
        let operation = paper.operation
        let own = try redactions(of: paper)
        let isMinutes = paper.kind == "minutes"
        var causes: [PaperToMake.Cause] = []
        if !isMinutes {
            if meeting.meeting.isCalledOff {
                if try isStateChanged(meeting, since: operation) { causes.append(.calledOff) }
            } else if try isTouched(meeting, since: operation, besides: own),
                try isNoticeChanged(meeting, since: operation)
            {
                causes.append(.notice)
            }
        }
        let rows = try rows(of: meeting, since: operation).filter { !own.contains($0.count("operation")) }
        if isMinutes {
            let said = [MeetingReader.Field.corrections, .privateCorrections, .notExcludedBecause].map(\.rawValue)
            let isChanged =
                try isTouched(meeting, since: operation, besides: own)
                && isChanged(meeting, since: operation, said.contains)
            if try isChanged || rows.contains(where: isRecordChanged) { causes.append(.record) }
        } else if rows.contains(where: { $0.text("before") == nil }) {
            causes.append(.added)
        }
        if try isReleased(meeting, beside: paper.cites, since: operation) { causes.append(.released) }
        for reference in isMinutes ? [] : paper.cites {
            let issue = try item(reference)
            guard issue.issue.isScreenClear, !isOff(issue), try isTouched(issue, since: operation, besides: own),
                try isPrintedOtherwise(issue, since: operation)
            else { continue }
            causes.append(.corrected(issue: reference))
        }
        return causes
    }

    /// Whether more than that it was released was changed in a row of an agenda or a decision.
    private func isRecordChanged(_ row: Row) throws -> Bool {
        func told(_ image: String?) throws -> [String: JSON] {
            guard let image, case .object(let members) = try ItemCoding.parse(image) else { return [:] }
            return members.filter { !["released", "release_reason"].contains($0.key) }
        }
        return try told(row.text("before")) != told(row.text("after"))
    }

    /// The issues of a meeting that a paper had to leave out when it went out, and that may be printed again since: consent was
    /// given again, or the gap is raised without a name, and it was brought back to a meeting that is still to come.
    private func printedAgain(at meeting: StoredItem, beside paper: IssuedPaper) throws -> [String] {
        func isOut(_ issue: StoredItem) -> Bool {
            !issue.issue.isScreenClear
                || (paper.kind == "minutes" ? isWithdrawn(issue) : isOff(issue) || isUnplaced(issue))
        }
        let lines = try agenda(of: meeting).filter { line in
            paper.part.map { line.number == $0 || line.number.hasPrefix($0 + ".") } ?? true
        }
        return try Set(lines.compactMap(\.issue?.id)).sorted().compactMap { id in
            let issue = try item(id: id)
            guard !isOut(issue), let then = try self.issue(issue, asAt: paper.operation), isOut(then) else {
                return nil
            }
            return issue.reference
        }
    }

    /// An issue as an operation had left it; nil where it is unchanged.
    private func issue(_ issue: StoredItem, asAt operation: Int) throws -> StoredItem? {
        let row = try connection.row(
            """
            SELECT before FROM change WHERE relation = 'item' AND key = ? AND operation > ? AND before IS NOT NULL
            ORDER BY operation, position LIMIT 1
            """, [.text(String(issue.id)), .integer(operation)])
        guard let image = try row?.text("before").map(ItemCoding.parse), let key = image["definition"]?.number,
            case .object(let members) = try ItemCoding.parse(image["fields"]?.string ?? "{}")
        else { return nil }
        let definition = try pinned(key, workflow: issue.workflow)
        let (fields, sealed) = try opened(members, of: issue.id, in: definition)
        return StoredItem(
            id: issue.id, workflow: issue.workflow, reference: issue.reference, version: issue.version,
            isOpen: image["open"]?.number == 1, definition: definition,
            item: Item(state: image["state"]?.string ?? "", fields: fields, clocks: [:]), definitionKey: key,
            sealed: sealed)
    }

    /// The fields by which it is decided whether papers may print an issue.
    private static let deciding = Set(
        [IssueReader.Field.consent, .consentWith, .safeguarding, .anonymous, .scope].map(\.rawValue))

    /// Whether an issue of a meeting was released since an operation, wherever it was taken in private.
    ///
    /// - Parameter cited: references of those that do not count.
    private func isReleased(_ meeting: StoredItem, beside cited: [String], since operation: Int) throws -> Bool {
        try connection.rows(
            """
            SELECT item.reference FROM change
            JOIN agenda_item ON CAST(agenda_item.id AS TEXT) = change.key JOIN item ON item.id = agenda_item.issue
            WHERE change.relation = 'agenda_item' AND change.operation > ? AND agenda_item.released IS NOT NULL
              AND agenda_item.issue IN (SELECT issue FROM agenda_item WHERE meeting = ?)
            """, [.integer(operation), .integer(meeting.id)]
        ).contains { !cited.contains($0.word("reference")) }
    }

    /// What was changed in a meeting's agenda and decisions since an operation.
    private func rows(of meeting: StoredItem, since operation: Int) throws -> [Row] {
        try connection.rows(
            """
            SELECT operation, before, after FROM change WHERE operation > ? AND (
              relation = 'agenda_item' AND key IN (SELECT CAST(id AS TEXT) FROM agenda_item WHERE meeting = ?)
              OR relation = 'decision' AND key IN (SELECT CAST(id AS TEXT) FROM decision WHERE meeting = ?))
            """, [.integer(operation), .integer(meeting.id), .integer(meeting.id)])
    }

    /// Whether an item came to another state, or what its family agreed to or the screen found was changed, since an
    /// operation.
    private func isStateChanged(_ item: StoredItem, since operation: Int) throws -> Bool {
        if try isChanged(item, since: operation, Self.deciding.contains) { return true }
        return try connection.rows(
            "SELECT before FROM change WHERE relation = 'item' AND key = ? AND operation > ? AND before IS NOT NULL",
            [.text(String(item.id)), .integer(operation)]
        ).contains { try ItemCoding.parse($0.word("before"))["state"]?.string != item.state }
    }
}
