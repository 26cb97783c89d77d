import Workflow

/// Events of the item itself that effects cause and that are refused whatever is on record: the program causes them as
/// `system`, and gives nothing with them.
struct RefusedEffects {
    let definition: Definition
    let host: Host

    struct Refused {
        /// What has the effect.
        let subject: Subject
        let sentence: String
        let hint: String
    }

    func found() -> [Refused] {
        definition.events.flatMap { event in
            event.effects.compactMap { refused($0, by: .event(event.name), event.name) }
        }
            + definition.states.flatMap { state in
                state.effects.compactMap { refused($0, by: .state(state.name), state.name) }
            }
    }

    private func refused(_ effect: Effect, by subject: Subject, _ name: String) -> Refused? {
        guard let caused = host.causes[effect.name]?.first(where: { $0.workflows == nil }),
            case .literal(.text(let word))? = effect.arguments[caused.argument]?.root,
            let event = definition.event(word)
        else { return nil }
        guard event.by.contains(where: Actor.system.roles.contains) else {
            let system = Actor.system.roles.sorted().joined(separator: ", ")
            return Refused(
                subject: subject,
                sentence:
                    "“\(word)”, which is to follow from “\(name)”, is always refused: it is not for \(system), which "
                    + "causes it.",
                hint: "Name \(system) in its “by”.")
        }
        let asked = event.asks.first { $0.requirement == .required && $0.isFresh && $0.fallback == nil }
        return asked.map {
            Refused(
                subject: subject,
                sentence:
                    "“\(word)”, which is to follow from “\(name)”, is always refused: it asks for “\($0.field)”, which "
                    + "nobody gives.",
                hint: "Ask for it as “optional” or “record”, or give it a default.")
        }
    }
}
