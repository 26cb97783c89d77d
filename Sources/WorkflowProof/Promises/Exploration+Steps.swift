import Workflow

extension Exploration {
    /// Every step as far as it matters to tracked fields, whatever the exploration.
    final class Steps {
        let positions: [String: Int]
        /// By the state they lead from, in the order of the definition.
        let byState: [String?: [Step]]
        /// The same without those that leave every record as it is.
        let moving: [String?: [Step]]
        let byEvent: [String: Step]
        /// By state, the tracked fields it needs, if any.
        let needs: [String: [Int]]

        init(_ study: Study, tracking tracked: [String]) {
            let definition = study.definition
            let positions = Dictionary(tracked.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            self.positions = positions
            var byState: [String?: [Step]] = [:]
            var byEvent: [String: Step] = [:]
            for event in definition.events where !event.by.isEmpty {
                let step = Step(event, study, positions)
                byEvent[event.name] = step
                let places = event.begins ? [nil] : event.from.map(Optional.some)
                for state in places where study.causes.mayCause(event, restingAt: state) {
                    byState[state, default: []].append(step)
                }
            }
            self.byState = byState
            self.byEvent = byEvent
            moving = byState.reduce(into: [:]) { moving, entry in
                moving[entry.key] = entry.value.filter { !$0.isStill(at: entry.key) }
            }
            needs = Dictionary(
                definition.states.map { ($0.name, $0.needs.compactMap { positions[$0] }) },
                uniquingKeysWith: { first, _ in first }
            ).filter { !$0.value.isEmpty }
        }
    }

    /// An event as far as it matters to tracked fields.
    final class Step {
        struct Asked {
            let ask: Ask
            let position: Int
            /// The default, where it hangs on nothing that is asked later.
            let fallback: AbstractCode?
            /// What makes it required, where that hangs on nothing that is asked later.
            let condition: AbstractCode?
        }

        struct Assigned {
            let position: Int
            let code: AbstractCode
        }

        let event: Event
        /// The rules, whether anything is known of what they hang on or not.
        let conditions: [(rule: Expression, code: AbstractCode)]
        /// Those of which something is.
        let rules: [AbstractCode]
        let targets: [(state: String?, condition: AbstractCode?)]
        /// Of tracked fields.
        let asks: [Asked]
        let sets: [Assigned]
        let clears: [Int]
        let adds: [(position: Int, count: Int)]
        let erases: [Int]
        /// Its effects, or those of where it leads, may cause events of the item itself.
        let mayBeFollowed: Bool
        /// By state in which nothing but clocks causes it, what holds while each runs.
        let clocks: [String: [[AbstractCode]]]
        /// No tracked field holds anything else when its rules are read.
        let writesNothing: Bool
        let isGivenNothing: Bool

        init(_ event: Event, _ study: Study, _ positions: [String: Int]) {
            func code(_ expression: Expression) -> AbstractCode {
                AbstractCode(expression.root, study.definition, tracked: positions)
            }
            self.event = event
            mayBeFollowed = study.causes.mayBeFollowed(event)
            isGivenNothing = study.causes.isGivenNothing(event)
            clocks = event.from.reduce(into: [:]) { found, state in
                found[state] = study.causes.clocks(causing: event, restingAt: state).map { clocks in
                    clocks.map { clock in
                        let days = clock.starts.map { [ExpressionNode.isSet(.field($0))] } ?? []
                        let nodes = clock.conditionsOnRecord.map(\.root) + days
                        return nodes.map { AbstractCode($0, study.definition, tracked: positions) }
                    }
                }
            }
            conditions = study.rules(of: event).map { ($0, code($0)) }
            rules = conditions.map(\.code).filter { !$0.root.isUnknown }
            targets = event.targets.map { ($0.state, $0.condition.map(code)) }
            asks = event.asks.enumerated().compactMap { index, ask in
                guard let position = positions[ask.field] else { return nil }
                func codeKnownByThen(_ expression: Expression) -> AbstractCode? {
                    let mentions = expression.root.mentions
                    let isKnown = !event.asks[(index + 1)...].contains { mentions.contains($0.field) }
                    return isKnown ? code(expression) : nil
                }
                var condition: Expression?
                if case .requiredWhen(let when, _) = ask.requirement { condition = when }
                return Asked(
                    ask: ask, position: position, fallback: ask.fallback.flatMap(codeKnownByThen),
                    condition: condition.flatMap(codeKnownByThen))
            }
            sets = event.sets.compactMap { assignment in
                positions[assignment.field].map { Assigned(position: $0, code: code(assignment.expression)) }
            }
            clears = event.clears.compactMap { positions[$0] }
            adds = event.adds.sorted { $0.key < $1.key }.compactMap { name, count in positions[name].map { ($0, count) }
            }
            erases = positions.filter { study.erases(event, $0.key) }.map(\.value).sorted()
            writesNothing = asks.isEmpty && sets.isEmpty && clears.isEmpty && adds.isEmpty
        }

        /// Nothing that is tracked is otherwise afterwards.
        func isStill(at state: String?) -> Bool {
            writesNothing && erases.isEmpty && !mayBeFollowed
                && targets.allSatisfy { $0.state == nil || $0.state == state }
        }
    }
}
