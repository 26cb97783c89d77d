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
}
