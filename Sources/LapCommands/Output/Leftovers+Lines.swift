import UseCases

extension Leftovers {
    /// Each a sentence with a file or folder in `.lap`.
    var lines: [String] {
        writing.map {
            "Somebody writes in an editor now, in .lap/\($0): what they write may tell of what was erased, until they end."
        }
            + strangers.map {
                "Not the register's own, and never erased from: .lap/\(Printed.safe($0, limit: 200))"
            }
    }
}
