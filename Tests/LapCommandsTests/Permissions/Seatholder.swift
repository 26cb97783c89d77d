/// Somebody of the expected tables: each seat is held by exactly one person, and two people hold none.
struct Seatholder: Hashable, Sendable {
    /// As the tables spell it, `own:dco`.
    let seat: String
    let name: String
    /// As the command line spells it, `north/dco`; nil without a seat.
    let place: String?

    static let all = [
        Seatholder(seat: "own:dco", name: "DCO North", place: "north/dco"),
        Seatholder(seat: "own:dco-admin", name: "Administrator North", place: "north/dco-admin"),
        Seatholder(seat: "own:chair", name: "Chair North", place: "north/chair"),
        Seatholder(seat: "own:education", name: "SENCO North", place: "north/education"),
        Seatholder(seat: "own:health", name: "Health North", place: "north/health"),
        Seatholder(seat: "own:local-authority", name: "Social Care North", place: "north/local-authority"),
        Seatholder(seat: "own:parent-rep", name: "Parent Rep North", place: "north/parent-rep"),
        Seatholder(seat: "own:viewer", name: "Viewer North", place: "north/viewer"),
        Seatholder(seat: "other:dco", name: "DCO South", place: "south/dco"),
        Seatholder(seat: "other:chair", name: "Chair South", place: "south/chair"),
        Seatholder(seat: "other:viewer", name: "Viewer South", place: "south/viewer"),
        Seatholder(seat: "board:board-chair", name: "Board Chair", place: "board/board-chair"),
        Seatholder(seat: "board:board-secretary", name: "Board Secretary", place: "board/board-secretary"),
        Seatholder(seat: "board:board-member", name: "Director of Social Care", place: "board/board-member"),
        Seatholder(seat: "board:parent-rep", name: "Board Parent Rep", place: "board/parent-rep"),
        Seatholder(seat: "board:dco", name: "Board Clinical Officer", place: "board/dco"),
        Seatholder(seat: "board:information-officer", name: "Information Officer", place: "board/information-officer"),
        Seatholder(seat: "board:viewer", name: "Board Observer", place: "board/viewer"),
        Seatholder(seat: "group:group-lead", name: "Lead of Commissioning", place: "commissioning/group-lead"),
        Seatholder(seat: "group:education", name: "Commissioning Headteacher", place: "commissioning/education"),
        Seatholder(seat: "other-group:group-lead", name: "Lead of Pathways", place: "pathways/group-lead"),
        Seatholder(seat: "other-group:education", name: "Pathways Headteacher", place: "pathways/education"),
        Seatholder(seat: "registrar", name: "Registrar", place: "registrar"),
        Seatholder(seat: "unseated", name: "Guest Speaker", place: nil),
        Seatholder(seat: "unknown", name: "Nobody Known", place: nil),
    ]

    /// The person of a seat as the tables spell it.
    static func named(_ seat: String) -> String { all.first { $0.seat == seat }?.name ?? seat }
}
