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
}
