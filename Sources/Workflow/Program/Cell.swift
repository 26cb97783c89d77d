/// A value as the kernel moves it about: a few bytes without a reference to count. A text or list that is none of the
/// definition's names stays where it lies, and the cell says where.
enum Cell: BitwiseCopyable, Sendable {
    case empty
    case flag(Bool)
    case number(Int)
    case day(Day)
    /// At this position of the layout's names.
    case name(Int32)
    /// At this position of the frame's own values.
    case kept(Int32)
    /// At this position of the code's literals.
    case literal(Int32)
    /// What the host tells: a fact by its position, the actor's name, the actor's roles.
    case fact(Int32), person, roles

    init(_ truth: Truth) {
        switch truth {
        case .holds: self = .flag(true)
        case .fails: self = .flag(false)
        case .unknown: self = .empty
        }
    }

    var isEmpty: Bool {
        if case .empty = self { true } else { false }
    }
}
