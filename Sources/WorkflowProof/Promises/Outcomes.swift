import Workflow

/// The ways a condition can turn out on a record that is known in part.
struct Outcomes: OptionSet {
    let rawValue: UInt8

    static let holds = Outcomes(rawValue: 1)
    static let fails = Outcomes(rawValue: 2)
    static let unknown = Outcomes(rawValue: 4)
    static let any: Outcomes = [.holds, .fails, .unknown]

    var isSure: Bool { self == .holds }

    var opposite: Outcomes {
        var opposite = intersection(.unknown)
        if contains(.holds) { opposite.insert(.fails) }
        if contains(.fails) { opposite.insert(.holds) }
        return opposite
    }

    func and(_ other: Outcomes) -> Outcomes {
        var both: Outcomes = []
        if contains(.holds), other.contains(.holds) { both.insert(.holds) }
        if contains(.fails) || other.contains(.fails) { both.insert(.fails) }
        let isUnknown = contains(.unknown) && (other.contains(.unknown) || other.contains(.holds))
        if isUnknown || (contains(.holds) && other.contains(.unknown)) { both.insert(.unknown) }
        return both
    }

    func or(_ other: Outcomes) -> Outcomes { opposite.and(other.opposite).opposite }
}
