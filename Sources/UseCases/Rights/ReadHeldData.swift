import Packs
import Partnership
import Register
import Workflow

/// What is held about those whom an approved request for a copy is about, with what is known of everybody else.
struct ReadHeldData: InnerQuestion {
    let request: String

    struct Answer: Sendable {
        let data: HeldData
        /// Everybody's details but theirs.
        let others: KnownDetails
        /// Their own, to look for in what others wrote.
        let theirs: KnownDetails
        /// What is kept with other records and is not about theirs.
        let kept: [KeptText]
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
        var names = try issues.flatMap { try view.personalValues(of: $0) }.filter {
            [.name, .child].contains($0.kind)
        }.map(\.value)
        if let key = request.request.person { names.append(try view.known(key).name) }
        return Answer(
            data: try HeldData(about: request, from: view, as: standing),
            others: try KnownDetails(except: Set(issues), from: view),
            theirs: try KnownDetails(
                of: request.request.person.map { try view.known($0) },
                values: issues.flatMap { try view.personalValues(of: $0) }, isNear: false, from: view),
            kept: try view.keptTexts(without: view.erased(with: [])).filter {
                Set(issues + [request.reference]).isDisjoint(with: $0.about)
            }, mightHarm: request.request.mightHarm, own: names)
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
