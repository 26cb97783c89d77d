import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Erases what an approved request asks for. Everything that is kept is searched for it first; where it stands for certain it
/// is taken out in the same operation.
public struct EraseOnRequest: Rehearsable {
    public let request: String
    public let name: String
    /// Where the words are that are no names.
    private var share: Share?

    /// - Parameter name: what it is called where it is asked for.
    public init(_ request: String, as name: String) {
        self.request = request
        self.name = name
    }

    public func equipped(from share: Share) -> EraseOnRequest {
        var equipped = self
        equipped.share = share
        return equipped
    }

    public func judge(from view: View, as standing: Standing) throws -> Erasure {
        try Plan(self, view, standing).answer
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> Erasure {
        let plan = try Plan(self, operation.view, standing)
        // What stays is mended while it can still be found by what goes.
        for (text, new) in plan.redactions { try operation.redact(text, to: new, mark: PackGuard.removed) }
        for seat in plan.organisations { try operation.eraseOrganisation(of: seat) }
        try plan.papers.perform(in: operation)
        let items = try plan.items.map { (try operation.view.item($0.item.reference), $0.event) }
        try operation.erase(items, on: plan.request)
        // What nothing shows any more went with it: only what is left can be looked at.
        var answer = plan.answer
        answer.suspects = try plan.suspects(from: operation.view, for: standing)
        return answer
    }

    /// What is to be done, found out before anything is.
    private struct Plan {
        let request: StoredItem
        let items: [(item: StoredItem, event: String)]
        let redactions: [(text: KeptText, new: String)]
        /// Seats whose organisation tells who the member is.
        let organisations: [Seat]
        let papers: PaperRedaction
        let answer: Erasure
        /// What goes, to be looked for in what is left.
        private let sought: PackGuard

        init(_ deed: EraseOnRequest, _ view: View, _ standing: Standing) throws {
            request = try view.item(deed.request, workflow: "request")
            try standing.must(.erase, at: view.belonging(of: request))
            try view.mustShow(request, to: standing)
            try view.mustBeErasable(request, as: standing)
            items = try view.erasing(request)
            let issues = request.request.issues
            let person = try request.request.person.map { try view.known($0) }
            if let person { try view.mustBeErasable(person) }
            // Only what goes is looked for elsewhere.
            let values = try items.filter { issues.contains($0.item.reference) }.flatMap { item, event in
                try view.personalValues(of: item.reference, in: Set(item.definition.event(event)?.erases ?? []))
            }
            guard let share = deed.share else { throw RegisterError.damaged("an erasure without words to search by") }
            let ordinary = try share.ordinaryWords()
            // A family name alone means this family where the text is about its issue, and may mean another elsewhere.
            let own = Set(issues)
            let near = try KnownDetails(of: person, values: values, from: view).guarding(ordinary) { _ in [:] }
            let far = try KnownDetails(of: person, values: values, isNear: false, from: view).guarding(ordinary) { _ in
                [:]
            }
            var redactions: [(text: KeptText, new: String)] = []
            var left: [SoughtText] = []
            for text in try view.keptTexts(without: view.erased(with: items)) {
                let guarding = own.isDisjoint(with: text.about) ? far : near
                let new = text.isHeld ? nil : guarding.redacted(text.text)
                if let new { redactions.append((text, new)) }
                left.append(SoughtText(in: text.reference, text.field, new ?? text.text))
            }
            self.redactions = redactions
            // What tells of a member stays in papers until their time has run out.
            let inNear = try KnownDetails(of: nil, values: values, from: view).guarding(ordinary) { _ in [:] }
            let inFar = try KnownDetails(of: nil, values: values, isNear: false, from: view).guarding(ordinary) { _ in
                [:]
            }
            let letters = try view.letters(goingWith: items)
            // Papers repeat most of what they say.
            var looked: [Bool: [String: String?]] = [:]
            papers = try PaperRedaction(
                from: view, where: { paper in !values.isEmpty && !letters.contains { $0.digest == paper.digest } }
            ) { text, paper in
                let isFar = own.isDisjoint(with: paper.about)
                if let known = looked[isFar]?[text] { return known }
                let new = (isFar ? inFar : inNear).redacted(text)
                looked[isFar, default: [:]][text] = .some(new)
                return new
            }
            sought = near
            let (certain, doubtful) = try person.map { try Plan.organisations(of: $0, in: view, ordinary) } ?? ([], [])
            organisations = certain
            answer = Erasure(
                request: request.reference,
                items: items.map { Erasure.Item(ref: $0.item.reference, event: $0.event) },
                person: person?.name,
                redacted: redactions.map { Erasure.Place(ref: $0.text.reference, field: $0.text.field) }
                    + organisations.map { Erasure.Place(ref: $0.written, field: Plan.organisation) },
                suspects: try Plan.suspects(left, of: near, from: view, for: standing),
                organisations: doubtful,
                papers: try view.issued(naming: own).map(\.name), redactedPapers: papers.names.redacted,
                erasedPapers: papers.names.erased + letters.compactMap(\.files.last?.stem))
        }

        private static let organisation = "organisation"

        /// The seats whose organisation a member's name stands in: those that they filled, where it is theirs for certain; and
        /// traces of it in all others.
        private static func organisations(
            of person: Person, in view: View, _ ordinary: OrdinaryWords
        ) throws -> ([Seat], [Erasure.Suspect]) {
            // Words of an address are words of the office that it is at.
            let named = Person(id: person.id, name: person.name)
            let sought = try KnownDetails(of: named, values: [], organisations: false, from: view).guarding(ordinary) {
                _ in [:]
            }
            let all = try view.seats()
            let own = Set(all.filter { $0.person?.id == person.id }.map(\.id))
            var certain: [Seat] = []
            var doubtful: [Erasure.Suspect] = []
            var seen: Set<Int> = []
            for seat in all where seen.insert(seat.id).inserted {
                guard let name = seat.organisation else { continue }
                if own.contains(seat.id), sought.redacted(name) != nil {
                    certain.append(seat)
                } else {
                    doubtful += sought.traces(in: name, of: seat.written, field: organisation).map {
                        Erasure.Suspect(
                            ref: seat.written, field: organisation, kind: $0.kind, around: $0.around, words: nil)
                    }
                }
            }
            return (certain, doubtful)
        }

        /// What may be of it in what is kept now.
        func suspects(from view: View, for standing: Standing) throws -> [Erasure.Suspect] {
            let kept = try view.keptTexts(without: view.erased(with: []))
            return try Plan.suspects(
                kept.map { SoughtText(in: $0.reference, $0.field, $0.text) }, of: sought, from: view, for: standing)
        }

        private static func suspects(
            _ texts: [SoughtText], of sought: PackGuard, from view: View, for standing: Standing
        ) throws -> [Erasure.Suspect] {
            try texts.flatMap { text -> [Erasure.Suspect] in
                let found = sought.traces(in: text.text, of: text.reference, field: text.field)
                guard !found.isEmpty else { return [] }
                let item = try view.item(text.reference)
                return try found.map { finding in
                    let may =
                        try !view.isHeld([item]) && view.shows(item, to: standing)
                        && standing.may(.redact, at: view.belonging(of: item))
                    return Erasure.Suspect(
                        ref: text.reference, field: finding.place, kind: finding.kind, around: finding.around,
                        words: may ? finding.written : nil)
                }
            }
        }
    }
}

/// What an erasure takes, and where else something of it stands.
public struct Erasure: Sendable, Codable {
    public struct Item: Sendable, Codable {
        public let ref: String
        /// The event that erases: `take-out`.
        public let event: String
    }

    /// Words that may be of it.
    public struct Suspect: Sendable, Codable {
        public let ref: String
        public let field: String
        /// What it would be: `name`.
        public let kind: String
        /// The words around, with what was found masked.
        public let around: String
        /// What was found, as it stands there, for whoever may take it out; nil for anybody else.
        public let words: String?
    }

    public struct Place: Sendable, Codable {
        public let ref: String
        public let field: String
    }

    public let request: String
    public let items: [Item]
    /// The name of the member it is about.
    public let person: String?
    /// Texts in which it stood for certain.
    public let redacted: [Place]
    /// Words to be looked at: they may be of it.
    public internal(set) var suspects: [Suspect]
    /// Seats whose organisation may be called by the member's name.
    public let organisations: [Suspect]
    /// Papers that were issued and name one of the issues: copies that went out are to be taken back by hand where they hold
    /// something.
    public let papers: [String]
    /// Of all papers that were issued, those that held something of it and are set anew without it.
    public let redactedPapers: [String]
    /// Those of which nothing is left: letters about what is erased, and what could not be set anew.
    public let erasedPapers: [String]
}
