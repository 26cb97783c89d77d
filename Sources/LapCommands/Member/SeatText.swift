import Partnership
import Workflow

/// `north/dco` on the command line.
enum SeatText {
    /// - Parameter roles: the roles there are, of the workflows and of the seats.
    static func read(_ text: String, bodies: [Body], roles: [String]) throws -> (body: String, role: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw Failure(
                .badData, "“\(Printed.safe(text, limit: 40))” is no seat.",
                hint: "Seats are written BODY/ROLE, for instance north/dco.")
        }
        try check(parts[0], is: "body", among: bodies.map(\.id))
        try check(parts[1], is: "role", among: Array(Set(roles)).sorted().filter { $0 != "system" })
        return (parts[0], parts[1])
    }

    private static func check(_ word: String, is kind: String, among known: [String]) throws {
        guard !known.contains(word) else { return }
        throw Failure(
            .badData, "There is no \(kind) called “\(Printed.safe(word, limit: 40))”.",
            hint: NearMiss.hint(for: word, among: known) ?? "Known: \(known.joined(separator: ", ")).")
    }
}
