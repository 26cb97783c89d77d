import Ledger
import Workflow

/// What an operation did, so that whoever wants to take it back can be asked for the right to do it.
public struct Touched: Sendable {
    /// An event of an item's workflow.
    public struct Event: Sendable {
        public let item: StoredItem
        public let name: String
        public let capacity: String
        /// The item's fields that are not sealed, as they were before the operation; as they are now where it began with it.
        let fields: [String: Value]
    }

    /// What a meeting's own record is made of, apart from events.
    public enum Part: Sendable {
        case agenda, call, minutes, attendance, declarations
        /// That papers may print what was taken in private.
        case release
    }

    /// A seat before the operation or after it.
    public struct Place: Hashable, Sendable {
        public let body: String?
        public let role: String
        /// The id of the person in it; nil when it was vacant.
        public let person: String?
        /// Somebody held it before: they left it, or their time in it was changed.
        public let isLeft: Bool
    }

    public let events: [Event]
    public let meetings: [(meeting: StoredItem, part: Part)]
    public let places: [Place]
    /// It added, changed or took away a person.
    public let people: Bool
}

extension View {
    /// What an operation touched, as far as it is still there.
    public func touched(by line: OperationLine) throws -> Touched {
        let events = try connection.rows(
            "SELECT item, name, capacity FROM event WHERE operation = ? ORDER BY id", [.integer(line.id)]
        ).compactMap { row -> Touched.Event? in
            guard let item = try existing(row.count("item")) else { return nil }
            return Touched.Event(
                item: item, name: row.word("name"), capacity: row.word("capacity"),
                fields: try codes(of: item, before: line) ?? item.item.fields)
        }
        var meetings: [(meeting: StoredItem, part: Touched.Part)] = []
        var places: [Touched.Place] = []
        var people = false
        for row in try connection.rows(
            "SELECT relation, before, after FROM change WHERE operation = ? ORDER BY position", [.integer(line.id)])
        {
            let images = try ["before", "after"].compactMap { try row.text($0).map(ItemCoding.parse) }
            switch row.word("relation") {
            case Relation.person.name: people = true
            case Relation.seat.name:
                places += images.map {
                    Touched.Place(body: $0["body"]?.string, role: $0["role"]?.string ?? "", person: nil, isLeft: false)
                }
            case Relation.term.name:
                places += try images.compactMap { image in
                    guard let key = image["seat"]?.number, let seat = try seat(key) else { return nil }
                    return Touched.Place(
                        body: seat.body, role: seat.role, person: image["person"]?.string,
                        isLeft: row.text("before") != nil)
                }
            case let relation:
                guard let part = Touched.Part(relation, images), let key = images.first?["meeting"]?.number,
                    let meeting = try existing(key)
                else { continue }
                meetings.append((meeting, part))
            }
        }
        return Touched(events: events, meetings: meetings, places: places, people: people)
    }

    /// Who could cause an event that is to be taken back: somebody to whom the item belonged before it, with the seats held
    /// now.
    public func actor(_ standing: Standing, undoing event: Touched.Event) throws -> Actor {
        try actor(standing, writing: event.fields, of: event.item.workflow)
    }

    /// What of an item's fields is not sealed, as it was before an operation; nil where the item began with it.
    private func codes(of item: StoredItem, before line: OperationLine) throws -> [String: Value]? {
        let row = try connection.row(
            "SELECT before FROM change WHERE operation = ? AND relation = 'item' AND key = ? ORDER BY position LIMIT 1",
            [.integer(line.id), .text(String(item.id))])
        guard let image = row?.text("before"), let fields = try ItemCoding.parse(image)["fields"]?.string else {
            return nil
        }
        return try codes(fields, of: item.definition)
    }

    private func existing(_ item: Int) throws -> StoredItem? {
        try connection.row("SELECT \(View.itemColumns) FROM item WHERE id = ?", [.integer(item)]).map(stored)
    }
}

extension Touched.Part {
    /// A line of an agenda that was there before and after was minuted; what was decided stands in the minutes too.
    fileprivate init?(_ relation: String, _ images: [JSON]) {
        switch relation {
        case Relation.agendaItem.name:
            let isReleased = images.count == 2 && images[0]["released"]?.string != images[1]["released"]?.string
            self = isReleased ? .release : images.count == 2 ? .minutes : .agenda
        case Relation.decision.name: self = .minutes
        case Relation.called.name: self = .call
        case Relation.attendance.name: self = .attendance
        case Relation.declaration.name: self = .declarations
        default: return nil
        }
    }
}
