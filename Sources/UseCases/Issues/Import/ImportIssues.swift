import Partnership
import Register
import class Register.Operation
import Workflow

/// Logs an issue for each row of a table: all of them, or none.
public struct ImportIssues: Rehearsable {
    /// How a cell is read as a value of a field.
    public typealias Reading = @Sendable (String, Field) -> Result<Value, FieldProblem>

    public let table: ImportTable
    /// Write good rows although others are bad.
    public let keepsGood: Bool
    /// Log what says the same as an issue on record once more.
    public let repeats: Bool
    public let name = "issue import"
    private let reading: Reading
    /// Told of each row that is done, with how many there are.
    private let progress: @Sendable (_ done: Int, _ all: Int) -> Void

    public init(
        _ table: ImportTable, keepingGood: Bool = false, repeating: Bool = false, reading: @escaping Reading,
        progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) {
        self.progress = progress
        self.table = table
        repeats = repeating
        keepsGood = keepingGood
        self.reading = reading
    }

    /// Thrown when a row is bad, and good ones are not to be kept or there are none. Nothing of it is written.
    public struct Refused: Error {
        public let result: Imported
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> Imported {
        try rows(from: operation.view, as: standing) { event, given, day in
            try operation.begin("issue", by: event, given: given, as: standing, on: day).item
        }
    }

    public func judge(from view: View, as standing: Standing) throws -> Imported {
        try rows(from: view, as: standing) { event, given, day in
            try view.judge(event, of: "issue", on: nil, given: given, as: standing, day: day).item
        }
    }

    private func rows(
        from view: View, as standing: Standing,
        begin: (_ event: String, _ given: [String: Value], _ day: Day) throws -> StoredItem
    ) throws -> Imported {
        try standing.must(.importIssues)
        let events = try ImportIssues.events(of: view.definition("issue"))
        let last = try repeats ? nil : view.lastItem
        var cells = CellReading(table.columns, reading: reading, view: view)
        var rows = try table.rows()
        var result = Imported(rows: table.count + table.unfit.count, unfit: table.unfit)
        var done = 0
        while let row = try rows.next() {
            progress(done, table.count)
            done += 1
            let (line, story) = unfolded(row)
            var (read, bad) = try cells.read(line)
            let detail = IssueReader.Field.detail.rawValue
            if let story, bad[detail] == nil {
                switch try self.detail(story, before: read[detail], of: row, view) {
                case .success(let value): read[detail] = value
                case .failure(let problem): bad[detail] = problem
                }
            }
            let event = ImportIssues.event(for: read, among: events)
            let given = read.filter { event.ask($0.key) != nil }
            // As with one that is logged by itself: on the day it was received, unless it cannot have been then.
            var day = view.today
            if case .day(let received) = given["received"], received.canHaveBeen(by: day) { day = received }
            // What was over before is on record from the day it was.
            if case .day(let closed) = given["closed-on"], closed.canHaveBeen(by: view.today) { day = closed }
            if bad.isEmpty, let same = try last.flatMap({ try view.issue(saying: given, upTo: $0, as: standing) }) {
                result.leftOut.insert(row.number)
                result.problems.append(
                    ImportProblem(row: row.number, sentence: "it says what \(same) says already.", same: same))
                continue
            }
            if bad.isEmpty, keepsGood || result.problems.isEmpty {
                do {
                    result.note(try begin(event.name, given, day))
                    continue
                } catch RegisterError.refused(let reasons) {
                    note(reasons, of: row, besides: [:], in: &result)
                }
            } else {
                let reasons = try view.objections(toBeginning: "issue", given: given, as: standing, on: day)
                if bad.isEmpty, reasons.isEmpty { continue }
                note(reasons, of: row, besides: bad, in: &result)
            }
        }
        result.problems.sort { $0.row < $1.row }
        guard result.problems.isEmpty || (keepsGood && result.count > 0) else { throw Refused(result: result) }
        return result
    }

    /// The event that logs an issue, and the others that begin one with what that asks and more.
    static func events(of definition: Definition) throws -> [Event] {
        let beginning = definition.events.filter(\.begins)
        guard let first = beginning.first else {
            throw ConfigurationProblem("The workflow \(definition.name) has no event that begins one.")
        }
        let needed = Set(first.asks.filter { $0.requirement == .required }.map(\.field))
        return [first] + beginning.dropFirst().filter { needed.isSubset(of: $0.asks.map(\.field)) }
    }

    /// The event that takes what a row gives: the first, unless only another asks for something of it.
    static func event(for given: [String: Value], among events: [Event]) -> Event {
        events.dropFirst().first { other in
            other.asks.contains {
                $0.requirement == .required && given[$0.field] != nil && events[0].ask($0.field) == nil
            }
        } ?? events[0]
    }

    /// A row whose summary is more than a line, with the first line of it, and the whole of it for the detail; nil where it
    /// is no more.
    private func unfolded(_ row: ImportTable.Row) -> (row: ImportTable.Row, story: String?) {
        guard let place = table.columns.firstIndex(where: { $0.field.name == IssueReader.Field.summary.rawValue })
        else {
            return (row, nil)
        }
        let (whole, limit) = (row.cells[place], table.columns[place].field.limit)
        let lines = whole.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        guard let first = lines.first, lines.count > 1 || whole.count > limit else { return (row, nil) }
        var cells = row.cells
        cells[place] = first.count > limit ? first.prefix(limit - 1) + "…" : String(first)
        return (ImportTable.Row(number: row.number, cells: cells), whole)
    }

    /// The detail with a whole story before it.
    private func detail(
        _ story: String, before given: Value?, of row: ImportTable.Row, _ view: View
    ) throws -> Result<Value, ImportProblem> {
        guard let field = try view.definition("issue").field(IssueReader.Field.detail.rawValue) else {
            return .success(.text(story))
        }
        let rest: [String] = if case .text(let text)? = given { [text] } else { [] }
        return reading(([story] + rest).joined(separator: "\n\n"), field).mapError {
            ImportProblem(row: row.number, sentence: $0.sentence, remedies: .said($0.hint))
        }
    }

    /// A field whose cell is bad needs no further reason; and while the area is not known, neither are the roles towards it.
    private func note(
        _ reasons: [Reason], of row: ImportTable.Row, besides cells: [String: ImportProblem], in result: inout Imported
    ) {
        result.leftOut.insert(row.number)
        result.problems += table.columns.compactMap { cells[$0.field.name] }
        let hasPlace = !reasons.contains { $0.field == "area" } && cells["area"] == nil && cells["district"] == nil
        for reason in reasons where reason.field.map({ cells[$0] == nil }) ?? (hasPlace || reason.kind != .role) {
            result.problems.append(
                ImportProblem(
                    row: row.number, column: reason.field.flatMap(table.name(of:)),
                    sentence: reason.code.map { "\(reason.sentence) (\($0))" } ?? reason.sentence, reason: reason))
        }
    }
}

/// What came of an import.
public struct Imported: Codable, Sendable {
    /// How many rows there were.
    public let rows: Int
    /// The issues that were logged, in the order of the rows.
    public fileprivate(set) var refs: [String] = []
    /// Those among them whose safeguarding screen is not clear.
    public fileprivate(set) var safeguarding: [String] = []
    /// The first of them whose family waits to hear that it has arrived.
    public fileprivate(set) var waiting: String?
    /// The rows that were left out.
    public fileprivate(set) var leftOut: Set<Int>
    /// In the order of the rows.
    public fileprivate(set) var problems: [ImportProblem]

    public var count: Int { refs.count }

    fileprivate init(rows: Int, unfit: [ImportProblem]) {
        self.rows = rows
        problems = unfit
        // A million of them grow to their size once.
        refs.reserveCapacity(rows)
        leftOut = Set(unfit.map(\.row))
    }

    fileprivate mutating func note(_ issue: StoredItem) {
        refs.append(issue.reference)
        if waiting == nil, issue.isOpen, !issue.issue.isAnonymous { waiting = issue.reference }
        if issue.text("safeguarding") != "no" { safeguarding.append(issue.reference) }
    }
}
