import Partnership
import StrictYAML

/// Concerns, and the themes that count towards them.
enum ConcernReading {
    static func concerns(_ part: ProfileParts.Part, plans: [PlanReading.Draft]) -> [Concern] {
        let log = part.log
        let references = plans.flatMap(\.references)
        var concerns: [Concern] = []
        for (index, entry) in part.node.entries("concerns", log).enumerated() {
            guard entry.key == String(index + 1) else {
                log.add("Concerns are numbered from 1 in order; this one should be \(index + 1).", at: entry.place)
                continue
            }
            let keyed = entry.value.keyed(
                "a concern", required: ["text", "improving"], optional: ["plan-actions"], log)
            guard let keyed else { continue }
            let text = keyed["text"]?.text("the text", log)
            let improving = keyed["improving"]?.flag("improving", log)
            let actions = keyed["plan-actions"]?.sequence("plan-actions", log).compactMap {
                $0.reference(to: references, "plan action", log)
            }
            guard let text, let improving else { continue }
            concerns.append(
                Concern(number: index + 1, text: text, planActions: actions ?? [], improving: improving))
        }
        return concerns
    }

    static func themes(_ part: ProfileParts.Part, concerns: Int) -> [Theme] {
        let log = part.log
        var words: [String: String] = [:]
        var themes: [Theme] = []
        for entry in part.named("a theme's name") {
            let keyed = entry.value.keyed("a theme", required: ["title", "concern"], optional: ["aliases"], log)
            guard let keyed else { continue }
            let title = keyed["title"]?.text("the title", log)
            let number = keyed["concern"]?.integer("the concern", log)
            if let node = keyed["concern"], let number, !(1...max(concerns, 1)).contains(number) {
                log.add("There is no concern \(number).", at: node.place)
            }
            let aliases = keyed["aliases"]?.sequence("aliases", log) ?? []
            for (word, place) in [(entry.key, entry.place)]
                + aliases.compactMap({ node in
                    node.text("an alias", log).map { ($0.lowercased(), node.place) }
                })
            {
                if let other = words.updateValue(entry.key, forKey: word) {
                    log.add("“\(word.prefix(40))” means the theme “\(other)” already.", at: place)
                }
            }
            guard let title, let number else { continue }
            let named = aliases.compactMap { $0.text("an alias", log) }
            themes.append(Theme(id: entry.key, title: title, concern: number, aliases: named))
        }
        return themes
    }
}
