import UseCases

/// `north/dco` on the command line, or `registrar`.
enum SeatText {
    static func read(_ text: String) throws -> SeatName {
        guard let seat = SeatName(written: text) else {
            throw Failure(
                .badData, "“\(Printed.safe(text, limit: 40))” is no seat.",
                hint: "Seats are written BODY/ROLE, for instance north/dco; one in no body by its role, registrar.")
        }
        return seat
    }

    /// `north/education (Headteacher of a school)`.
    static func words(_ seat: ShapedSeat) -> String { words(seat.seat, seat.organisation) }

    static func words(_ seated: SeatedPerson) -> String {
        zip(seated.seats, seated.organisations).map(words).joined(separator: ", ")
    }

    /// That there were others to choose from.
    static func others(_ seated: SeatedPerson) -> String {
        guard !seated.others.isEmpty else { return "" }
        let named = seated.others.map { Printed.safe($0, limit: 80) }.joined(separator: "; ")
        return "Vacant still: \(named). If one of these was meant, undo it and give --organisation.\n"
    }

    static func words(_ seat: String, _ organisation: String?) -> String {
        organisation.map { "\(seat) (\(Printed.safe($0, limit: 80)))" } ?? seat
    }
}
