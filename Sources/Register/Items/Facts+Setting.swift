import Ledger
import Partnership
import Workflow

/// What is brought to meetings, and what they set to be done or promise.
extension View {
    func matterFacts(_ item: StoredItem?, proposed: [String: Value]) throws -> [String: Value] {
        var facts: [String: Value] = [:]
        if let item { facts["unnoticed"] = .flag(try !isOnIssuedAgenda(item)) }
        // Its own body's agenda, or that of the meeting it is brought to.
        let owner: String? =
            if case .text(let name) = proposed["meeting"] {
                try self.item(name, workflow: "meeting").meeting.body
            } else if case .text(let name) = proposed["body"] { name } else { nil }
        guard let body = try owner.flatMap({ try reference.body($0) }), case .text(let under) = proposed["under"]
        else { return facts }
        facts["under-unknown"] = .flag(body.standingItem(under) == nil)
        return facts
    }

    /// Whether an agenda, or a supplement to it, was issued that has an issue or a matter; an answer about it is none.
    func isOnIssuedAgenda(_ item: StoredItem) throws -> Bool {
        guard let meeting = try item.text("meeting").map({ try self.item($0, workflow: "meeting") }) else {
            return false
        }
        return try connection.row(
            """
            SELECT 1 FROM agenda_item
            WHERE meeting = ? AND (issue = ? OR matter = ?) AND feed <> 'answers' AND supplement <= ?
            """,
            [
                .integer(meeting.id), .integer(item.id), .integer(item.id),
                .integer(meeting.meeting.supplements),
            ]) != nil
    }

    func actionFacts(_ item: StoredItem?, proposed: [String: Value]) throws -> [String: Value] {
        var facts = try settingFacts(item, proposed: proposed)
        // What the meeting of a LAP sets to be done is its area's, as is what is to be done about an issue.
        if case .text(let name) = proposed["issue"] {
            facts["area"] = try self.item(name, workflow: "issue").text("area").map { .text($0) }
        } else if case .text(let name) = proposed["meeting"] {
            facts["area"] = try body(of: self.item(name, workflow: "meeting")).area.map { .text($0) }
        }
        return facts
    }

    /// The meeting of the Board that hears an issue next: the one it is before or was put off to, or else the next that there
    /// is.
    func boardMeeting(of issue: StoredItem, on day: Day) throws -> String? {
        guard let board = try reference.bodies.first(where: { $0.kind == .board }) else { return nil }
        for name in [issue.issue.meeting, issue.issue.nextMeeting].compactMap(\.self) {
            let meeting = try item(name, workflow: "meeting")
            if meeting.meeting.body == board.id, meeting.meeting.date.map({ $0 >= day }) ?? false { return name }
        }
        return try nextMeeting(of: board.id, after: day - 1)?.reference
    }

    /// Of what is set to be done or promised: whether the agenda of its meeting has the item under which it is set, and whether
    /// it would leave an item taken in private.
    func settingFacts(_ item: StoredItem?, proposed: [String: Value]) throws -> [String: Value] {
        func name(_ field: String) -> String? {
            if case .text(let name) = proposed[field] { name } else { nil }
        }
        let meeting = try name("meeting").map { try self.item($0, workflow: "meeting") }
        var facts: [String: Value] = [:]
        if let meeting, let number = name("item") {
            facts["item-unknown"] = .flag(
                try connection.row(
                    "SELECT 1 FROM agenda_item WHERE meeting = ? AND number = ?",
                    [.integer(meeting.id), .text(number)]) == nil)
        }
        let source = PaperSource(
            issue: try name("issue").map { try self.item($0) }, matter: name("matter"), decision: name("decision"),
            meeting: meeting?.reference, item: name("item"))
        if let item {
            guard meeting != nil else { return facts }
            let isMoved =
                item.item.fields["item"] != proposed["item"] || item.item.fields["meeting"] != proposed["meeting"]
            // What was set under no item may come under one that was taken in private and is released.
            let mayCome = try item.item.fields["item"] == nil && isPrivate(name("item"), of: meeting)
            facts["leaves-private"] = .flag(
                try isMoved && !mayCome && part(of: origin(of: item)).isTwo && !part(of: source).isTwo)
        }
        return facts
    }

    /// Whether a meeting took the item of a number in private, released or not.
    private func isPrivate(_ number: String?, of meeting: StoredItem?) throws -> Bool {
        guard let number, let meeting else { return false }
        return try agenda(of: meeting).contains { $0.number == number && $0.isPrivate && !$0.isHeading }
    }
}
