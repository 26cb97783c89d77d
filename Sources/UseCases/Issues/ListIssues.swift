import Partnership
import Register
import Workflow

/// Issues, newest first, that a filter lets through. Areas, states, themes, people and meetings are named as they are
/// written.
public struct ListIssues: Question {
    public var areas: [String] = []
    /// States, and names of groups of them; `open` and `ended` for what is not at an end, and what is.
    public var states: [String] = []
    public var themes: [String] = []
    public var owner: String?
    public var meeting: String?
    /// Only what is past its day, oldest first.
    public var overdue = false
    /// Only what is not at an end.
    public var open = false
    public var receivedFrom: Day?
    public var receivedTo: Day?
    /// Words that it speaks of.
    public var words: [String] = []
    /// What fields of the workflow have to hold, as written, by their names.
    public var conditions: [(field: String, written: String)] = []
    /// A role, a person, or `me`: who has to bring it on.
    public var waitingFor: String?
    /// A column or a field by whose values they stand in order.
    public var sort: String?
    /// In the opposite order.
    public var reverse = false
    /// Fields to be told beside what every line tells.
    public var columns: [String] = []
    public var limit = 50
    /// The day as of whose end they are listed; nil for as they are.
    public var asOf: Day?
    /// Values as people write them.
    private let read: @Sendable (String, Field) -> Result<Value, FieldProblem>

    public init(reading read: @escaping @Sendable (String, Field) -> Result<Value, FieldProblem> = { $1.read($0) }) {
        self.read = read
    }

    public func answer(from view: View, as standing: Standing) throws -> ListedIssues {
        let definition = try view.definition("issue")
        var filter = try filter(view, standing, definition)
        let fields = try Set(columns).sorted().map { try field($0, of: definition) }
        let order = try sort.map { try IssueOrder($0, of: definition) }
        // What stands first is known once all are.
        if order != nil || reverse { filter.limit = Int.max }
        if asOf != nil, !words.isEmpty {
            throw RegisterError.badInput(
                "Words are looked for in what is on record now.", remedies: [.say("Leave out the words or the day.")])
        }
        var lines =
            try asOf.map { try view.pastIssues(filter, on: $0, as: standing) } ?? view.issues(filter, as: standing)
        if let order { lines = order.sorted(lines) }
        if reverse { lines.reverse() }
        return ListedIssues(
            issues: try lines.prefix(limit).map { line in
                let leading = try view.roles(leadingOn: line)
                return try IssueLine(
                    line, waitsFor: definition.roles.filter(leading.contains).map(definition.title(ofRole:)),
                    more: more(of: line, fields, view, standing))
            }, titles: Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.title) }),
            words: try words(of: lines.prefix(limit), view),
            readsSummaries: standing.mayReadSummaries)
    }

    /// The titles of states, areas and themes that stand in lines, by the column and the name.
    private func words(of lines: some Sequence<ItemLine>, _ view: View) throws -> [String: [String: String]] {
        let reference = try view.reference
        var words: [String: [String: String]] = [:]
        for line in lines {
            words["state", default: [:]][line.state] = line.stateTitle
            if let area = line.area { words["area", default: [:]][area] = reference.area(area)?.title }
            if let theme = line.theme { words["theme", default: [:]][theme] = reference.theme(theme)?.title }
        }
        return words
    }

    private func filter(_ view: View, _ standing: Standing, _ definition: Definition) throws -> IssueFilter {
        let reference = try view.reference
        var filter = IssueFilter()
        filter.areas = try KnownNames.resolve(areas, of: "area", among: reference.areas.map(\.id))
        filter.states = try states.flatMap { try definition.states(called: $0) }
        filter.themes = try KnownNames.resolve(themes, of: "theme", among: reference.themes.map(\.id)) {
            reference.theme($0)?.id
        }
        filter.owner = try owner.map { try $0 == Self.me ? standing.person.id : view.known($0).id }
        filter.meeting = try meeting.map { try view.item($0, workflow: "meeting").reference }
        filter.overdue = overdue
        filter.open = open
        filter.raisedFrom = receivedFrom
        filter.raisedTo = receivedTo
        filter.words = words
        filter.conditions = try conditions.map { condition in
            let field = try field(condition.field, of: definition)
            let isMe = field.kind == .reference("person") && condition.written == Self.me
            return try view.condition(
                isMe ? standing.person.id : condition.written, on: field, of: definition, reading: read)
        }
        filter.waitsFor = try waitingFor.map { try waiting($0, view, standing, definition) }
        filter.limit = limit
        return filter
    }

    private static let me = "me"

    private func waiting(
        _ whom: String, _ view: View, _ standing: Standing, _ definition: Definition
    ) throws -> IssueFilter.Waiting {
        if whom == Self.me { return .person(standing) }
        let folded = whom.lowercased()
        let role = definition.roles.first { $0 == folded || definition.title(ofRole: $0).lowercased() == folded }
        if let role { return .role(role) }
        guard let person = try view.person(whom) else {
            let known = definition.roles + [Self.me]
            throw RegisterError.badInput(
                "There is no role and nobody called “\(whom.prefix(40))”.",
                remedies: .said(NearMiss.hint(for: whom, among: known) ?? "Known: \(known.joined(separator: ", "))."))
        }
        return .person(try view.standing(of: person))
    }

    private func field(_ name: String, of definition: Definition) throws -> Field {
        let known = definition.fields.filter { $0.section != nil }
        if let field = known.first(where: { $0.name == name }) { return field }
        throw RegisterError.badInput(
            "Issues have no field “\(name.prefix(40))”.",
            remedies: NearMiss.hint(for: name, among: known.map(\.name)).map { [.say($0)] } ?? [
                .deed("show-workflow", on: "issue")
            ])
    }

    /// What fields hold that are told beside what every line tells, in words.
    private func more(
        of line: ItemLine, _ fields: [Field], _ view: View, _ standing: Standing
    ) throws -> [String: String] {
        guard !fields.isEmpty else { return [:] }
        let present = try view.item(line.reference)
        guard let item = try asOf.map({ try view.past(present, on: $0) }) ?? present else { return [:] }
        let seen = try view.seen(item, now: asOf == nil ? nil : present, as: standing, isNoted: false)
        view.note(fields.map(\.name).filter { seen.fields[$0] != nil }, of: item)
        return try Dictionary(
            uniqueKeysWithValues: fields.compactMap { field in
                try seen.fields[field.name].map { (field.name, field.words(for: try view.titled($0, in: field))) }
            })
    }
}

extension Definition {
    /// The states that a word means: one of them, a group of the file, `open` for those that are no end, `ended` for those that
    /// are.
    fileprivate func states(called word: String) throws -> [String] {
        if self[word] != nil { return [word] }
        if let group = groups.first(where: { $0.name == word }) { return group.states }
        switch word {
        case "open": return states.filter { !$0.isEnd }.map(\.name)
        case "ended": return states.filter(\.isEnd).map(\.name)
        default:
            let known = states.map(\.name) + groups.map(\.name) + ["open", "ended"]
            throw RegisterError.badInput(
                "There is no state called “\(word.prefix(40))”.",
                remedies: .said(NearMiss.hint(for: word, among: known) ?? "Known: \(known.joined(separator: ", "))."))
        }
    }
}

public struct ListedIssues: Sendable, Codable {
    public let issues: [IssueLine]
    /// What the other fields are called that were asked for.
    public let titles: [String: String]
    /// What people read for a name that stands in a line, by the column and the name.
    public let words: [String: [String: String]]
    public let readsSummaries: Bool
}

/// A line of the list of issues.
public struct IssueLine: Sendable, Codable {
    public let ref: String
    public let state: String
    public let area: String?
    public let theme: String?
    /// The day it was received.
    public let raised: Day?
    public let due: Day?
    public let owner: String?
    /// The titles of the roles that have to bring it on; none at an end, or for whoever may not see what is on record.
    public let waitsFor: [String]
    /// Nil when it may not be read or was erased.
    public let title: String?
    public let version: Int
    /// What other fields hold that were asked for, in words.
    public let more: [String: String]

    init(_ line: ItemLine, waitsFor: [String], more: [String: String]) {
        ref = line.reference
        state = line.state
        area = line.area
        theme = line.theme
        raised = line.happens
        due = line.due
        owner = line.owner
        self.waitsFor = waitsFor
        title = line.title
        version = line.version
        self.more = more
    }
}
