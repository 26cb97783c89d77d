import Partnership
import Register
import Workflow

/// Everything held about those whom a request is about, in parts that people can read.
public struct HeldData: Sendable, Codable, Equatable {
    /// A label with what is held under it.
    public struct Fact: Sendable, Codable, Equatable {
        public var label: String
        public var text: String
    }

    /// Something that happened, was said or was written.
    public struct Entry: Sendable, Codable, Equatable {
        /// The day, the meeting or the paper.
        public var at: String
        public var what: String
        public var who: String?
    }

    public struct Part: Sendable, Codable, Equatable {
        public var title: String
        public var facts: [Fact]
        public var entries: [Entry]
    }

    /// `R-1`.
    public let request: String
    /// The day it was made.
    public let on: Day
    public var parts: [Part]

    /// All its texts, one after the other.
    var texts: [String] { parts.flatMap { $0.facts.map(\.text) + $0.entries.flatMap { [$0.what, $0.who ?? ""] } } }

    /// The same with its texts changed, in the order of `texts`.
    func changing(_ change: (String) -> String) -> HeldData {
        var changed = self
        changed.parts = parts.map { part in
            Part(
                title: part.title, facts: part.facts.map { Fact(label: $0.label, text: change($0.text)) },
                entries: part.entries.map { Entry(at: $0.at, what: change($0.what), who: $0.who.map(change)) })
        }
        return changed
    }
}

extension HeldData.Part {
    /// What there is to tell of an item that is about other families, too: that it is there, and what happened to it.
    fileprivate init(withOthers item: StoredItem, _ title: String, _ view: View, _ standing: Standing) throws {
        self.init(
            title: title, facts: [HeldData.Fact(label: "State", text: item.stateTitle)],
            entries: try view.history(of: item, as: standing).map { line in
                HeldData.Entry(
                    at: line.on.description, what: item.definition.event(line.event)?.title ?? line.event,
                    who: line.actor)
            })
    }
}

extension HeldData {
    init(about request: StoredItem, from view: View, as standing: Standing) throws {
        self.request = request.reference
        on = view.today
        var parts: [Part] = []
        for reference in request.request.issues {
            parts += try HeldData.parts(
                of: view.item(reference), among: Set(request.request.issues), from: view, as: standing)
        }
        if let key = request.request.person {
            parts.append(try HeldData.part(of: view.known(key), from: view))
        }
        self.parts = parts
    }

    /// - Parameter own: the issues that the request is about.
    private static func parts(
        of issue: StoredItem, among own: Set<String>, from view: View, as standing: Standing
    ) throws -> [Part] {
        var parts = [try part("Issue \(issue.reference)", of: issue, from: view, as: standing)]
        let replaced = try view.replaced(of: issue)
        if !replaced.isEmpty {
            parts.append(
                Part(
                    title: "What was replaced in \(issue.reference)",
                    facts: replaced.map { Fact(label: $0.field, text: $0.text) }, entries: []))
        }
        let minutes = try view.minutes(about: issue).map { line in
            Entry(at: "\(line.meeting), item \(line.number)", what: line.discussed ?? line.title, who: nil)
        }
        let decisions = try view.decisions(on: issue).map {
            Entry(at: "\($0.meeting), \($0.reference)", what: $0.wording, who: nil)
        }
        if !(minutes + decisions).isEmpty {
            parts.append(
                Part(title: "Meetings on \(issue.reference)", facts: [], entries: minutes + decisions))
        }
        for item in try view.items(about: issue) + view.whatNames(issue) {
            let title = "\(item.reference), on \(issue.reference)"
            let others = Set(item.about).subtracting(own.union([item.reference]))
            parts.append(
                others.isEmpty
                    ? try part(title, of: item, from: view, as: standing)
                    : try Part(withOthers: item, title, view, standing))
        }
        let papers = try view.issued(naming: issue).map { paper in
            let recall = paper.recalled.map { day in
                ", recalled on \(day.words)" + (paper.breach.map { ", see \($0)" } ?? "")
            }
            return Entry(at: paper.day.description, what: paper.name + (recall ?? ""), who: paper.issuer)
        }
        if !papers.isEmpty {
            parts.append(Part(title: "Papers that name \(issue.reference)", facts: [], entries: papers))
        }
        return parts
    }

    /// What an item holds that the asker may read, and what happened to it.
    private static func part(
        _ title: String, of item: StoredItem, from view: View, as standing: Standing
    ) throws -> Part {
        let shown = try ShownItem(item, from: view, as: standing)
        var facts = shown.lines.map { Fact(label: $0.title, text: $0.words) }
        if let summary = shown.summary { facts.insert(Fact(label: "Summary", text: summary), at: 0) }
        facts.insert(Fact(label: "State", text: shown.stateTitle), at: 0)
        if let term = try view.term(of: item) {
            facts.append(Fact(label: "Kept until", text: "\(term.until) (\(term.kind.title))"))
        }
        let entries = try view.history(of: item, as: standing).map { line in
            Entry(
                at: line.on.description,
                what: ([item.definition.event(line.event)?.title ?? line.event]
                    + line.given.map { item.definition.field($0.field)?.told(by: $0.text) ?? "\($0.field): \($0.text)" })
                    .joined(
                        separator: "; "),
                who: line.actor)
        }
        return Part(title: title, facts: facts, entries: entries)
    }

    private static func part(of person: Person, from view: View) throws -> Part {
        var facts = [Fact(label: "Name", text: person.name)]
        if let email = person.email { facts.append(Fact(label: "Address", text: email)) }
        facts += try view.heldSeats(of: person).map { seat in
            Fact(
                label: "Seat",
                text:
                    "\(seat.seat)\(seat.organisation.map { ", for \($0)" } ?? ""), \(seat.since?.description ?? "…") to \(seat.until?.description ?? "…")"
            )
        }
        var entries = try view.attendances(of: person).map { Entry(at: $0.meeting, what: $0.status, who: nil) }
        entries += try view.calls(of: person).map { call in
            let answer =
                switch call.answer {
                case .items: "said what they bring"
                case .nothing: "had nothing to bring"
                case nil: "has not answered"
                }
            return Entry(at: call.meeting, what: "called for items on \(call.on.words); \(answer)", who: nil)
        }
        entries += try view.papers(mailedTo: person).map {
            Entry(at: $0.day.description, what: "a message with \($0.paper) was prepared for them", who: nil)
        }
        entries += try view.declarations(of: person).map {
            Entry(at: $0.meeting, what: "declared: \($0.interest)", who: nil)
        }
        entries += try view.items(naming: person).map { Entry(at: $0.reference, what: $0.field, who: nil) }
        entries += try view.deeds(of: person).map { Entry(at: $0.on.description, what: $0.deed, who: person.name) }
        return Part(title: "Member", facts: facts, entries: entries)
    }
}
