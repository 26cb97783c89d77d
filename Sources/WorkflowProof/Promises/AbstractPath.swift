/// A sequence of events, each with the record that it leaves behind.
struct AbstractPath {
    let tracked: [String]
    var steps: [(event: String, record: AbstractRecord)]

    var events: [String] { steps.map(\.event) }

    /// What tracked fields hold at the end, by name.
    func values(after step: Int) -> [String: AbstractValue] {
        Dictionary(zip(tracked, steps[step].record.values), uniquingKeysWith: { first, _ in first })
    }
}
