import Workflow

extension Definition {
    /// A runnable skeleton in State Chart XML (W3C, 2015): states and events without rules. An event that leads to several
    /// states has one name for each, `group-report.board-action`; its plain name takes the last.
    public func scxml() -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" name=\"\(name.xmlEscaped)\" "
                + "datamodel=\"null\" initial=\"start\">",
        ]
        lines += element("start", events.filter(\.begins), isEnd: false)
        for state in states {
            lines += element(state.name, events.filter { $0.from.contains(state.name) }, isEnd: state.isEnd)
        }
        return (lines + ["</scxml>", ""]).joined(separator: "\n")
    }

    /// An end that nothing leads out of is final; one that can be left again is a plain state.
    private func element(_ state: String, _ events: [Event], isEnd: Bool) -> [String] {
        let identifier = "id=\"\(state.xmlEscaped)\""
        guard !events.isEmpty else { return [isEnd ? "  <final \(identifier)/>" : "  <state \(identifier)/>"] }
        var lines = ["  <state \(identifier)>"]
        for event in events {
            for (index, target) in event.targets.enumerated() {
                let isLast = index == event.targets.count - 1
                let name = isLast ? event.name : "\(event.name).\(target.state ?? "stay")"
                let to = target.state.map { " target=\"\($0.xmlEscaped)\"" } ?? ""
                lines.append("    <transition event=\"\(name.xmlEscaped)\"\(to)/>")
            }
        }
        return lines + ["  </state>"]
    }
}
