import Partnership
import Workflow

extension View {
    /// What papers say of a matter that somebody brought.
    func sheet(ofMatter matter: StoredItem, on day: Day) throws -> MatterSheet {
        let own = matter.matter
        var sheet = MatterSheet(ref: matter.reference, title: own.title ?? matter.reference)
        sheet.form = own.form
        sheet.followsOn = own.followsOn
        sheet.lead = try own.lead.map { id in
            let person = try person(id: id)
            return try paperPerson(person, seats: seats(of: person, on: day))
        }
        sheet.author = own.author
        sheet.summary = own.summary
        sheet.recommendation = own.recommendation
        sheet.areasAffected = own.areasAffected
        sheet.consideredBefore = own.consideredBefore
        sheet.consultations = own.consultations
        sheet.implications = own.implications
        sheet.ifNotDecided = own.ifNotDecided
        sheet.carries = own.carries
        sheet.attached = try attached(to: matter)
        return sheet
    }
}
