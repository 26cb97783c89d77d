import Register

/// A deed whose outcome can be told from what is stored, so that a dry run and a form's check hold up nobody who writes.
public protocol Rehearsable: Deed {
    /// What it would come to, or why it cannot be. Writes nothing.
    func judge(from view: View, as standing: Standing) throws -> Answer
}
