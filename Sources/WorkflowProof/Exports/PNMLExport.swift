import Workflow

extension Definition {
    /// A place/transition net in Petri Net Markup Language (ISO/IEC 15909-2): a place for each state, a transition for
    /// each way an event can lead. Every end also leads to one last place, so that the net is a workflow net.
    public func pnml() -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<pnml xmlns=\"http://www.pnml.org/version-2009/grammar/pnml\">",
            "  <net id=\"\(name.xmlEscaped)\" type=\"http://www.pnml.org/version-2009/grammar/ptnet\">",
            "    <name><text>\(title.xmlEscaped)</text></name>", "    <page id=\"page\">",
        ]
        lines += place("(start)", "Start", isMarked: true)
        for state in states { lines += place(state.name, state.title) }
        lines += place("(end)", "End")
        var steps: [(name: String, from: String, to: String)] = []
        for edge in TransitionGraph(self).edges {
            steps.append((edge.event.name, edge.from ?? "(start)", edge.to))
        }
        for state in states where state.isEnd { steps.append(("end", state.name, "(end)")) }
        for (index, step) in steps.enumerated() {
            let identifier = "t\(index + 1)"
            lines.append(
                "      <transition id=\"\(identifier)\"><name><text>\(step.name.xmlEscaped)</text></name></transition>")
            lines.append(arc("\(identifier)i", from: placeIdentifier(step.from), to: identifier))
            lines.append(arc("\(identifier)o", from: identifier, to: placeIdentifier(step.to)))
        }
        return (lines + ["    </page>", "  </net>", "</pnml>", ""]).joined(separator: "\n")
    }

    private func place(_ name: String, _ title: String, isMarked: Bool = false) -> [String] {
        let marking = isMarked ? "<initialMarking><text>1</text></initialMarking>" : ""
        return [
            "      <place id=\"\(placeIdentifier(name))\"><name><text>\(title.xmlEscaped)</text></name>\(marking)</place>"
        ]
    }

    private func placeIdentifier(_ name: String) -> String {
        switch name {
        case "(start)": "start"
        case "(end)": "end"
        default: "p-\(name.xmlEscaped)"
        }
    }

    private func arc(_ identifier: String, from: String, to: String) -> String {
        "      <arc id=\"\(identifier)\" source=\"\(from)\" target=\"\(to)\"/>"
    }
}
