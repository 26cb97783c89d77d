import Partnership
import Register
import class Register.Operation
import Workflow

/// Gives every open issue that one person owns to another, on one day. What an event refuses stays where it is, and is told.
public struct HandOverCases: Rehearsable {
    /// Named as they are written.
    public let giver: String
    public let taker: String
    /// Only of these areas; all of them when empty.
    public let areas: [String]
    public let name = "issue handover"

    public init(from giver: String, to taker: String, areas: [String] = []) {
        self.giver = giver
        self.taker = taker
        self.areas = areas
    }

    private static let event = "reassign"
    private static let owner = "owner"

    public func perform(in operation: Operation, as standing: Standing) throws -> HandedOver {
        try handedOver(from: operation.view, as: standing) { item, taker in
            _ = try operation.cause(Self.event, on: item, given: [Self.owner: .text(taker)], as: standing)
        }
    }

    public func judge(from view: View, as standing: Standing) throws -> HandedOver {
        try handedOver(from: view, as: standing) { item, taker in
            _ = try view.judge(
                Self.event, of: item.workflow, on: item, given: [Self.owner: .text(taker)], as: standing,
                day: view.today)
        }
    }

    private func handedOver(
        from view: View, as standing: Standing, give: (StoredItem, _ taker: String) throws -> Void
    ) throws -> HandedOver {
        let by = try view.definition("issue").event(Self.event)?.by ?? []
        guard standing.may(causing: by) else {
            let titles = try by.map(view.definition("issue").title(ofRole:))
            throw RegisterError.notPermitted(
                "Handing cases over is for the \(Sentences.list(titles, "or")), which \(standing.person.name) is not.")
        }
        let (from, to) = (try view.known(giver), try view.known(taker))
        guard from.id != to.id else { throw RegisterError.badInput("\(to.name) has them already.") }
        let takers = try view.standing(of: to)
        var filter = IssueFilter()
        filter.owner = from.id
        filter.open = true
        filter.areas = try KnownNames.resolve(areas, of: "area", among: view.reference.areas.map(\.id))
        filter.limit = Int.max
        let lines = try view.issues(filter, as: standing)
        guard !lines.isEmpty else {
            throw Self.refusal("\(from.name) owns no open issue that you may see.")
        }
        var families: [HandedOver.Family] = []
        var left: [HandedOver.Left] = []
        for line in lines.reversed() {
            let item = try view.item(line.reference, workflow: "issue")
            let by = item.definition.event(Self.event)?.by ?? []
            guard try view.actor(takers, towards: item).roles.contains(where: by.contains) else {
                let reason = "\(to.name) holds no seat by which it is seen to."
                left.append(HandedOver.Left(ref: item.reference, reasons: [reason]))
                continue
            }
            // Who is to be told, and how, is read before it changes hands.
            let family = try HandedOver.Family(item, title: line.title, from: view, as: standing)
            do {
                try give(item, to.id)
                families.append(family)
            } catch RegisterError.refused(let reasons) {
                left.append(HandedOver.Left(ref: item.reference, reasons: reasons.map(\.sentence)))
            }
        }
        guard !families.isEmpty else {
            throw Self.refusal(
                "None of the issues of \(from.name) can be handed over.",
                remedies: left.flatMap { left in left.reasons.map { .say("\(left.ref): \($0)") } })
        }
        return HandedOver(from: from.name, to: to.name, families: families, left: left)
    }

    private static func refusal(_ sentence: String, remedies: [Remedy] = []) -> RegisterError {
        .refused([Reason(kind: .rule, sentence: sentence, remedies: remedies)])
    }
}

/// What became of somebody's cases.
public struct HandedOver: Sendable, Codable {
    /// An issue that changed hands, and who is to be told who deals with it now, as far as the asker may read that.
    public struct Family: Sendable, Codable {
        public let ref: String
        public let title: String?
        /// Nobody is to be told: it was raised without a name.
        public let isNameless: Bool
        public let name: String?
        public let contact: String?
        /// How they have to be spoken or written to.
        public let needs: [String]

        fileprivate init(_ item: StoredItem, title: String?, from view: View, as standing: Standing) throws {
            let seen = try view.seen(item, as: standing)
            func text(_ field: String) -> String? {
                if case .text(let text)? = seen.fields[field] { text } else { nil }
            }
            ref = item.reference
            self.title = title
            isNameless = item.issue.isAnonymous
            name = text("name")
            contact = text("contact")
            needs = try view.needs(of: item, as: standing)
        }
    }

    /// An issue that stays where it is, and why.
    public struct Left: Sendable, Codable {
        public let ref: String
        public let reasons: [String]
    }

    /// The names of both.
    public let from: String
    public let to: String
    public let families: [Family]
    public let left: [Left]
}
