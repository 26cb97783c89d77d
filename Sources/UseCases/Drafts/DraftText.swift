import Foundation
import Register
import Workflow

/// What was typed for an event that begins something, as a draft keeps it.
struct DraftText: Codable {
    let workflow: String
    let event: String
    /// As people write them, by field.
    let given: [String: String]

    init(_ event: CauseEvent) {
        workflow = event.workflow
        self.event = event.event
        given = event.given.mapValues(\.written)
    }

    /// Nil where what is kept is no draft any more, since words were taken out of it.
    init?(_ draft: StoredItem) {
        guard let text = draft.text(DraftText.field),
            let read = try? JSONDecoder().decode(DraftText.self, from: Data(text.utf8))
        else { return nil }
        self = read
    }

    static let field = "typed"

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension Value {
    /// As it is read again.
    fileprivate var written: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .day(let day): day.description
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let names): names.joined(separator: ",")
        }
    }
}
