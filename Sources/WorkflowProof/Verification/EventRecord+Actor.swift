import Workflow

// Who causes the event: the host itself, which is `Actor.system` and has no other role, or somebody who is not.
extension EventRecord {
    private var mayBeByHost: Bool {
        reason.isHosts || event.by.contains(Actor.system.person) && !(isTried && causes.binds(event))
    }
    private var mayBeByPeople: Bool { !reason.isHosts && event.isForPeople }

    /// What is sure of the roles.
    func roles(_ reader: inout ConditionReader) -> Formula {
        let host = Actor.system.person
        func held(_ role: String) -> Formula { reader.holds(.hasRole(role)) }
        let others = definition.roles.filter { $0 != host }
        var cases: [Formula] = []
        if mayBeByHost { cases.append(.all([held(host)] + others.map { .not(held($0)) })) }
        if mayBeByPeople { cases.append(.all([.not(held(host)), .any(event.by.filter { $0 != host }.map(held))])) }
        return .any(cases)
    }

    /// What is sure of the person.
    func person(_ reader: inout ConditionReader) -> Formula {
        let isHost = reader.holds(.compare(.equal, .person, .literal(.text(Actor.system.person))))
        guard mayBeByHost else { return .not(isHost) }
        guard mayBeByPeople else { return isHost }
        let asHost = reader.holds(.hasRole(Actor.system.person))
        return .any([.all([isHost, asHost]), .all([.not(isHost), .not(asHost)])])
    }
}

extension Event {
    /// Somebody other than the host itself may cause it.
    var isForPeople: Bool { by.contains { $0 != Actor.system.person } }
}

extension ExpressionNode {
    /// Whoever acts has a role.
    static func hasRole(_ role: String) -> ExpressionNode { .element(.literal(.text(role)), of: .roles) }
}
