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
}

extension View {
    /// What is to be done about what is due on a line, as far as somebody goes; nil where nothing is due.
    public func duty(on line: ItemLine, as standing: Standing) throws -> Duty? {
        guard let definition = line.sight?.definition, let clock = line.clock.flatMap(definition.clock) else {
            return nil
        }
        let answering = definition.events(answering: clock, in: line.state)
        let roles = try actor(standing, writing: line.codes, of: line.workflow).roles
        let isOwner = line.codes["owner"] == .text(standing.person.id)
        // A day that passes by itself, or that another event has to come before, is told as what it is.
        let isOwn = clock.whenMissed != .pass && definition.event(clock.name)?.from.contains(line.state) ?? true
        func only(_ events: [Event]) -> String? { isOwn && events.count == 1 ? events[0].name : nil }
        let titles = definition.roles.filter { role in role != "system" && answering.contains { $0.by.contains(role) } }
            .map(
                definition.title(ofRole:))
        let theirs = answering.filter { $0.by.contains(where: roles.contains) }
        // Who owns it does what they can towards it.
        let owners =
            isOwner ? definition.events.filter { $0.from.contains(line.state) && $0.by.contains(Standing.owner) } : []
        if isOwner { return Duty(place: .own, event: only(theirs) ?? only(owners), roles: titles) }
        guard !theirs.isEmpty else { return Duty(place: .others, event: only(answering), roles: titles) }
        let belonging = try belonging(workflow: line.workflow, fields: line.codes)
        let post = standing.posts.first { post in
            theirs.contains { $0.by.contains(post.role) }
                && (post.body.map(belonging.counts) ?? false || post.isEverywhere)
        }
        return Duty(place: post?.body.map { .body($0.id) } ?? .others, event: only(theirs), roles: titles)
    }
}
