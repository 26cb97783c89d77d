import Foundation
import Packs
import Partnership
import Register
import Workflow

/// A copy of what is held, ready to be given out.
public struct HeldCopy: Sendable {
    public let data: HeldData
    /// Names of others that stand in it and were neither blacked out nor let stand.
    public let suspects: [String]
    /// Where others wrote of them in what is another family's, too: nothing of it stands in the copy.
    public let withheld: [Erasure.Place]
    /// The issues whose screen is not clear and that tell of them: nobody is told which.
    let apart: Set<String>
    /// The copy for people, as one page.
    public let html: String
}

extension Workplace {
    /// Makes the copy that a request asks for. What is another family's is blacked out; names of others are suspects until
    /// somebody says of each what becomes of it.
    ///
    /// - Parameters:
    ///   - hidden: words to be blacked out.
    ///   - released: words of what stands with other families that may be given out: somebody has looked, and they tell of
    ///     nobody else.
    ///   - isLookedAt: somebody has looked at the names that are left, and at where others wrote of them.
    public func copy(
        for reference: String, hiding hidden: [String], releasing released: [String] = [], isLookedAt: Bool,
        for request: Request
    ) throws -> HeldCopy {
        let ordinary = try share.ordinaryWords()
        let found = try read(
            ReadHeldData(request: reference, released: released, ordinary: ordinary), for: request)
        let guarding = found.others.guarding(ordinary) { _ in [:] }
        if found.mightHarm, hidden.isEmpty {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "It is on record that giving all of it out might do serious harm.",
                    remedies: [.say("Black out what is held back.")])
            ])
        }
        var data = found.data
        for words in released {
            guard data.texts.contains(where: { $0.removing(words) != nil }) else {
                throw RegisterError.badInput(
                    "The words to be released stand in nothing that others wrote of them.",
                    remedies: [.say("Give them as they stand.")])
            }
        }
        data = data.changing { guarding.redacted($0) ?? $0 }
        for words in hidden {
            guard data.texts.contains(where: { $0.removing(words) != nil }) else {
                throw RegisterError.badInput(
                    "The words to be blacked out do not stand in it.", remedies: [.say("Give them as they stand.")])
            }
            data = data.changing { $0.removing(words) ?? $0 }
        }
        let names = guarding.otherNames(in: data.texts, apartFrom: found.own)
        return HeldCopy(
            data: data, suspects: isLookedAt ? [] : names, withheld: found.withheld, apart: found.apart,
            html: try PackWriter.page(
                data.document,
                templates: Templates(folders: [folder.appending(path: "templates").path, share.templates.path])))
    }
}

extension HeldData {
    /// The copy as people read it.
    var document: PackDocument {
        let sections = parts.enumerated().map { index, part in
            var blocks: [Block] = []
            if !part.facts.isEmpty {
                blocks.append(.facts(FactList(part.facts.map { Packs.Fact($0.label, $0.text) })))
            }
            if !part.entries.isEmpty {
                let rows = part.entries.map { entry in
                    PackTable.Row(
                        PackTable.Cell(entry.at), [PackTable.Cell(entry.what), PackTable.Cell(entry.who ?? "–")])
                }
                blocks.append(
                    .table(
                        PackTable(
                            caption: "What happened",
                            columns: [
                                .init("When or where", width: 3), .init("What", width: 8), .init("Who", width: 3),
                            ],
                            rows: rows)))
            }
            return PackSection(id: "part-\(index + 1)", title: part.title, blocks: blocks)
        }
        return PackDocument(
            kind: .letter, title: "What is held, \(request)", organisation: "", heading: "What is held about you",
            subheading: "Request \(request), \(on.words)",
            notices: [
                Notice(
                    .note, title: "What was left out",
                    text: "Where it says \(PackGuard.removed), words were taken out that would tell of somebody else. "
                        + "What others said in confidence, and what the law keeps from a copy, is left out.")
            ],
            sections: sections, date: on.description)
    }
}
