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
        try plan.taking.perform(in: operation)
        let items = try plan.items.map { (try operation.view.item($0.item.reference), $0.event) }
        try operation.erase(items, on: plan.request)
        try operation.setApart(plan.taking.apart)
        // What nothing shows any more went with it: only what is left can be looked at.
        var answer = plan.answer
        answer.suspects = try plan.taking.suspects(in: operation, from: operation.view, for: standing)
        return answer
    }

    /// What is to be done, found out before anything is.
    private struct Plan {
        let request: StoredItem
        let items: [(item: StoredItem, event: String)]
        let taking: TakingOut
        let answer: Erasure

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
            let own = Set(issues)
            taking = try TakingOut(
                values, of: person, own: own, erasing: items, share.ordinaryWords(), from: view)
            let letters = try view.letters(goingWith: items)
            let papers = taking.papers.names
            answer = Erasure(
                request: request.reference,
                items: items.map { Erasure.Item(ref: $0.item.reference, event: $0.event) },
                person: person?.name, redacted: taking.places,
                suspects: try taking.suspects(from: view, for: standing),
                organisations: taking.otherOrganisations, papers: try view.issued(naming: own).map(\.name),
                redactedPapers: papers.redacted, erasedPapers: papers.erased + letters.compactMap(\.files.last?.stem),
                leavesSome: taking.leaves)
        }
    }
}

extension TakingOut {
    /// What may be of it in what is left, with the words for whoever may take them out.
    ///
    /// - Parameter operation: what took it out; nil before that.
    func suspects(
        in operation: Operation? = nil, from view: View, for standing: Standing
    ) throws -> [Erasure.Suspect] {
        try doubtful(in: operation).map { kept, finding in
            let item = try view.item(kept.reference)
            let isRead = try view.shows(kept, to: standing)
            let may =
                try isRead && !kept.isTheirOwn && !view.isHeld([item]) && view.shows(item, to: standing)
                && standing.may(.redact, at: view.belonging(of: item))
            return Erasure.Suspect(
                ref: kept.reference, field: finding.place, kind: finding.kind, around: isRead ? finding.around : nil,
                words: may ? finding.written : nil, isTheirOwn: kept.isTheirOwn)
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
        /// The words around, with what was found masked; nil for whoever may not read them.
        public let around: String?
        /// What was found, as it stands there, for whoever may take it out; nil for anybody else.
        public let words: String?
        /// Another family is called or reached alike, which is theirs and stays.
        public var isTheirOwn = false
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
    /// Something of it stays as it is, because the law says so: what has to be kept, and what nobody but others may know of.
    public let leavesSome: Bool
}
