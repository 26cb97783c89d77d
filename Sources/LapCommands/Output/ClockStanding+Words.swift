import Packs
import Workflow

extension ClockStanding {
    /// `Acknowledge by 5 December 2019 (due today)`.
    var sentence: String {
        let note: String? =
            switch phase {
            case .running: nil
            case .warned: "soon"
            case .dueToday: "due today"
            case .missed: "missed"
            case .passed: "that day has passed"
            case .paused: running.pausedOn.map { "paused since \($0.words)" }
            }
        let notes = [note, clock.whenMissed == .pass ? "the register only reminds" : nil].compactMap(\.self)
        return "\(clock.title) by \(running.due.words)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    /// After something happened, besides what is due first: what it is time to warn of, and days that nothing else
    /// reminds of.
    var isWorthTelling: Bool {
        switch phase {
        case .warned, .dueToday: true
        case .running: clock.whenMissed == .pass
        case .missed, .passed, .paused: false
        }
    }
}
