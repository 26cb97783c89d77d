import Packs
import Partnership
import Register

/// Papers that went out and were not recalled, as far as somebody may see that they did.
struct PapersHolding {
    /// One file of each paper, oldest first.
    let papers: [IssuedPaper]
    /// Their names, each once.
    var names: [String] {
        papers.map(\.name).reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
    }
    /// The issues that some words tell of: those of whose family they are on record, or else those that the texts are about.
    let issues: [String]

    /// Those that may hold some words: something that they tell of says them, or said them before it was changed.
    init(_ words: String, from view: View, as standing: Standing) throws {
        let texts = try view.keptTexts(without: view.erased(with: [])) { $0.text.removing(words) != nil }
        let about = Set(texts.flatMap(\.about))
        let told = try about.union(about.flatMap { try view.placesPrinting(view.item($0)) })
        let named = try Set(view.personalValues().filter { $0.value.removing(words) != nil }.map(\.reference))
        papers = try PapersHolding.papers(from: view, as: standing) { paper in
            guard told.contains(paper.item) || paper.cites.contains(where: { told.contains($0) || named.contains($0) })
            else { return false }
            // What it was set from says what it says, for as long as that is kept.
            return try view.says(paper, words) ?? true
        }
        issues = try (named.isEmpty ? about.filter { try view.item($0).workflow == "issue" } : named).sorted()
    }

    /// Those that tell of the same as one that is recalled.
    init(besides paper: IssuedPaper, from view: View, as standing: Standing) throws {
        papers = try PapersHolding.papers(from: view, as: standing) { other in
            other.item == paper.item || paper.cites.contains(other.item)
                || other.cites.contains { paper.cites.contains($0) || $0 == paper.item }
        }
        issues = []
    }

    private static func papers(
        from view: View, as standing: Standing, where isMeant: (IssuedPaper) throws -> Bool
    ) throws -> [IssuedPaper] {
        var papers: [IssuedPaper] = []
        for paper in try view.issued() where try paper.recalled == nil && isMeant(paper) {
            let subject = try PackSubject(paper, from: view)
            guard
                try subject.may(subject.making, as: standing, from: view)
                    || subject.may(.recall, as: standing, from: view),
                !papers.contains(where: { $0.name == paper.name && $0.number == paper.number })
            else { continue }
            papers.append(paper)
        }
        return papers
    }
}
