import StrictYAML
import Workflow

/// Reads calendars of working days. A file either lists holidays:
///
///     calendar: england-and-wales
///     title: England and Wales
///     covers:
///       from: 2018
///       to: 2028
///     holidays:
///       2018-01-01: New Year's Day
///
/// or joins calendars of other files, whose holidays all count: `joins: [england-and-wales, scotland]`.
public enum CalendarFile {
    /// The calendars of the files, or everything wrong in them.
    public static func read(_ sources: [SourceText]) -> Result<Calendars, FileProblems> {
        let files = sources.map(SourceLog.init)
        let drafts = files.compactMap { CalendarDraft(from: $0) }
        var known: [String: WorkingCalendar] = [:]
        for draft in drafts {
            if known[draft.name] != nil {
                draft.log.add("There is another calendar “\(draft.name)”.", at: draft.place)
            }
            if case .lists(let holidays, let years) = draft.kind {
                known[draft.name] = WorkingCalendar(name: draft.name, holidays: holidays, covers: years)
            }
        }
        for draft in drafts {
            guard case .joins(let names) = draft.kind else { continue }
            known[draft.name] = join(names, of: known, as: draft)
        }
        let problems = files.compactMap(\.problems)
        guard problems.isEmpty else { return .failure(FileProblems(files: problems)) }
        return .success(Calendars(Array(known.values)))
    }

    /// The joined calendar covers the years that all its parts cover.
    private static func join(
        _ names: [CalendarDraft.Part], of known: [String: WorkingCalendar], as draft: CalendarDraft
    ) -> WorkingCalendar? {
        var parts: [WorkingCalendar] = []
        for part in names {
            guard let calendar = known[part.name] else {
                draft.log.add(
                    "There is no calendar “\(part.name.prefix(40))” that lists holidays.", at: part.place,
                    hint: NearMiss.hint(for: part.name, among: known.keys.sorted()))
                continue
            }
            parts.append(calendar)
        }
        guard let first = parts.map(\.years.lowerBound).max(), let last = parts.map(\.years.upperBound).min() else {
            return nil
        }
        guard first <= last else {
            draft.log.add("The calendars joined here have no year in common.", at: draft.place)
            return nil
        }
        return WorkingCalendar(name: draft.name, holidays: parts.flatMap(\.holidays), covers: first...last)
    }
}
