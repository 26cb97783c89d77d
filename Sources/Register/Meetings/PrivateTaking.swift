import Ledger
import Partnership
import Workflow

/// That a body takes an issue in private, or has done so, and nobody has released it.
struct PrivateTaking: Sendable {
    /// The id of the body.
    let body: String
    /// The meeting's reference.
    let meeting: String
    let ground: PrivateGround
}

/// What something comes from that was set to be done or promised.
struct PaperSource {
    var issue: StoredItem?
    /// References of a matter and of a decision, and of the meeting.
    var matter: String?
    var decision: String?
    var meeting: String?
    /// The number of the item of that meeting under which it was set.
    var item: String?
    /// The id of what was set; nil while it is only being set.
    var set: Int?
}

extension View {
    /// Where an issue is taken in private, oldest first: by the agenda items that say so (an agenda not yet given notice of
    /// says nothing of an issue that has left it, unless something was recorded under the item; to hear in private what
    /// another body answered is not to take it), and by what was asked of the meeting it goes to next.
    func privateTakings(of issue: StoredItem) throws -> [PrivateTaking] {
        try privateTakings(of: issue.id, before: issue.issue.meeting, for: issue.issue.privateGround)
    }

    /// The same for an issue of which only the row is at hand.
    ///
    /// - Parameters:
    ///   - next: the reference of the meeting it is before.
    ///   - ground: why that one takes it in private; nil when it does not.
    func privateTakings(
        of issue: Int, before next: String?, for ground: @autoclosure () -> PrivateGround?
    ) throws -> [PrivateTaking] {
        var takings = try connection.rows(
            """
            SELECT agenda_item.paragraph, agenda_item.reason, item.reference, item.body FROM agenda_item
            JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.issue = ? AND private = 1 AND released IS NULL AND feed <> 'answers'
              AND (item.published_on IS NOT NULL OR item.reference = ? OR \(View.isUsed))
            ORDER BY item.happens, agenda_item.id
            """, [.integer(issue), SQLValue(next)]
        ).map { row in
            PrivateTaking(body: row.word("body"), meeting: row.word("reference"), ground: try self.ground(row))
        }
        if let next, let ground = ground(), !takings.contains(where: { $0.meeting == next }),
            try !isOnAgenda(issue, of: next), case .meeting(let body, _)? = Reference(next)
        {
            takings.append(PrivateTaking(body: body, meeting: next, ground: ground))
        }
        return takings
    }

    /// Something was minuted, decided or declared under a row of `agenda_item`, whether or not anybody gave notice of its
    /// meeting or says that it was held.
    static let isUsed = """
        (discussed IS NOT NULL OR reached = 0
          OR EXISTS (SELECT 1 FROM decision WHERE decision.agenda_item = agenda_item.id)
          OR EXISTS (SELECT 1 FROM declaration WHERE declaration.agenda_item = agenda_item.id))
        """

    /// Once a meeting has it on its agenda in private, that is what counts; beside a line in public what was asked of it does.
    private func isOnAgenda(_ issue: Int, of meeting: String) throws -> Bool {
        try connection.row(
            """
            SELECT 1 FROM agenda_item JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.issue = ? AND item.reference = ? AND feed <> 'answers' AND private = 1
            """, [.integer(issue), .text(meeting)]) != nil
    }

    /// The meetings that take an issue in private, or have done so, and that nobody has released.
    public func privateMeetings(of issue: Int) throws -> [String] {
        try privateTakings(of: item(id: issue)).map(\.meeting)
    }

    /// How papers may cite an issue: by nothing that was said of it, as long as a body took it in private.
    func part(of issue: StoredItem?) throws -> PaperPart {
        guard let issue, let last = try privateTakings(of: issue).last else { return .one }
        return .two(last.ground, by: last.body)
    }

    /// How papers may cite what one meeting set about an issue: as its own item there was taken.
    func part(of issue: StoredItem?, at meeting: String?) throws -> PaperPart {
        guard let issue, let meeting else { return try part(of: issue) }
        guard
            let row = try connection.row(
                """
                SELECT agenda_item.private, paragraph, reason, released, item.body FROM agenda_item
                JOIN item ON item.id = agenda_item.meeting WHERE agenda_item.issue = ? AND item.reference = ?
                  AND (feed <> 'answers' OR agenda_item.private = 0)
                ORDER BY agenda_item.id DESC
                """, [.integer(issue.id), .text(meeting)])
        else { return try part(of: issue) }
        guard row.count("private") == 1 else { return try privateTakings(of: issue).isEmpty ? .one : .closedSince }
        if row.day("released") != nil, try privateTakings(of: issue).isEmpty { return .one }
        return .two(try ground(row), by: row.word("body"))
    }

    /// What an action or a commitment comes from.
    func origin(of set: StoredItem) throws -> PaperSource {
        if set.workflow == "commitment" {
            let own = set.commitment
            return PaperSource(
                issue: try own.issue.map { try item($0) }, matter: own.matter, decision: own.decision,
                meeting: own.meeting, item: own.agendaItem, set: set.id)
        }
        return PaperSource(
            issue: try set.action.issue.map { try item($0) }, meeting: set.action.meeting, item: set.action.agendaItem,
            set: set.id)
    }

    /// How papers may cite what was set to be done or promised: as what it comes from was taken, and as the item under which
    /// it was set. What comes from a decision
    /// goes as the item does under which that was taken.
    func part(of source: PaperSource) throws -> PaperPart {
        if let number = source.item, let meeting = source.meeting,
            let row = try connection.row(
                """
                SELECT paragraph, reason, item.body FROM agenda_item JOIN item ON item.id = agenda_item.meeting
                WHERE item.reference = ? AND agenda_item.number = ? AND agenda_item.private = 1 AND released IS NULL
                """, [.text(meeting), .text(number)])
        {
            return .two(try ground(row), by: row.word("body"))
        }
        if let issue = source.issue {
            return try keptAfterRelease(of: issue, source) ?? part(of: issue, at: source.meeting)
        }
        if let decision = try source.decision.map({ try self.decision($0) }) {
            let meeting = try item(decision.meeting, workflow: "meeting")
            guard let line = try agenda(of: meeting).first(where: { $0.id == decision.agendaItem }) else { return .one }
            // What is resolved under the heading of private items is to take them so, and public.
            return line.isHeading ? .one : try part(of: line, at: body(of: meeting))
        }
        guard let matter = try source.matter.map({ try item($0, workflow: "matter") }),
            let ground = matter.matter.privateGround, let taker = matter.text("body")
        else { return .one }
        return try isReleased(matter: matter.id) ? .one : .two(ground, by: taker)
    }

    /// How papers may cite what was set about an issue after the meeting that took it in private, and before that was released:
    /// the release opens what that meeting set, and no more. Nil for anything else.
    private func keptAfterRelease(of issue: StoredItem, _ source: PaperSource) throws -> PaperPart? {
        guard let set = source.set else { return nil }
        let released = try connection.rows(
            """
            SELECT agenda_item.id, agenda_item.paragraph, agenda_item.reason, item.body FROM agenda_item
            JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.issue = ? AND agenda_item.private = 1 AND released IS NOT NULL AND feed <> 'answers'
              AND item.reference <> coalesce(?, '')
              AND item.happens < (SELECT happened FROM event WHERE event.item = ? ORDER BY event.id LIMIT 1)
            ORDER BY item.happens, agenda_item.id
            """, [.integer(issue.id), SQLValue(source.meeting), .integer(set)])
        guard !released.isEmpty,
            let begun = try connection.row("SELECT min(operation) AS begun FROM event WHERE item = ?", [.integer(set)]),
            let row = try released.last(where: { try release(of: $0.count("id")) > begun.count("begun") })
        else { return nil }
        return .two(try ground(row), by: row.word("body"))
    }

    /// The operation that released an agenda item last; 0 where none did.
    private func release(of item: Int) throws -> Int {
        let changes = try connection.rows(
            "SELECT operation, before, after FROM change WHERE relation = ? AND key = ? ORDER BY operation DESC",
            [.text(Relation.agendaItem.name), .text(String(item))])
        return try changes.first { row in
            guard let before = row.text("before"), let after = row.text("after") else { return false }
            return try ItemCoding.parse(before)["released"] != ItemCoding.parse(after)["released"]
        }?.count("operation") ?? 0
    }

    /// Whether what meetings took in private of a matter was released, at each of them.
    private func isReleased(matter: Int) throws -> Bool {
        let lines = try connection.rows(
            "SELECT released FROM agenda_item WHERE matter = ? AND private = 1", [.integer(matter)])
        return !lines.isEmpty && lines.allSatisfy { $0.text("released") != nil }
    }

    /// The meetings that have a matter in private on their agendas, and that nobody has released.
    public func privateMeetings(ofMatter matter: Int) throws -> [String] {
        try connection.rows(
            """
            SELECT DISTINCT item.reference FROM agenda_item JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.matter = ? AND private = 1 AND released IS NULL ORDER BY item.happens
            """, [.integer(matter)]
        ).map { $0.word("reference") }
    }

    /// How papers may print an agenda item.
    func part(of item: AgendaItem, at body: Body) throws -> PaperPart {
        guard !item.isClosed else { return .two(item.ground, by: body.id) }
        // What was carried on in private is released with the last item that has it so.
        if item.isPrivate, let matter = item.matter, try !isReleased(matter: matter.id) {
            return .two(item.ground, by: body.id)
        }
        guard let issue = try item.issue.map({ try self.item(id: $0.id) }) else { return .one }
        return try privateTakings(of: issue).isEmpty ? .one : .closedSince
    }

    /// How minutes print an item of their own meeting: what their public edition told everybody before another body took the
    /// issue in private stays that, whatever became of it.
    func partThen(of item: AgendaItem, at body: Body, of meeting: StoredItem) throws -> PaperPart {
        try then(part(of: item, at: body), item.issue?.reference, at: meeting)
    }

    /// The same of what it set about an issue.
    func partThen(of issue: StoredItem?, at meeting: StoredItem) throws -> PaperPart {
        try then(part(of: issue, at: meeting.reference), issue?.reference, at: meeting)
    }

    private func then(_ part: PaperPart, _ issue: String?, at meeting: StoredItem) throws -> PaperPart {
        guard part == .closedSince, let issue else { return part }
        return try publicMinutes(of: meeting).contains { $0.cites.contains(issue) } ? .one : part
    }

    /// The same of actions and commitments, as far as they were set there: each that such an edition names.
    func partsThen(of lines: [ActionLine], at meeting: StoredItem) throws -> [ActionLine] {
        func isClosedSince(_ line: ActionLine) -> Bool {
            line.part == .closedSince && line.meeting == meeting.reference
        }
        guard lines.contains(where: isClosedSince) else { return lines }
        let told = try publicMinutes(of: meeting)
        return try lines.map { line in
            guard isClosedSince(line), try told.contains(where: { try $0.names([line.ref], in: self) }) else {
                return line
            }
            var line = line
            line.part = .one
            return line
        }
    }

    private func publicMinutes(of meeting: StoredItem) throws -> [IssuedPaper] {
        try issued(about: meeting).filter { $0.tellsWhatWasDone && $0.edition == "public" && $0.recalled == nil }
    }

    /// The issue of an agenda item, as far as papers may show what is on record of it today: not beside an item that was
    /// taken in public, once it has been taken in private somewhere.
    func shownIssue(of item: AgendaItem) throws -> StoredItem? {
        guard let issue = try item.issue.map({ try self.item(id: $0.id) }), !item.isUnnamed else { return nil }
        return try item.isClosed || privateTakings(of: issue).isEmpty ? issue : nil
    }
}
