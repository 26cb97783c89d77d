import Partnership
import StrictYAML

/// Areas and districts.
enum PlaceReading {
    static func areas(_ part: ProfileParts.Part) -> [Area] {
        let log = part.log
        var areas: [Area] = []
        for entry in part.named("an area's name") {
            guard let keyed = entry.value.keyed("an area", required: ["letter", "title"], log) else { continue }
            let title = keyed["title"]?.text("the title", log)
            guard let node = keyed["letter"], let letter = node.text("the letter", log) else { continue }
            guard Reference("\(letter)-1") == .issue(letter: letter, number: 1) else {
                let reserved = Reference.reservedLetters.sorted()
                let words = "\(reserved.dropLast().joined(separator: ", ")) and \(reserved.last ?? "")"
                log.add(
                    "An area's letter is one capital other than \(words).", at: node.place,
                    hint:
                        "Those begin the references of actions, breaches, decisions, gaps, matters, questions, requests and risks."
                )
                continue
            }
            if let other = areas.first(where: { $0.letter == letter }) {
                log.add("\(other.title) has the letter \(letter) already.", at: node.place)
            }
            guard let title else { continue }
            areas.append(Area(id: entry.key, letter: letter, title: title))
        }
        return areas
    }

    static func districts(_ part: ProfileParts.Part, areas: [String]) -> [District] {
        let log = part.log
        return part.named("a district's name").compactMap { entry in
            guard let keyed = entry.value.keyed("a district", required: ["title", "area"], log) else { return nil }
            let title = keyed["title"]?.text("the title", log)
            let area = keyed["area"]?.reference(to: areas, "area", log)
            guard let title, let area else { return nil }
            return District(id: entry.key, title: title, area: area)
        }
    }

    /// Each area has a locality meeting or, where none meets, a caseload: else nobody would see to its issues.
    static func check(_ areas: [Area], have bodies: [Body], _ part: ProfileParts.Part) {
        guard !bodies.isEmpty else { return }
        for entry in part.node.entries("areas", part.log) where areas.contains(where: { $0.id == entry.key }) {
            let count = bodies.count { $0.kind.hasArea && $0.area == entry.key }
            guard count != 1 else { continue }
            part.log.add(
                "The area “\(entry.key)” has \(count == 0 ? "no body" : "\(count) bodies") of the kind “lap” or “caseload”; it needs one.",
                at: entry.place)
        }
    }
}
