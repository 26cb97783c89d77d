import Partnership
import StrictYAML

/// Where issues are redirected to.
enum DestinationReading {
    static func destinations(_ part: ProfileParts.Part) -> [Destination] {
        let log = part.log
        return part.named("a destination's name").compactMap { entry in
            let required = ["title", "takes", "contact"]
            guard
                let keyed = entry.value.keyed("a destination", required: required, optional: ["urgent", "advice"], log)
            else {
                return nil
            }
            let title = keyed["title"]?.text("the title", log)
            let takes = keyed["takes"]?.text("what it takes", log)
            let contact = keyed["contact"]?.text("the contact", log)
            let urgent = keyed["urgent"]?.flag("urgent", log)
            let advice = keyed["advice"]?.flag("advice", log)
            guard let title, let takes, let contact else { return nil }
            return Destination(
                id: entry.key, title: title, takes: takes, contact: contact, isUrgent: urgent ?? false,
                givesAdvice: advice ?? false)
        }
    }
}
