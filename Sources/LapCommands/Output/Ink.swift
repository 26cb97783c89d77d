import Foundation
import Workflow

/// How a table is coloured on a terminal: headers are bold, and a day by which something was due and is past is red.
struct Ink {
    let today: Day

    /// Nil where there is to be no colour: `--color`, then the user's configuration, then `NO_COLOR`, then what the terminal is.
    init?(_ context: Context, _ choice: CommonOptions.ColorChoice) {
        let own = choice == .auto && context.console.showsTerminal ? (try? UserConfig.read(context))?.color : nil
        switch own ?? choice {
        case .always: break
        case .never: return nil
        case .auto:
            let isPlain = !(context.environment["NO_COLOR"] ?? "").isEmpty || context.environment["TERM"] == "dumb"
            guard context.console.showsTerminal, !isPlain else { return nil }
        }
        today = context.today
    }

    func inked(_ cell: String, in column: String, isHeader: Bool) -> String {
        if isHeader { return "\u{1B}[1m\(cell)\u{1B}[0m" }
        guard column == "due", let day = Day(iso: cell), day < today else { return cell }
        return "\u{1B}[31m\(cell)\u{1B}[0m"
    }
}
