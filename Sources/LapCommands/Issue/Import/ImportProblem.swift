/// Why a row of a file cannot be imported. Never holds what a cell says: that may be personal.
struct ImportProblem: Hashable {
    /// As a spreadsheet shows it: the header is row 1.
    let row: Int
    /// As the header names it; nil when the row as a whole is wrong.
    var column: String?
    let sentence: String
    var hint: String?
    /// What stands in the way is only who asks.
    var isAboutRole = false

    /// `Row 7, column “theme”: there is no such theme in this register.`
    var line: String {
        let place = column.map { "Row \(row), column “\(Printed.safe($0, limit: 40))”" } ?? "Row \(row)"
        return "\(place): \(sentence)"
    }
}
