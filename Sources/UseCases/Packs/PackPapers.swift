import Packs
import Partnership
import Register
import Workflow

/// Something that is asked for as a pack: what is read for it, in one view of the register.
public protocol PackQuestion: Sendable {
    /// Throws when the pack is not for the asker, or cannot be made yet.
    func pack(from view: View, as standing: Standing) throws -> AskedPack
}

/// Where a pack that is asked for comes from.
public enum AskedPack: Sendable {
    /// What was issued, which stands.
    case kept(KeptPack)
    /// The record as it is: nothing was issued so far, or that is no longer so.
    case record(PackPapers)
}

/// What a pack is made of, and what its files must not hold. Only the writer of packs looks into it.
public struct PackPapers: Sendable {
    let pack: Pack
    let edition: Edition
    /// Whether it goes out, or is still worked on.
    public let stage: PackStage
    /// What it replaces; nil while none of its kind was recalled.
    let correction: PackCorrection?
    let known: KnownDetails
    /// Whoever asks for it mends it, or lets words stand in it, and is told what was found. Others are told that it cannot
    /// be made: what stopped it tells what is secret.
    let isToldFindings: Bool
    /// What it says otherwise than the paper that went out before it, where one did.
    let difference: PackDifference?
    /// What went out and may still say the same, and the pack as it would be made on that day.
    var standing: (kept: KeptPack, then: Pack)?

    /// - Parameters:
    ///   - edition: whom it is for; a letter has none and is searched like what is public.
    ///   - area: the id of the area that it is about; nil for all.
    init(
        _ pack: Pack, for edition: Edition = .public, _ stage: PackStage, about area: String?, from view: View,
        as standing: Standing
    ) throws {
        self.pack = pack
        self.edition = edition
        let subject = try PackSubject(pack, for: edition, from: view)
        isToldFindings =
            try subject.edition == nil || subject.may(.minute, as: standing, from: view)
            || subject.may(.releaseWord, as: standing, from: view)
        let replaced = try view.correction(
            of: subject.kind, about: subject.item, edition: subject.edition?.rawValue, part: subject.part)
        correction = replaced.map { PackCorrection(number: $0.number, replaces: $0.replaces, made: view.today) }
        // What got out in one paper goes out in no other: in no extract, and in none that took its place before.
        if replaced == nil, stage == .issued, [.public, .members].contains(edition),
            try pack.says(
                anyOf: ([subject.item] + pack.joined.map { try view.item($0) }).flatMap(view.wordsRecalled),
                for: edition)
        {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "It would say the words for which a paper of \(pack.subject) was recalled.",
                    remedies: [.say("Have them changed where they stand; a draft can be made.")], code: "R9")
            ])
        }
        // What nobody has corrected yet would go out a second time as it was.
        let isMended = try replaced.map { try pack.isMended($0, for: edition, from: view) } ?? true
        guard isMended || isToldFindings else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "This paper of \(pack.subject) was recalled, and what it was recalled for is not mended yet.",
                    remedies: [.say("Ask whoever prepares these papers.")], code: "R9")
            ])
        }
        self.stage = isMended ? stage : .draft
        difference = try subject.difference(from: view, isCorrection: replaced != nil)
        if self.stage == .issued, subject.edition != nil, let kept = try subject.kept(from: view) {
            self.standing = (kept, try subject.pack(from: view, on: kept.paper.day))
        }
        let body = edition == .public ? nil : subject.item.meeting.body
        known = try KnownDetails(
            near: pack.issues, in: area, for: pack.subject, and: pack.joined, privateTo: body, from: view)
    }
}

extension PackStage {
    /// - Parameter isIssued: whether what it is made of has been published, circulated or answered.
    init(isIssued: Bool, asDraft: Bool) { self = isIssued && !asDraft ? .issued : .draft }
}
