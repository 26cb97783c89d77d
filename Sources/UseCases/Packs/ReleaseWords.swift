import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Lets words that look like a personal detail stand in one place of a meeting's papers, or of a letter, until the text that
/// holds them changes: somebody looked, and they tell of no family there.
public struct ReleaseWords: Deed {
    /// A meeting, or the issue of a letter.
    public let paper: String
    /// As they stand in the text; each for itself. All are let stand, or none.
    public let words: [String]
    /// Where they stand, as a refusal names it: `item 8.1, discussed`; nil where they stand in one text alone.
    public let place: String?
    public let name = "pack release"
    private let ordinary: OrdinaryWords

    public init(_ words: [String], at place: String? = nil, in paper: String, knowing ordinary: OrdinaryWords) {
        self.words = words
        self.place = place
        self.paper = paper
        self.ordinary = ordinary
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> [ReleasedWords] {
        let view = operation.view
        let item = try view.item(paper)
        let packs: [Pack]
        let area: String?
        var taker: String?
        switch item.workflow {
        case "meeting":
            let body = try view.body(of: item)
            taker = body.id
            try standing.must(.releaseWord, at: body)
            area = body.area
            let papers = try view.minutesPapers(of: item)
            packs =
                try [.agenda(view.papers(of: item, asOf: view.today, isNotice: true)), .minutes(papers)]
                + (body.kind == .board ? [.board(view.boardPapers(of: item, asOf: view.today))] : [])
        case "issue":
            area = item.text("area")
            let title = try area.flatMap { try view.reference.area($0)?.title }
            try standing.must(.releaseWord, at: view.belonging(of: item), of: title)
            packs = [.letter(try view.familyAnswer(on: item, asOf: view.today))]
        default:
            throw RegisterError.badInput(
                "\(item.reference) is \(item.workflow.withArticle), and no paper is made of it.",
                remedies: [.say("Name a meeting, or the issue that a letter is about.")])
        }
        func search(privateTo body: String?) throws -> PackGuard {
            try KnownDetails(
                near: packs.reduce(into: []) { $0.formUnion($1.issues) }, in: area, for: item.reference,
                privateTo: body, from: view
            ).guarding(ordinary) { _ in [:] }
        }
        let guarding = try search(privateTo: nil)
        let suspects =
            try packs.flatMap { guarding.suspects(in: $0) }
            + (taker.map { taker in
                let own = try search(privateTo: taker)
                return packs.flatMap { own.suspects(in: $0) }
            } ?? [])
        let details = packs.flatMap(guarding.details)
        let sight = Sight(
            view: view, standing: standing, everybodys: Set(packs.flatMap { guarding.suspects(in: $0, for: .public) }))
        let found = try words.map { try look(for: $0, among: suspects, details, in: item, sight) }
        for (release, owner) in Dictionary(
            found.joined().map { finding in
                (
                    StoredRelease(
                        words: finding.released.words, text: finding.released.text, reference: finding.reference,
                        field: finding.place), finding.owner
                )
            }, uniquingKeysWith: { first, _ in first }
        ).sorted(by: {
            ($0.key.field, $0.key.reference ?? "", $0.key.words) < ($1.key.field, $1.key.reference ?? "", $1.key.words)
        }) {
            try operation.release(release, in: item, about: owner)
        }
        return found.map { ReleasedWords(paper: item.reference, places: Set($0.map(\.whole)).sorted()) }
    }

    /// Where some words stand that may be let stand; throws where they may not.
    private func look(
        for words: String, among suspects: [PersonalFinding], _ details: [PersonalFinding], in item: StoredItem,
        _ sight: Sight
    ) throws -> [PersonalFinding] {
        let everywhere = suspects.filter { $0.isFound(by: words) }
        let found = place.map { place in everywhere.filter { $0.stands(at: place) } } ?? everywhere
        if let detail = details.first(where: { $0.isFound(by: words) }) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "Those words are a personal detail, which nobody can let stand: \(try sight.sentence(detail)).",
                    remedies: [.say("Take them out of the text, or say there what cannot be taken for it.")],
                    code: "R9")
            ])
        }
        // To let a private matter be printed for everybody takes the one who may release it.
        if let matter = found.first(where: { $0.namesMatter && sight.everybodys.contains($0) }) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Those words name a matter that is not for the public: \(try sight.sentence(matter)).",
                    remedies: [
                        .say("Change the text, or release the matter itself where it was taken in private:"),
                        .deed("release-item"),
                    ], code: "R10")
            ])
        }
        guard !found.isEmpty || everywhere.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "“\(words)” does not stand there, but in \(ReleaseWords.list(everywhere)).",
                    remedies: [.deed("release-word-at", on: item.reference)])
            ])
        }
        guard !found.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "“\(words)” is not among what is to be looked at in the papers of \(item.reference).",
                    remedies: [.say("Give a word as it stands in the text, from those that making the pack names.")])
            ])
        }
        // One title may stand in several places; other texts are looked at one by one.
        guard Set(found.map(\.released.text)).count == 1 else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "“\(words)” stands in several texts, each to be looked at by itself: "
                        + "\(ReleaseWords.list(found)).",
                    remedies: [.deed("release-word-at", on: item.reference)])
            ])
        }
        return found
    }

    /// What whoever releases may be told, and what everybody is to read.
    private struct Sight {
        let view: View
        let standing: Standing
        let everybodys: Set<PersonalFinding>

        func sentence(_ finding: PersonalFinding) throws -> String {
            try view.told([finding], as: standing).map(\.sentence).joined()
        }
    }

    /// `north-2020-01-14, item 8.1, title; A-3, action`.
    private static func list(_ findings: [PersonalFinding]) -> String {
        Set(findings.map(\.whole)).sorted().joined(separator: "; ")
    }
}

public struct ReleasedWords: Sendable, Codable {
    public let paper: String
    /// Where they stand: `north-2020-01-14, item 8.1, discussed`.
    public let places: [String]
}

extension String {
    fileprivate var withArticle: String { ("aeiou".contains(prefix(1)) ? "an " : "a ") + replacing("-", with: " ") }
}
