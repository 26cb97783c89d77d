import Ledger
import Partnership
import Workflow

extension Operation {
    /// Records for whom a message with a paper was prepared; whoever is on record for it already is not recorded again.
    public func mail(_ paper: IssuedPaper, to people: [Person]) throws {
        let first = try view.firstFile(of: paper)
        let known = try Set(view.mailed(with: paper).map(\.person.id))
        for person in people where !known.contains(person.id) {
            _ = try insert(.mailed, [.integer(first.id), .text(person.id), .text(on.description)])
        }
    }
}

extension View {
    /// For whom messages with a paper were prepared, and on which day.
    public func mailed(with paper: IssuedPaper) throws -> [(person: Person, day: Day)] {
        try connection.rows(
            "SELECT person, day FROM mailed WHERE issued = ? ORDER BY id", [.integer(firstFile(of: paper).id)]
        ).map { row in (try person(id: row.word("person")), Day(iso: row.word("day")) ?? paper.day) }
    }

    /// The papers with which messages were prepared for somebody, oldest first.
    public func papers(mailedTo person: Person) throws -> [(paper: String, day: Day)] {
        try connection.rows(
            """
            SELECT issued.name, issued.format, mailed.day FROM mailed JOIN issued ON issued.id = mailed.issued
            WHERE mailed.person = ? ORDER BY mailed.id
            """, [.text(person.id)]
        ).map { row in
            (String(row.word("name").dropLast(row.word("format").count + 1)), Day(iso: row.word("day")) ?? today)
        }
    }

    /// What stands for a paper, whatever further formats of it come.
    fileprivate func firstFile(of paper: IssuedPaper) throws -> IssuedPaper {
        try issued(about: item(paper.item)).first { $0.isOfOnePaper(with: paper) } ?? paper
    }
}
