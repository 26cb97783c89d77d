import Foundation
import Ledger
import Partnership
import Workflow

/// What has gone out or been decided, and rests on what was recorded before it.
extension View {
    /// Throws when an issued agenda, circulated minutes or a later decision rests on an operation.
    func checkNothingRests(on line: OperationLine, as standing: Standing) throws {
        let touched = try touched(by: line)
        for (meeting, part) in touched.meetings {
            if part == .agenda { try checkNotIssued(meeting, since: line) }
            try checkNotCirculated(meeting, since: line)
            if part == .attendance, let decision = try decision(of: meeting, after: line) {
                throw View.undoRefusal(
                    "\(decision) was taken since, and whether it counts rests on who was at \(meeting.reference).",
                    remedies: [.say("Correct the entry instead, by recording it again.")])
            }
        }
        for body in Set(touched.places.compactMap(\.body)) {
            for meeting in try circulated(by: body, from: nil, to: nil) { try checkNotCirculated(meeting, since: line) }
        }
        for event in touched.events where event.item.workflow == "meeting" {
            if let decision = try decision(of: event.item, after: line) {
                throw View.undoRefusal(
                    "\(decision) was taken since, and rests on what \(event.item.reference) was then.",
                    remedies: [.say("Undo what was decided first, where that is right.")])
            }
            for field in ["published-on", "circulated-on"] where try became(field, of: event.item) == line.id {
                throw View.undoRefusal(
                    "With operation \(line.id) papers of \(event.item.reference) went out, and what went out is out.",
                    remedies: [.say("Record what is right from here on.")])
            }
            if let paper = try issued(about: event.item).first(where: {
                $0.recalled == nil && $0.operation > line.id
            }) {
                throw View.undoRefusal(
                    "\(paper.name) went out since, and tells what \(event.item.reference) was then.",
                    remedies: [.say("Recall the paper first, if it should not have gone out.")])
            }
        }
        try checkNoPaperRests(on: line, touched.events.map(\.item))
        try checkNoPrivateItemRests(on: line)
        for person in try connection.rows(
            "SELECT key FROM change WHERE operation = ? AND relation = 'person' AND before IS NULL", [.integer(line.id)]
        ).map({ $0.word("key") }) {
            let acted = try connection.row("SELECT id FROM operation WHERE actor = ? LIMIT 1", [.text(person)])
            guard acted == nil else {
                throw View.undoRefusal(
                    "\(try self.person(id: person).name) has acted since, and the record says who did what.",
                    remedies: [.say("End their seats instead.")])
            }
        }
        for event in touched.events where event.item.workflow == "issue" && !event.item.issue.isScreenClear {
            if isSlip(event.item, in: line, by: standing) { continue }
            throw View.undoRefusal(
                "The safeguarding screen of \(event.item.reference) is not clear, and a worry once recorded is not taken back.",
                remedies: [.say("Divert it, if that has not been done.")])
        }
        // Minutes print what their meeting set to be done or was promised.
        for event in touched.events where ["action", "commitment"].contains(event.item.workflow) {
            guard let meeting = event.item.text(ActionReader.Field.meeting.rawValue) else { continue }
            try checkNotCirculated(item(meeting), since: line)
        }
        for event in touched.events where ["issue", "matter"].contains(event.item.workflow) {
            for row in try connection.rows(
                "SELECT DISTINCT meeting FROM agenda_item WHERE issue = ? OR matter = ?",
                [.integer(event.item.id), .integer(event.item.id)])
            {
                let meeting = try item(id: row.count("meeting"))
                try checkNotIssued(meeting, since: line)
                try checkNotCirculated(meeting, since: line)
            }
        }
    }

    /// Throws when a paper that stands went out since which tells of something that an operation changed: the letter about an
    /// issue, of whatever was recorded of it or of what hangs on it; any paper, of an action, a commitment or a question that it names.
    private func checkNoPaperRests(on line: OperationLine, _ items: [StoredItem]) throws {
        let issues = try items.compactMap { item in
            item.workflow == "issue"
                ? item : try item.text(ActionReader.Field.issue.rawValue).map { try self.item($0) }
        }
        let about = Set(issues.map(\.reference))
        let named = items.filter { ["action", "commitment", "question"].contains($0.workflow) }.map(\.reference)
        guard !about.isEmpty || !named.isEmpty else { return }
        let papers = try issued(where: "issued.recalled IS NULL AND operation.id > ?", .integer(line.id))
        for paper in papers {
            let isLetter = paper.edition == nil && about.contains(paper.item)
            guard try isLetter || paper.names(named, in: self) else { continue }
            throw View.undoRefusal(
                "\(paper.name) went out on \(paper.day), and rests on operation \(line.id).",
                remedies: [
                    .say("Record what is right from here on."),
                    .say("Recall the paper first, if it should not have gone out."),
                ])
        }
    }

    /// Throws when the resolution to exclude the public came with an operation and private items were minuted since.
    private func checkNoPrivateItemRests(on line: OperationLine) throws {
        for row in try connection.rows(
            "SELECT after FROM change WHERE operation = ? AND relation = 'decision' AND before IS NULL",
            [.integer(line.id)])
        {
            let decision = try row.text("after").map(ItemCoding.parse)
            guard let meeting = try decision?["meeting"]?.number.map({ try item(id: $0) }) else { continue }
            let agenda = try agenda(of: meeting).filter(\.isPrivate)
            guard agenda.contains(where: { $0.isHeading && $0.id == decision?["agenda_item"]?.number }),
                let minuted = agenda.first(where: { !$0.isHeading && $0.discussed != nil })
            else { continue }
            throw View.undoRefusal(
                "Item \(minuted.number) of \(meeting.reference), which is private, was minuted since, and rests on that "
                    + "resolution.",
                remedies: [.say("Undo what was minuted in private first, where that is right.")])
        }
    }

    /// Throws when papers of a meeting went out since with what an operation put on its agenda.
    func checkAdditions(of line: OperationLine) throws {
        guard
            let row = try connection.row(
                """
                SELECT agenda_item.number, issued.name FROM change
                JOIN agenda_item ON CAST(agenda_item.id AS TEXT) = change.key
                JOIN issued ON issued.item = agenda_item.meeting
                JOIN change AS went ON went.relation = 'issued' AND went.key = CAST(issued.id AS TEXT)
                  AND went.before IS NULL AND went.operation > change.operation
                WHERE change.operation = ? AND change.relation = 'agenda_item' AND change.before IS NULL
                  AND issued.recalled IS NULL
                """, [.integer(line.id)])
        else { return }
        throw View.undoRefusal(
            "\(row.word("name")), which has item \(row.word("number")), went out since.",
            remedies: [.say("Recall the paper first, if it should not have gone out.")])
    }

    /// Throws when papers went out since that name what an operation released, for others than those who have the rest of what
    /// their own body takes in private. Papers name the issues that they print: of what is none, its meeting's papers tell, and
    /// those of its body.
    func checkReleases(of line: OperationLine) throws {
        for row in try connection.rows(
            """
            SELECT coalesce(item.reference, 'item ' || agenda_item.number) AS reference, issued.name, change.before,
              change.after
            FROM change
            JOIN agenda_item ON CAST(agenda_item.id AS TEXT) = change.key
            JOIN item AS meeting ON meeting.id = agenda_item.meeting LEFT JOIN item ON item.id = agenda_item.issue
            JOIN issued JOIN item AS subject ON subject.id = issued.item
            JOIN change AS went ON went.relation = 'issued' AND went.key = CAST(issued.id AS TEXT)
              AND went.before IS NULL AND went.operation > change.operation
            WHERE (' ' || issued.cites || ' ' LIKE '% ' || item.reference || ' %'
                OR item.id IS NULL AND (issued.item = meeting.id
                  OR issued.kind IN ('page', 'log') AND subject.body = meeting.body))
              AND change.operation = ? AND change.relation = 'agenda_item' AND issued.recalled IS NULL
              AND NOT (coalesce(issued.edition, '') IN ('restricted', 'chair') AND subject.workflow = 'meeting'
                AND subject.body = meeting.body)
            """, [.integer(line.id)])
        {
            guard let before = row.text("before"), let after = row.text("after"),
                try ItemCoding.parse(before)["released"]?.string == nil,
                try ItemCoding.parse(after)["released"]?.string != nil
            else { continue }
            throw View.undoRefusal(
                "\(row.word("name")), which tells of \(row.word("reference")), went out since it was released.",
                remedies: [.say("Recall the paper first, if it should not have gone out.")])
        }
    }

    /// Throws when papers went out with an operation, or when it recalled some and that has been dealt with since.
    func checkPapers(of line: OperationLine) throws {
        for row in try connection.rows(
            """
            SELECT change.before, change.after, issued.name, issued.breach, correcting.name AS corrected FROM change
            LEFT JOIN issued ON CAST(issued.id AS TEXT) = change.key
            LEFT JOIN issued AS correcting ON correcting.id = issued.corrected_by
            WHERE change.operation = ? AND change.relation = 'issued'
            """, [.integer(line.id)])
        {
            let name = row.text("name") ?? "A paper"
            guard row.text("before") != nil else {
                throw View.undoRefusal(
                    "With operation \(line.id) \(name) went out, and what went out is out.",
                    remedies: [.say("Recall it, if it should not have gone out.")])
            }
            if let before = row.text("before"), let after = row.text("after"),
                try ItemCoding.parse(before)["model"] != ItemCoding.parse(after)["model"]
            {
                throw View.undoRefusal("With operation \(line.id) words were taken out of \(name) for good.")
            }
            if let corrected = row.text("corrected") {
                throw View.undoRefusal(
                    "\(corrected) went out in place of \(name) since, so the recall stands.",
                    remedies: [.say("What went out is out.")])
            }
            guard let breach = try row.integer("breach").map({ try item(id: $0) }), breach.version > 1 else { continue }
            throw View.undoRefusal(
                "\(breach.reference) has been dealt with since, so the recall of \(name) stands.",
                remedies: [.deed("show", on: breach.reference)])
        }
    }

    /// Throws when a file went out that an operation attached: papers that were issued hold it.
    func checkFiles(of line: OperationLine) throws {
        let items = try connection.rows(
            """
            SELECT attached.item, attached.digest FROM change JOIN attached ON CAST(attached.id AS TEXT) = change.key
            WHERE change.operation = ? AND change.relation = 'attached'
            """, [.integer(line.id)])
        for row in items {
            let matter = try item(id: row.count("item"))
            guard let file = try attached(to: matter).first(where: { $0.digest == row.word("digest") }),
                let paper = try issued(with: file).last
            else { continue }
            throw View.undoRefusal(
                "\(file.name) went out with \(paper.name), and what went out is out.",
                remedies: [.say("Recall what should not have gone out."), .deed("redact-file", on: matter.reference)])
        }
    }

    /// A matter that was only ever recorded as passed on, and is taken back on the day of recording by whoever did so.
    private func isSlip(_ issue: StoredItem, in line: OperationLine, by standing: Standing) -> Bool {
        guard issue.version == 1, issue.issue.means("diverted"), line.actor == standing.person.id,
            let moment = try? Date(line.recorded, strategy: .iso8601)
        else { return false }
        return Day(inEnglandAt: moment) == present
    }

    private func checkNotIssued(_ meeting: StoredItem, since line: OperationLine) throws {
        guard let day = meeting.day("published-on"), try became("published-on", of: meeting) ?? 0 > line.id else {
            return
        }
        throw View.undoRefusal(
            "The agenda of \(meeting.reference) was published on \(day), and rests on operation \(line.id).",
            remedies: [.say("Record what is right from here on; it comes with a supplement.")])
    }

    private func checkNotCirculated(_ meeting: StoredItem, since line: OperationLine) throws {
        guard let day = meeting.day("circulated-on"), try became("circulated-on", of: meeting) ?? 0 > line.id else {
            return
        }
        throw View.undoRefusal(
            "The minutes of \(meeting.reference) were circulated on \(day), and rest on operation \(line.id).",
            remedies: [
                .say("Have the next meeting agree them with a correction."),
                .say("What tells of a family is taken out for good, by the information officer:"),
                .deed("redact", on: meeting.reference),
            ])
    }

    /// The last operation that gave a field of an item its value.
    private func became(_ field: String, of item: StoredItem) throws -> Int? {
        try connection.row(
            """
            SELECT max(operation) AS operation FROM change
            WHERE relation = 'item' AND key = ? AND after LIKE ? AND (before IS NULL OR before NOT LIKE ?)
            """, [.text(String(item.id)), .text("%\(field)%"), .text("%\(field)%")])?.integer("operation")
    }

    private func decision(of meeting: StoredItem, after line: OperationLine) throws -> String? {
        try connection.row(
            """
            SELECT decision.reference FROM decision
            JOIN change ON change.relation = 'decision' AND change.key = CAST(decision.id AS TEXT)
            WHERE decision.meeting = ? AND change.operation > ? ORDER BY decision.id LIMIT 1
            """, [.integer(meeting.id), .integer(line.id)])?.text("reference")
    }
}
