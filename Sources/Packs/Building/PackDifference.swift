import Partnership
import Workflow

/// What a pack says otherwise than the paper that went out before it, by its parts.
public struct PackDifference: Sendable {
    /// What the notice is headed.
    static let title = "Otherwise than before"

    private let before: PackDocument
    /// The day on which that was issued.
    private let day: Day
    /// What is on record by now, as it would have been printed on that day: that time has passed is no difference.
    private let then: Pack

    public init(from before: PackDocument, issued day: Day, to then: Pack) {
        self.before = before
        self.day = day
        self.then = then
    }

    /// Which parts are new or read otherwise, and that some are not there any more; nil where all is as it was. What is gone
    /// is not named: it may be gone because it should not be told.
    func notice(for edition: Edition, _ acronyms: Acronyms) -> Notice? {
        let old = before.sections.filter { $0.id != "record" }
        let new = then.document(for: edition, acronyms: acronyms).sections.filter { $0.id != "record" }
        let titles = new.flatMap { changed($0, in: old) }
        let isSomeGone = !ids(old).isSubset(of: ids(new))
        guard !titles.isEmpty || isSomeGone else { return nil }
        let paper = "the paper that was issued on \(day.words)"
        let some = titles.isEmpty ? "Something that stood in \(paper)" : "Something that stood in it"
        let (are, read) = titles.count == 1 ? ("this is", "reads") : ("these are", "read")
        let sentences = [
            titles.isEmpty
                ? nil : "Against \(paper), \(are) new or \(read) otherwise: \(titles.joined(separator: "; ").sentence)",
            isSomeGone ? "\(some) is not here." : nil,
        ]
        return Notice(.note, title: Self.title, text: sentences.compactMap(\.self).joined(separator: " "))
    }

    /// The title of a section that says otherwise what stands directly in it, or those of its own sections that do.
    private func changed(_ section: PackSection, in sections: [PackSection]) -> [String] {
        guard let same = sections.first(where: { $0.id == section.id }), same.blocks == section.blocks else {
            return [section.title]
        }
        return section.sections.flatMap { changed($0, in: same.sections) }
    }

    private func ids(_ sections: [PackSection]) -> Set<String> {
        sections.reduce(into: []) { ids, section in ids.formUnion(self.ids(section.sections).union([section.id])) }
    }
}
