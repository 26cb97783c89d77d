import Workflow

/// What somebody may try.
struct Attempt {
    let event: Event
    var given: [String: Value]
    var setting: Setting

    func step(to state: String?) -> Story.Step {
        Story.Step(
            event: event.name, given: given, on: setting.on, actor: setting.actor, facts: setting.facts, to: state)
    }
}
