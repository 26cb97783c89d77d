import Foundation
import Ledger
import Partnership
import Workflow

/// What issued files were set from: a file says nothing that it does not say.
public struct IssuedModel: Sendable {
    /// SHA-256 of it, 64 hexadecimal digits.
    public let digest: String
    /// The files that were set from it, oldest first.
    public let files: [IssuedPaper]
    /// It has to be kept as it is.
    public let isHeld: Bool

    /// What it is about, and the issues that it names, by their references.
    public var about: Set<String> { Set(files.flatMap { [$0.item] + $0.cites }) }
    /// How often words were taken out of it.
    public var redacted: Int { files.compactMap(\.redacted).max() ?? 0 }
}

extension View {
    /// What all papers that were issued were set from, and is still there, oldest first. None is loaded.
    public func issuedModels() throws -> [IssuedModel] {
        let held = try heldReferences()
        return try Dictionary(grouping: issued(), by: \.model).filter { try connection.isKept(contents: $0.key) }
            .map { digest, files in
                let about = files.flatMap { [$0.item] + $0.cites }
                return IssuedModel(digest: digest, files: files, isHeld: !held.isDisjoint(with: about))
            }.sorted { ($0.files.first?.id ?? 0) < ($1.files.first?.id ?? 0) }
    }
}

extension View {
    /// What papers that print something are about: itself, the issue and the meeting that it names, and where it is no issue,
    /// all meetings of the body from the first one on that had it before it: the next one hears what became of it.
    public func placesPrinting(_ item: StoredItem) throws -> Set<String> {
        var places = Set([item.reference, item.text("issue"), item.text("meeting")].compactMap(\.self))
        guard !["issue", "meeting"].contains(item.workflow) else { return places }
        places.formUnion(
            try connection.rows(
                """
                SELECT later.reference FROM item AS first JOIN item AS later
                  ON later.workflow = 'meeting' AND later.body = first.body AND later.happens >= first.happens
                WHERE first.workflow = 'meeting'
                  AND (first.reference = ? OR first.id IN (SELECT meeting FROM agenda_item WHERE matter = ?))
                """, [SQLValue(item.text("meeting")), .integer(item.id)]
            ).map { $0.word("reference") })
        return places
    }

    /// The letters about issues, which go with what their families told.
    ///
    /// - Parameter items: what is erased, each with the event that does so.
    public func letters(goingWith items: [(item: StoredItem, event: String)]) throws -> [IssuedModel] {
        let gone = Set(items.filter { $0.event != Disposal.contact.event }.map(\.item.reference))
        return try issuedModels().filter { $0.files.contains { $0.edition == nil && gone.contains($0.item) } }
    }
}

extension Operation {
    /// Puts another model in the place of one, for good: that and all files that were set from it are erased, on record. They
    /// are set anew, from the new one, when they are asked for next.
    ///
    /// - Parameters:
    ///   - new: nil for none: then nothing is left of the papers but that they were issued.
    ///   - cuts: what makes the new one of the old; nil where that cannot be told.
    ///   - times: how often words were taken out of it.
    public func redact(_ model: IssuedModel, to new: Data?, cuts: PaperCuts? = nil, times: Int = 1) throws {
        let became = try new.map { try keep($0) }
        for file in model.files {
            if let became {
                try update(
                    .issued, key: .integer(file.id),
                    ["model": .text(became), "redacted": .integer(model.redacted + times)])
            }
            try erase(contents: file.digest)
        }
        try erase(
            contents: model.digest, became: became,
            cuts: became == nil ? nil : cuts.flatMap { $0.isWhole ? $0.description : nil })
    }

}
