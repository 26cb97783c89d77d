import Register
import UseCases

/// What erasing again has done to texts that words had been taken out of, in words.
enum ErasedTelling {
    /// Each with its line break; none when there was nothing of the kind.
    static func lines(mended: [ErasedAgain.Place], dropped: [ErasedAgain.Place]) -> String {
        func line(_ title: String, _ places: [ErasedAgain.Place]) -> String {
            guard !places.isEmpty else { return "" }
            return title + places.map { "\n  \(Printed.safe($0.ref)), \(Printed.safe($0.field))" }.joined() + "\n"
        }
        return line("The same words were taken out again:", mended)
            + line(
                "Gone as a whole, since words had been taken out later and what was left is not here; enter it anew:",
                dropped)
    }
}
