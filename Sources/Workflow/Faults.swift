extension Definition {
    /// What is wrong with a definition made in code: names that refer to nothing, and names that stand twice. One read from
    /// a file has none. The kernel runs a definition with faults without trapping, but not as it was meant.
    public var faults: [String] {
        var faults: [String] = []
        func know(_ name: String?, _ what: String, _ names: [String], in place: String) {
            guard let name, !names.contains(name) else { return }
            faults.append("\(place): there is no \(what) “\(name)”.")
        }
        func once(_ names: [String], _ what: String) {
            var seen: Set<String> = []
            for name in names where !seen.insert(name).inserted { faults.append("There are two \(what)s “\(name)”.") }
        }
        let (states, fields) = (states.map(\.name), fields.map(\.name))
        let (events, sections) = (events.map(\.name), sections.map(\.name))
        once(states, "state")
        once(fields, "field")
        once(events, "event")
        once(clocks.map(\.name), "clock")
        for state in self.states {
            for need in state.needs { know(need, "field", fields, in: "The state “\(state.name)”") }
            know(state.usual, "event", events, in: "The state “\(state.name)”")
        }
        for field in self.fields { know(field.section, "section", sections, in: "The field “\(field.name)”") }
        for event in self.events {
            let place = "The event “\(event.name)”"
            for state in event.from + event.targets.compactMap(\.state) { know(state, "state", states, in: place) }
            for role in event.by { know(role, "role", roles, in: place) }
            let written = event.asks.map(\.field) + event.sets.map(\.field) + event.clears + event.adds.keys.sorted()
            for field in written { know(field, "field", fields, in: place) }
            for section in event.erases { know(section, "section", sections, in: place) }
            if event.begins, event.targets.contains(where: { $0.state == nil }) {
                faults.append("\(place) begins an item and has nowhere to stay.")
            }
        }
        for clock in clocks {
            let place = "The clock “\(clock.name)”"
            for state in clock.runsIn + clock.pausesIn { know(state, "state", states, in: place) }
            for event in clock.restartsOn { know(event, "event", events, in: place) }
            know(clock.whenMissed.event, "event", events, in: place)
            for field in clock.days + [clock.pausesWhen].compactMap(\.self) { know(field, "field", fields, in: place) }
        }
        return faults
    }
}
