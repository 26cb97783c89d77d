import Partnership
import Register
import Workflow

/// One item: what is on record that the asker may read, its clocks, and what happened to it.
public struct ShowItem: Question {
    public let reference: String
    /// Nil for an item of any workflow.
    public let workflow: String?
    /// The day as of whose end it is shown; nil for as it is.
    public let asOf: Day?

    public init(_ reference: String, workflow: String? = nil, asOf: Day? = nil) {
        self.reference = reference
        self.workflow = workflow
        self.asOf = asOf
    }

    public func answer(from view: View, as standing: Standing) throws -> ShownItem {
        let item = try view.item(reference, workflow: workflow, visibleTo: standing)
        guard let asOf else { return try ShownItem(item, from: view, as: standing) }
        guard try view.shows(item, to: standing) else {
            throw RegisterError.notPermitted(
                "What \(item.reference) was is for those who may read its record, which \(standing.person.name) may not."
            )
        }
        guard let past = try view.past(item, on: asOf) else {
            throw RegisterError.notFound(
                "\(item.reference) had not begun on \(asOf).", remedies: [.deed("show", on: item.reference)])
        }
        return try ShownItem(past, now: item, until: asOf, from: view, as: standing)
    }
}

/// An item, for a program and for a page.
public struct ShownItem: Sendable, Codable {
    /// A field that has a value.
    public struct Line: Sendable, Codable {
        public let field: String
        public let title: String
        /// As people read it: titles of choices, of places and themes, names of people.
        public let words: String
        /// The title of the section that it lies in, where that is confidential and stands apart.
        public let apart: String?
    }

    /// That another item names it.
    public struct Linked: Sendable, Codable {
        public let ref: String
        /// Of the field there.
        public let title: String
    }

    /// Something that happened, in titles.
    public struct Step: Sendable, Codable {
        public let on: Day
        public let event: String
        public let from: String?
        public let to: String
        public let actor: String
        public let capacity: String
        public let isUndone: Bool
    }

    public let item: ItemAnswer
    public let stateTitle: String
    /// Its summary, where it has one that may be read.
    public let summary: String?
    public let lines: [Line]
    /// References of the issues that became part of it, as far as the asker may see what is on record of them.
    public let merged: [String]
    /// What names it, with the titles of the fields that do, as far as the asker may see what is on record there.
    public let linked: [Linked]
    /// There is more that the asker may not read.
    public let hidesSome: Bool
    public let clocks: [ClockLine]
    public let history: [Step]

    /// - Parameters:
    ///   - present: the item as it is, where it is shown as it was.
    ///   - day: the day up to whose end its history is told.
    init(
        _ item: StoredItem, now present: StoredItem? = nil, until day: Day? = nil, from view: View,
        as standing: Standing
    ) throws {
        let seen = try view.seen(item, now: present, as: standing)
        self.item = try ItemAnswer(item, now: present, from: view, as: standing)
        stateTitle = seen.stateTitle
        summary = seen.fields["summary"].flatMap { FieldValue($0).text }
        let risk = item.workflow == "risk" ? RiskReader(Item(fields: seen.fields), seen.definition) : nil
        let scores = [("Score", risk?.score), ("Score aimed at", risk?.target)].compactMap { title, score in
            score.map { Line(field: "score", title: title, words: $0.words, apart: nil) }
        }
        lines =
            try scores
            + seen.definition.fields.compactMap { field in
                // Counts at nothing and flags at no say nothing to a reader.
                guard field.name != "summary", let value = seen.fields[field.name], value != .flag(false),
                    value != .number(0)
                else { return nil }
                let section = field.section.flatMap(seen.definition.section)
                return Line(
                    field: field.name, title: field.title, words: field.words(for: try view.titled(value, in: field)),
                    apart: section.flatMap { seen.definition.isConfidential($0.name) ? $0.title : nil })
            }
        merged = try view.merged(into: item, as: standing, on: day)
        linked = try view.links(to: item, as: standing, on: day).map {
            Linked(ref: $0.reference, title: $0.field.title)
        }
        hidesSome = seen.hidesSome
        clocks = seen.clocks.map(ClockLine.init)
        history = try view.history(of: present ?? item, until: day, as: standing).map { line in
            Step(
                on: line.on, event: seen.definition.event(line.event)?.title ?? line.event,
                from: line.from.map { seen.definition[$0]?.title ?? $0 },
                to: seen.definition[line.to]?.title ?? line.to, actor: line.actor,
                capacity: try view.title(ofCapacity: line.capacity, in: seen.definition), isUndone: line.isUndone)
        }
    }
}

extension Field {
    /// `Method: By letter`, given its value as the history of an item tells it.
    func told(by text: String) -> String {
        switch kind {
        case .choice: "\(title): \(words(for: .text(text)))"
        case .choices:
            "\(title): \(words(for: .list(text.split(separator: ",").map { String($0.trimmingPrefix(" ")) })))"
        default: "\(title): \(text)"
        }
    }

    /// A value of it as people read it: choices by their titles.
    func words(for value: Value) -> String {
        func title(_ name: String) -> String {
            switch kind {
            case .choice(let choices), .choices(let choices): choices.first { $0.name == name }?.title ?? name
            default: name
            }
        }
        return switch value {
        case .text(let text): title(text)
        case .number(let number): String(number)
        case .day(let day): day.description
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let names): names.map(title).joined(separator: ", ")
        }
    }
}
