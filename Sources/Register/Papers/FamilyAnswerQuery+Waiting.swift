import Ledger
import Partnership
import Workflow

// The days that a family waits for, and its own.
extension View {
    /// When a family was to hear and did not, and when it hears next: each letter from the day on that it was due is that word,
    /// and what starts anew when they hear of it starts anew with it.
    ///
    /// - Parameters:
    ///   - letters: the days of those that went out, and of the one that is asked for, in order.
    ///   - told: the day on which it last heard otherwise of what the clock does not know of.
    func wait(
        by clock: Definition.Clock, in issue: StoredItem, for letters: [Day], told: Day?
    ) throws -> (missed: Day?, next: Day?) {
        func anew(from day: Day) throws -> Day? {
            clock.restartsOn.contains("update-raiser")
                ? try clock.begin(on: day, by: calendars()) { _ in day }?.due : nil
        }
        var missed: Day?
        var next = issue.item.clocks[clock.name]?.due
        if let due = next, let heard = try told.flatMap({ $0 <= due ? try anew(from: $0) : nil }) {
            next = max(due, heard)
        }
        for letter in letters {
            guard let due = next, due <= letter else { continue }
            missed = due < letter ? due : nil
            next = try anew(from: letter)
        }
        return (missed, next)
    }

    /// The days of the letters that went out by a day, and that day.
    func letters(about issue: StoredItem, by day: Day) throws -> [Day] {
        try issued(about: issue).filter {
            $0.item == issue.reference && $0.edition == nil && $0.recalled == nil && $0.day <= day
        }.map(\.day).sorted() + [day]
    }

    /// Nil where no day is on record from which it counts, the appeal is made, or it is over and nobody was sent to appeal.
    func appealTime(of issue: StoredItem, on day: Day) throws -> FamilyAnswer.AppealTime? {
        guard !issue.issue.isAppealed else { return nil }
        let calendars = try calendars()
        let ends = try issue.definition.clocks(meaning: "appeal").lazy.compactMap {
            try $0.begin(on: day, by: calendars) { issue.day($0) }?.due
        }
        guard let until = ends.first, until >= day || issue.issue.isSentOn else { return nil }
        return .init(until: until, isOver: until < day)
    }
}
