/// What an agenda that is made again prints otherwise than before.
public enum AgendaChange: Hashable, Sendable {
    /// An item left it.
    case takenOff(item: String)
    /// The meeting took an item that may not be printed any more.
    case notPrinted(item: String)
    /// What is printed of an item was put right.
    case corrected(item: String)
    /// An item that a body took in private was released.
    case released(item: String)
    /// The paper of an item came.
    case supplied(item: String)
    /// Where or when it meets, or how to join.
    case meeting
}
