import Partnership
import StrictYAML

/// Plans with their published actions and tallies.
enum PlanReading {
    /// A plan before it is known which concerns its actions answer.
    struct Draft {
        let id: String
        let title: String
        let priorities: [PlanSeed.Priority]
        let actions: [PlanSeed.Action]
        let tally: PlanTally?

        /// Whole ones, `IP-3.5`.
        var references: [String] { actions.map { "\(id)-\($0.reference)" } }
    }

    /// The statuses that a tally may count.
    static let statuses = ["complete", "on-track", "delayed", "not-started", "carried-forward"]

    static func plans(_ part: ProfileParts.Part) -> [Draft] {
        let log = part.log
        return part.node.entries("plans", log).compactMap { entry in
            guard Reference("\(entry.key)-1") == .planAction(plan: entry.key, action: "1") else {
                log.add(
                    "“\(entry.key.prefix(40))” cannot be a plan's name.", at: entry.place,
                    hint: "It begins the references of its actions (IP-3.5): at least two capitals or digits.")
                return nil
            }
            let optional = ["priorities", "actions", "tally"]
            guard let keyed = entry.value.keyed("a plan", required: ["title"], optional: optional, log) else {
                return nil
            }
            let title = keyed["title"]?.text("the title", log)
            let priorities = keyed["priorities"].map { Self.priorities($0, log) } ?? []
            let actions = keyed["actions"].map { Self.actions($0, of: entry.key, priorities, log) } ?? []
            let tally = keyed["tally"].flatMap { Self.tally($0, published: actions.count, log) }
            guard let title else { return nil }
            return Draft(id: entry.key, title: title, priorities: priorities, actions: actions, tally: tally)
        }
    }

    private static func priorities(_ node: YAMLNode, _ log: ProblemLog) -> [PlanSeed.Priority] {
        node.entries("priorities", log).compactMap { entry in
            guard let number = Int(entry.key), number > 0 else {
                log.add("A priority is named by its number, from 1.", at: entry.place)
                return nil
            }
            return entry.value.text("the priority", log).map { PlanSeed.Priority(number: number, title: $0) }
        }
    }

    private static func actions(
        _ node: YAMLNode, of plan: String, _ priorities: [PlanSeed.Priority], _ log: ProblemLog
    ) -> [PlanSeed.Action] {
        node.entries("actions", log).compactMap { entry in
            guard Reference("\(plan)-\(entry.key)") == .planAction(plan: plan, action: entry.key) else {
                log.add("“\(entry.key.prefix(40))” is not a plan action's number such as 3.5.", at: entry.place)
                return nil
            }
            guard let keyed = entry.value.keyed("a plan action", required: ["priority", "title"], log) else {
                return nil
            }
            let title = keyed["title"]?.text("the title", log)
            guard let node = keyed["priority"], let number = node.integer("the priority", log), let title else {
                return nil
            }
            guard priorities.contains(where: { $0.number == number }) else {
                log.add("The plan has no priority \(number).", at: node.place)
                return nil
            }
            return PlanSeed.Action(reference: entry.key, priority: number, title: title)
        }
    }

    private static func tally(_ node: YAMLNode, published: Int, _ log: ProblemLog) -> PlanTally? {
        guard let keyed = node.keyed("a tally", required: ["total"], optional: statuses, log) else { return nil }
        let limit = 0...100_000
        guard let total = keyed["total"]?.integer("the total", in: limit, log) else { return nil }
        let counts = statuses.compactMap { status in
            keyed[status]?.integer("the number that are \(status)", in: limit, log).map {
                PlanTally.Count(status: status, actions: $0)
            }
        }
        guard let tally = PlanTally(total: total, counts: counts) else {
            let sum = counts.reduce(0) { $0 + $1.actions }
            log.add("The counts add up to \(sum), the total is \(total).", at: keyed.place(of: "total"))
            return nil
        }
        if published > total {
            log.add("The plan lists \(published) actions, its tally counts \(total).", at: keyed.place(of: "total"))
        }
        return tally
    }

    /// The plans whose actions know the concerns that name them.
    static func plans(_ drafts: [Draft], answering concerns: [Concern]) -> [PlanSeed] {
        drafts.map { draft in
            let actions = draft.actions.map { action in
                PlanSeed.Action(
                    reference: action.reference, priority: action.priority, title: action.title,
                    concerns: concerns.filter { $0.planActions.contains("\(draft.id)-\(action.reference)") }.map(
                        \.number))
            }
            return PlanSeed(
                id: draft.id, title: draft.title, priorities: draft.priorities, actions: actions, tally: draft.tally)
        }
    }
}
