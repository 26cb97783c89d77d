extension Definition {
    /// How a condition stands on a record that an event has left behind: what was on record before it, and what surrounded
    /// it.
    package func truth(of condition: Expression, on item: Item, before: Item, in setting: Setting) -> Truth {
        let layout = program.layout
        var frame = Frame(program, before.fields, state: layout.state(before.state))
        frame.begin(at: layout.state(item.state), in: setting)
        for field in layout.fields.indices {
            let name = layout.fields[field].name
            guard item.fields[name] != before.fields[name] else { continue }
            if let value = item.fields[name] {
                _ = frame.take(value, for: field)
            } else {
                frame.write(.empty, to: field)
            }
        }
        let code = Code(condition, layout)
        return frame.truth(of: code.whole, in: code)
    }

    /// How each of some conditions stands on each of some items at rest: by item, then by condition.
    package func truths(of conditions: [Expression], on items: [Item], in setting: Setting) -> [[Truth]] {
        let layout = program.layout
        let codes = conditions.map { Code($0, layout) }
        return items.map { item in
            var frame = Frame(program, item.fields, state: layout.state(item.state))
            frame.begin(at: layout.state(item.state), in: setting)
            return codes.map { frame.truth(of: $0.whole, in: $0) }
        }
    }
}
