import Partnership
import Register
import class Register.Operation
import Workflow

/// Puts on record whom each row of a table names, with the seat it gives: all of them, or none. Whoever is on record
/// already is given the seat, unless they hold it.
public struct ImportMembers: Deed {
    /// The columns: the first two must be there.
    public static let columns = ["name", "seat", "email", "organisation", "from", "to"]

    /// Nothing was written, and why.
    public struct Refused: Error {
        /// In the order of the rows.
        public let problems: [ImportProblem]
        public let rows: Int
    }

    private let table: CSVTable
    private let day: @Sendable (String) -> Day?
    public let name = "member import"

    /// - Parameter day: how a cell is read as a day.
    public init(csv source: CSVSource, encoding: CSVEncoding, day: @escaping @Sendable (String) -> Day?) throws {
        table = try CSVTable(source, encoding: encoding)
        try table.checkText()
        self.day = day
        let named = table.columns.map { $0.lowercased() }
        guard Set(named).count == named.count, named.allSatisfy(ImportMembers.columns.contains),
            ImportMembers.columns.prefix(2).allSatisfy(named.contains)
        else {
            throw Refused(
                problems: [
                    ImportProblem(
                        row: 1, sentence: "The columns are not those of members.",
                        remedies: [
                            .say(
                                "They are \(Sentences.list(ImportMembers.columns, "and")); the first two must be there."
                            )
                        ])
                ], rows: table.count)
        }
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> ImportedMembers {
        var problems = table.ragged
        var imported = ImportedMembers()
        var rows = try table.rows()
        while let row = try rows.next() {
            do {
                try enter(row, in: operation, as: standing, noting: &imported)
            } catch RegisterError.badInput(let sentence, let remedies) {
                problems.append(ImportProblem(row: row.number, sentence: sentence, remedies: remedies))
            } catch RegisterError.notPermitted(let sentence, let remedies) {
                problems.append(ImportProblem(row: row.number, sentence: sentence, remedies: remedies))
            }
        }
        guard problems.isEmpty, table.count > 0 else {
            throw Refused(problems: problems.sorted { $0.row < $1.row }, rows: table.count)
        }
        return imported
    }

    private func enter(
        _ row: CSVReader.Row, in operation: Operation, as standing: Standing, noting imported: inout ImportedMembers
    ) throws {
        let view = operation.view
        let cells = Dictionary(uniqueKeysWithValues: zip(table.columns.map { $0.lowercased() }, row.cells))
        func cell(_ name: String) -> String? {
            let text = cells[name]?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let seat = cell("seat").flatMap(SeatName.init(written:)) else {
            throw RegisterError.badInput(
                "It names no seat.", remedies: [.say("Seats are written BODY/ROLE, north/dco.")])
        }
        var terms = SeatTerms(organisation: cell("organisation"))
        terms.since = try read(cell("from"))
        terms.until = try read(cell("to"))
        let written = [cell("name"), cell("email").map { "<\($0)>" }].compactMap(\.self).joined(separator: " ")
        guard cell("name") != nil, let person = Person(written: written) else { throw AddPerson.noPerson }
        let known = try view.person(person.name)
        try Seating(view, standing).must([.init(body: seat.body, role: seat.role, person: known?.id)])
        if let known, let email = person.email, let other = known.email, other.lowercased() != email.lowercased() {
            throw RegisterError.badInput(
                "\(known.name) is on record with another address.", remedies: [.say("Correct one of the two.")])
        }
        let first = terms.since ?? operation.on
        if let known, try view.seats(of: known, on: first).contains(where: { $0.written == seat.written }) {
            imported.there.append(known.name)
            return
        }
        if known == nil {
            try operation.add(person, showsAddresses: standing.may(.readAddresses))
            imported.added.append(person.name)
        } else {
            imported.seated.append(person.name)
        }
        _ = try operation.seat(known ?? person, in: [seat], terms)
    }

    private func read(_ cell: String?) throws -> Day? {
        guard let cell else { return nil }
        guard let read = day(cell) else {
            throw RegisterError.badInput(
                "A day in it is none of the calendar.", remedies: [.say("Days are written 2019-12-02 or 02/12/2019.")])
        }
        return read
    }
}

/// The names of those whom an import put on record or seated.
public struct ImportedMembers: Sendable, Codable {
    public fileprivate(set) var added: [String] = []
    /// Known before, and given a seat.
    public fileprivate(set) var seated: [String] = []
    /// In that seat already.
    public fileprivate(set) var there: [String] = []
}
