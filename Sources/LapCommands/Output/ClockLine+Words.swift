import Partnership
import UseCases
import Workflow

extension ClockLine {
    /// `Acknowledge by 5 December 2019 (due today)`.
    var sentence: String {
        let note: String? =
            switch ClockStanding.Phase(rawValue: standing) {
            case .running, nil: nil
            case .warned: "soon"
            case .dueToday: "due today"
            case .missed: "missed"
            case .passed: "that day has passed"
            case .paused: pausedOn.map { "paused since \($0.words)" }
            }
        let notes = [note, onlyReminds ? "the register only reminds" : nil].compactMap(\.self)
        return "\(title) by \(due.words)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    var isMissed: Bool { standing == ClockStanding.Phase.missed.rawValue }

    /// After something happened, besides what is due first: what it is time to warn of, and days that nothing else
    /// reminds of.
    var isWorthTelling: Bool {
        switch ClockStanding.Phase(rawValue: standing) {
        case .warned, .dueToday: true
        case .running: onlyReminds
        case .missed, .passed, .paused, nil: false
        }
    }
}
