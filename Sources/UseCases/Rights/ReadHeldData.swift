import Packs
import Partnership
import Register
import Workflow

/// What is held about those whom an approved request for a copy is about, with what is known of everybody else.
struct ReadHeldData: InnerQuestion {
    let request: String
    /// Words that may be given out of what stands with others, too.
    let released: [String]
    /// Words that are no names.
    let ordinary: OrdinaryWords

    struct Answer: Sendable {
        let data: HeldData
        /// Everybody's details but theirs.
        let others: KnownDetails
        /// Where something of them stands with others, too, and nothing of it was let out.
        let withheld: [Erasure.Place]
        /// The issues whose screen is not clear and that tell of them.
        let apart: Set<String>
        /// Giving all of it out might do serious harm.
        let mightHarm: Bool
        /// The names of those whom it is about.
        let own: [String]
    }

    func answer(from view: View, as standing: Standing) throws -> Answer {
        let request = try view.item(request, workflow: "request")
        try standing.must(.giveOut, at: view.belonging(of: request))
        try view.mustShow(request, to: standing)
        try view.mustBeGivable(request, as: standing)
        let issues = request.request.issues
        for reference in issues { try view.mustShow(view.item(reference), to: standing) }
        let values = try issues.flatMap { try view.personalValues(of: $0) }
        let person = try request.request.person.map { try view.known($0) }
        let theirs = try KnownDetails(of: person, values: values, isNear: false, from: view).guarding(ordinary) { _ in
            [:]
        }
        var data = try HeldData(about: request, from: view, as: standing)
        let elsewhere = try Elsewhere(request, theirs, released, from: view, as: standing)
        if !elsewhere.entries.isEmpty {
            data.parts.append(HeldData.Part(title: "Written elsewhere", facts: [], entries: elsewhere.entries))
        }
        return Answer(
            data: data, others: try KnownDetails(except: Set(issues), from: view), withheld: elsewhere.withheld,
            apart: elsewhere.apart, mightHarm: request.request.mightHarm,
            own: values.filter { [.name, .child].contains($0.kind) }.map(\.value) + [person?.name].compactMap(\.self))
    }
}

/// What others wrote of those whom a request is about. What stands in a record of nobody's in particular, minutes or a matter,
/// is theirs to have. What stands with another family is that family's too, and none of it is given out but words that somebody
/// who may read it let out, without telling where they stand; of what may be a safeguarding matter there is nothing at all.
private struct Elsewhere {
    private(set) var entries: [HeldData.Entry] = []
    private(set) var withheld: [Erasure.Place] = []
    private(set) var apart: Set<String> = []

    init(
        _ request: StoredItem, _ theirs: PackGuard, _ released: [String], from view: View, as standing: Standing
    ) throws {
        let own = Set(request.request.issues)
        let texts = try view.keptTexts(without: view.erased(with: [])) { $0.reference != request.reference }
        let touched = theirs.touched(texts.map(\.text))
        var workflows: [String: String] = [:]
        for (place, text) in texts.enumerated() {
            let others = try text.about.filter { reference in
                guard reference != request.reference, !own.contains(reference) else { return false }
                let workflow = try workflows[reference] ?? view.item(reference).workflow
                workflows[reference] = workflow
                return workflow == request.workflow || workflow == "issue"
            }
            let isAboutThem = !own.isDisjoint(with: text.about)
            // What is theirs alone stands in its own part.
            guard !(isAboutThem && others.isEmpty) else { continue }
            guard isAboutThem || touched.contains(place) && theirs.redacted(text.text) != nil else { continue }
            let worries = text.worries.subtracting(own)
            guard worries.isEmpty else {
                apart.formUnion(worries)
                continue
            }
            guard !others.isEmpty else {
                entries.append(HeldData.Entry(at: "\(text.reference), \(text.field)", what: text.text, who: nil))
                continue
            }
            // What they may not read they cannot look at.
            guard try view.shows(text, to: standing) else { continue }
            view.note(text)
            if let words = text.text.keeping(released) {
                entries.append(HeldData.Entry(at: "Another record", what: words, who: nil))
            } else {
                withheld.append(Erasure.Place(ref: text.reference, field: text.field))
            }
        }
    }
}

extension View {
    /// Throws unless somebody may read what is on record of an item.
    func mustShow(_ item: StoredItem, to standing: Standing) throws {
        guard try !shows(item, to: standing) else { return }
        throw RegisterError.notPermitted(
            "\(item.reference) is for those who may read it, which \(standing.person.name) may not.")
    }
}
