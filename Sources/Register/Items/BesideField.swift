/// A text of the vault that is kept with an item and is none of its own fields: what others minuted, decided or declared about
/// it. An erasure of the item's fields leaves it. A workflow's field cannot be called so, since names have no spaces.
enum BesideField: String, CaseIterable {
    case agendaTitle = "agenda title"
    case lateItem = "late reason"
    case privateItem = "private because"
    case releaseReason = "release reason"
    case discussed = "discussed text"
    case decisionWording = "decision wording"
    case dissent = "dissent minuted"
    case declaredInterest = "interest declared"
    case releasedWords = "released words"
}
