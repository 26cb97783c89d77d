import Foundation

/// The items of agendas that a text names by their numbers: `8.1`, `item 16`.
struct CitedItems {
    /// The words of the text, and the numbers as they are written.
    private let marks: [String]

    init(_ text: String) {
        marks = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: "."))
        }
    }

    /// A heading, which is a number like any other, is named only as `item 16`.
    func contains(_ item: AgendaItem) -> Bool {
        guard item.isHeading else { return marks.contains(item.number) }
        return zip(marks, marks.dropFirst()).contains { ["item", "items"].contains($0) && $1 == item.number }
    }

    /// The numbers that it calls those of items, of whichever meeting: `item 16.1`, `minute 16.1`.
    var numbers: Set<String> {
        Set(
            zip(marks, marks.dropFirst()).filter { before, number in
                ["item", "items", "minute", "minutes", "matter"].contains(before)
                    && number.contains(".") && number.allSatisfy { $0.isNumber || $0 == "." }
            }.map(\.1))
    }
}
