import Partnership
import Register
import class Register.Operation

/// Records who was at a meeting, who sent apologies, who came for whom, who was in attendance, and how and for which items
/// they took part. What is recorded a second time replaces the first; apologies may come before the day.
public struct Attend: Deed {
    /// One person's entry; people are named as they are written.
    public enum Entry: Sendable {
        case present(String)
        case apologies(String)
        case absent(String)
        case deputised(String, by: String)
        /// In attendance, without being a member.
        case attending(String, as: AttendanceLine.Capacity)
        /// They took part from elsewhere; whoever is not marked yet was there.
        case online(String)
        /// They came at the item of this number.
        case arrived(String, at: String)
        /// They left before the item of this number.
        case departed(String, before: String)

        /// It tells how somebody took part who is marked already.
        fileprivate var amends: Bool {
            switch self {
            case .online, .arrived, .departed: true
            case .present, .apologies, .absent, .deputised, .attending: false
            }
        }
    }

    public let meeting: String
    public let entries: [Entry]
    public let name = "attend"

    public init(meeting: String, entries: [Entry]) {
        self.meeting = meeting
        self.entries = entries
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> QuorumAnswer {
        let view = operation.view
        let meeting = try view.item(meeting, workflow: "meeting")
        try standing.must(.attend, at: view.body(of: meeting))
        for entry in entries.filter({ !$0.amends }) + entries.filter(\.amends) {
            switch entry {
            case .present(let name): try operation.mark(view.known(name), .present, at: meeting)
            case .apologies(let name): try operation.mark(view.known(name), .apologies, at: meeting)
            case .absent(let name): try operation.mark(view.known(name), .absent, at: meeting)
            case .deputised(let name, let deputy):
                try operation.mark(view.known(name), .deputised, at: meeting, deputy: view.known(deputy))
            case .attending(let name, let capacity):
                try operation.mark(view.known(name), .present, at: meeting, as: capacity)
            case .online(let name):
                let person = try view.known(name)
                let isMarked = try view.attendance(of: meeting).contains {
                    $0.isRepresented && ($0.person.id == person.id || $0.deputy?.id == person.id)
                }
                if !isMarked { try operation.mark(person, .present, at: meeting) }
                try operation.amend(person, at: meeting, isOnline: true)
            case .arrived(let name, let item): try operation.amend(view.known(name), at: meeting, arrived: item)
            case .departed(let name, let item): try operation.amend(view.known(name), at: meeting, departed: item)
            }
        }
        try operation.reviewDecisions(of: meeting)
        return QuorumAnswer(
            meeting.reference, try view.opening(of: meeting), hasMet: try view.hasMet(meeting),
            seatless: try seatless(at: meeting, from: view))
    }

    /// Those marked here as members would be, and who are none.
    private func seatless(at meeting: StoredItem, from view: View) throws -> [String] {
        let marked = try entries.compactMap { entry in
            switch entry {
            case .present(let name), .online(let name): try view.known(name).id
            case .apologies, .absent, .deputised, .attending, .arrived, .departed: nil
            }
        }
        return try view.attendance(of: meeting).filter {
            $0.status == .present && $0.seats.isEmpty && $0.capacity == nil && marked.contains($0.person.id)
        }.map(\.person.name)
    }
}
