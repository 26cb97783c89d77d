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
    public let name = "issue import"
    private let reading: Reading

    public init(_ table: ImportTable, keepingGood: Bool = false, reading: @escaping Reading) {
        self.table = table
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
        let event = try ImportIssues.event(of: view.definition("issue"))
        var cells = CellReading(table.columns, reading: reading, view: view)
        var rows = try table.rows()
        var result = Imported(rows: table.count + table.unfit.count, unfit: table.unfit)
        while let row = try rows.next() {
            let (given, bad) = try cells.read(row)
            // As with one that is logged by itself: on the day it was received, unless it cannot have been then.
            var day = view.today
            if case .day(let received) = given["received"], received.canHaveBeen(by: day) { day = received }
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

    /// The event that logs an issue: what it asks can be given.
    static func event(of definition: Definition) throws -> Event {
        guard let event = definition.events.first(where: \.begins) else {
            throw ConfigurationProblem("The workflow \(definition.name) has no event that begins one.")
        }
        return event
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
        if issue.text("safeguarding") != "no" { safeguarding.append(issue.reference) }
    }
}
