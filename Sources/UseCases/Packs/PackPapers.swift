import Packs
import Register
import Workflow

/// Something that is asked for as a pack: what is read for it, in one view of the register.
public protocol PackQuestion: Question where Answer == PackPapers {}

/// What a pack is made of, and what its files must not hold. Only the writer of packs looks into it.
public struct PackPapers: Sendable {
    let pack: Pack
    let edition: Edition
    /// Whether it goes out, or is still worked on.
    public let stage: PackStage
    /// What it replaces; nil while none of its kind was recalled.
    let correction: PackCorrection?
    let secrets: [Secret]

    /// - Parameter edition: whom it is for; a letter has none and is searched like what is public.
    init(_ pack: Pack, for edition: Edition = .public, _ stage: PackStage, from view: View) throws {
        self.pack = pack
        self.edition = edition
        let subject = try PackSubject(pack, for: edition, from: view)
        let known = try view.correction(
            of: subject.kind, about: subject.item, edition: subject.edition?.rawValue)
        correction = known.map { PackCorrection(number: $0.number, replaces: $0.replaces) }
        // What nobody has corrected yet would go out a second time as it was.
        self.stage = known.map(\.isChanged) ?? true ? stage : .draft
        secrets = try view.personalValues().map(Secret.init)
    }
}

extension PackStage {
    /// - Parameter isIssued: whether what it is made of has been published, circulated or answered.
    init(isIssued: Bool, asDraft: Bool) { self = isIssued && !asDraft ? .issued : .draft }
}

extension Secret {
    fileprivate init(_ value: PersonalValue) {
        switch value.kind {
        case .name: self = .name(value.value, ref: value.reference, section: value.section)
        case .text: self = .text(value.value, ref: value.reference, section: value.section)
        case .day:
            self =
                Day(iso: value.value).map { .day($0, ref: value.reference, section: value.section) }
                ?? .text(value.value, ref: value.reference, section: value.section)
        }
    }
}
