import Partnership
import Workflow

extension View {
    /// The meetings that an update on one joins with it, oldest first: those of its body that were held from a day on.
    public func meetings(joinedWith meeting: StoredItem, from day: Day?) throws -> [StoredItem] {
        guard let day else { return [] }
        return try meetings(of: body(of: meeting).id, before: date(of: meeting)).filter {
            try $0.meeting.date.map { $0 >= day } ?? false && hasMet($0)
        }
    }

    /// The meetings that a paper tells of.
    func meetings(of paper: IssuedPaper) throws -> [StoredItem] {
        let meeting = try item(paper.item)
        guard paper.kind == "news", let from = paper.part.flatMap({ Day(iso: $0) }) else { return [meeting] }
        return try meetings(joinedWith: meeting, from: from) + [meeting]
    }
}
