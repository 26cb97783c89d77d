import Partnership
import StrictYAML

/// Helplines and offices that papers may name with how to reach them.
enum ContactReading {
    static func contacts(_ part: ProfileParts.Part) -> [PublicContact] {
        let log = part.log
        return part.named("a contact's name").compactMap { entry in
            guard let keyed = entry.value.keyed("a contact", required: ["title", "reach"], optional: [], log) else {
                return nil
            }
            let title = keyed["title"]?.text("the title", log)
            let reach = keyed["reach"]?.text("how to reach it", log)
            guard let title, let reach else { return nil }
            return PublicContact(id: entry.key, title: title, reach: reach)
        }
    }
}
