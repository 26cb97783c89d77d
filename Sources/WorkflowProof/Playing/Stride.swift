import Workflow

/// One event on an item's way, as the kernel took it.
struct Stride {
    let event: String
    let before: Item
    let after: Item
    let setting: Setting
    /// The item rests there: nothing follows that the host lets happen with it.
    let isAtRest: Bool
}

extension Study {
    /// What an event comes to, its own stride first, then those of all that follows; nil when it is refused, or anything of
    /// that is.
    func strides(_ event: String, on item: Item, given: [String: Value] = [:], in setting: Setting) -> [Stride]? {
        definition.course(of: event, on: item, given: given, in: setting, by: host).changes.map {
            strides($0, from: item, in: setting)
        }
    }

    private func strides(_ changes: [Change], from item: Item, in setting: Setting) -> [Stride] {
        var before = item
        return changes.enumerated().map { index, change in
            var setting = setting
            if index > 0 { setting.actor = .system }
            defer { before = change.item }
            return Stride(
                event: change.event, before: before, after: change.item, setting: setting,
                isAtRest: index == changes.count - 1)
        }
    }

    /// Lets time pass until a day.
    func tick(_ item: Item, in setting: Setting) -> (ticked: Ticked, strides: [Stride]) {
        let ticked = definition.tick(item, in: setting, by: host)
        var bySystem = setting
        bySystem.actor = .system
        let happened = ticked.steps.flatMap { step in
            step.course.changes.map { strides($0, from: step.missed.item, in: bySystem) } ?? []
        }
        return (ticked, happened)
    }
}

extension Ticked {
    /// The event of some missed clock was refused.
    var isRefused: Bool { steps.contains { $0.course.changes == nil } }
}
