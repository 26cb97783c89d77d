import Partnership
import Workflow

/// What is to be done about something that is due, and who does it.
public struct Duty: Sendable {
    /// Whose it is to whoever asks.
    public enum Place: Hashable, Sendable {
        /// They own it.
        case own
        /// A body's in which they hold the seat that does it, by its id.
        case body(String)
        /// Somebody else's.
        case others
    }

    public let place: Place
    /// The event that does it, where one stands out among those that they may cause; for others, among those that there are.
    public let event: String?
    /// The titles of the roles that may do it.
    public let roles: [String]
    /// Why the event cannot happen yet, whatever were given with it.
    public var reasons: [Reason] = []
}

extension View {
    /// What is to be done about what is due on a line, as far as somebody goes; nil where nothing is due.
    ///
    /// - Parameter isPast: the line tells of a past day, of which what stands in the way now says nothing.
    public func duty(on line: ItemLine, as standing: Standing, isPast: Bool = false) throws -> Duty? {
        guard let definition = line.sight?.definition, let clock = line.clock.flatMap(definition.clock) else {
            return nil
        }
        let answering = definition.events(answering: clock, in: line.state)
        let roles = try actor(standing, writing: line.codes, of: line.workflow).roles
        // A day that passes by itself, or that another event has to come before, is told as what it is.
        let isOwn = clock.whenMissed != .pass && definition.event(clock.name)?.from.contains(line.state) ?? true
        func only(_ events: [Event]) -> Event? { isOwn && events.count == 1 ? events[0] : nil }
        let titles = definition.roles.filter { role in role != "system" && answering.contains { $0.by.contains(role) } }
            .map(definition.title(ofRole:))
        let theirs = answering.filter { $0.by.contains(where: roles.contains) }
        let isOwner = line.codes["owner"] == .text(standing.person.id)
        // Who owns it does what they can towards it, but for what begins again and again.
        let owners =
            isOwner && clock.restartsOn.isEmpty
            ? definition.events.filter { $0.from.contains(line.state) && $0.by.contains(Standing.owner) } : []
        guard !theirs.isEmpty || !owners.isEmpty else {
            return Duty(place: .others, event: only(answering)?.name, roles: titles)
        }
        let event = only(theirs) ?? only(owners)
        let reasons = try isPast ? [] : event.map { try refusals(of: $0, onlyOf: line.reference, as: standing) } ?? []
        let others = Set(reasons.flatMap(\.others)).map(definition.title(ofRole:)).sorted()
        if !reasons.isEmpty, reasons.allSatisfy({ !$0.others.isEmpty }) {
            return Duty(place: .others, event: event?.name, roles: others.map { "another \($0)" })
        }
        return Duty(
            place: isOwner ? .own : try place(of: line, for: theirs, standing), event: event?.name, roles: titles,
            reasons: reasons)
    }

    /// The body in which somebody holds the seat that causes one of some events.
    private func place(of line: ItemLine, for events: [Event], _ standing: Standing) throws -> Duty.Place {
        let belonging = try belonging(workflow: line.workflow, fields: line.codes)
        let post = standing.posts.first { post in
            events.contains { $0.by.contains(post.role) }
                && (post.body.map(belonging.counts) ?? false || post.isEverywhere)
        }
        return post?.body.map { .body($0.id) } ?? .others
    }

    /// Why an event cannot happen to an item, whatever were given with it; none where it can.
    private func refusals(of event: Event, onlyOf reference: String, as standing: Standing) throws -> [Reason] {
        guard !event.rules.isEmpty else { return [] }
        guard case .refused(let reasons)? = try option(event, for: item(reference), as: standing)?.verdict else {
            return []
        }
        return reasons
    }
}

extension Reason {
    /// The roles of those who could do it instead, where that is what helps.
    public var others: [String] {
        remedies.flatMap { remedy in
            if case .act(let roles) = remedy { return roles }
            return []
        }
    }
}
