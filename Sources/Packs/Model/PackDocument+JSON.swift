import Foundation
import Partnership
import Workflow

extension PackDocument {
    /// As it is kept: JSON with its names in order, so that the same document is the same bytes.
    public var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    public init(json: Data) throws { self = try JSONDecoder().decode(PackDocument.self, from: json) }

    /// Every text of a document as it is kept, its names among them: found without taking it apart.
    public static func texts(in json: Data) -> Set<String> {
        let bytes = [UInt8](json)
        let (quote, escape) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        var texts: Set<String> = []
        var start: Int?
        var isEscaped = false
        var place = 0
        while place < bytes.count {
            defer { place += 1 }
            guard let first = start else {
                if bytes[place] == quote { (start, isEscaped) = (place, false) }
                continue
            }
            if bytes[place] == escape {
                isEscaped = true
                place += 1
            } else if bytes[place] == quote {
                texts.insert(
                    isEscaped
                        ? (try? JSONDecoder().decode(String.self, from: Data(bytes[first...place]))) ?? ""
                        : String(decoding: bytes[(first + 1)..<place], as: UTF8.self))
                start = nil
            }
        }
        return texts
    }

    /// What of a document a change is made to.
    public enum Part: Sendable {
        case whole
        /// What it says under its heading: not what the program itself puts on every page and in front of what is said.
        case contents
    }

    /// The names of what is no text for people.
    static let codes: Set<String> = ["id", "kind", "tone", "date", "language", "starts", "ends", "status"]

    private static let ownWords = [
        "title", "organisation", "heading", "subheading", "edition", "marking", "markingReason", "draft",
    ]

    /// The same with a change made to every text that people read, however it stands there; nil when none is changed.
    /// Throws when what it would be is no document any more. The same document is always read in the same order.
    ///
    /// - Parameter change: given which of all its texts it is, whichever are looked at; nil for a text that stays.
    func changingTexts(
        _ part: Part = .whole, _ change: (_ place: Int, _ text: String) -> String?
    ) throws -> PackDocument? {
        var isChanged = false
        var place = -1
        func changed(_ value: Any, _ name: String = "", isOwn: Bool = false) -> Any {
            switch value {
            case let object as [String: Any]:
                return object.sorted { $0.key < $1.key }.reduce(into: [String: Any]()) {
                    // A notice tells of what people typed: why something came late, why the day was moved.
                    let isOwn =
                        isOwn || name.isEmpty && Self.ownWords.contains($1.key)
                        || name == "notices" && $1.key == "title"
                    $0[$1.key] = changed($1.value, $1.key, isOwn: isOwn)
                }
            case let list as [Any]: return list.map { changed($0, name, isOwn: isOwn) }
            case let text as String:
                guard !Self.codes.contains(name), name != "link" || text.contains(":") else { return text }
                place += 1
                guard part == .whole || !isOwn, let new = change(place, text) else { return text }
                isChanged = true
                return new
            default: return value
            }
        }
        let whole = changed(try JSONSerialization.jsonObject(with: json))
        return isChanged ? try PackDocument(json: JSONSerialization.data(withJSONObject: whole)) : nil
    }

    /// The same with words taken out for good, which it says at its top; nil when no text holds any. Throws when what it
    /// would be is no document any more.
    ///
    /// - Parameter number: the first, the second time that words are taken out of it.
    public func redacted(
        _ number: Int, on day: Day, _ part: Part = .whole, by change: (_ place: Int, _ text: String) -> String?
    ) throws -> PackDocument? {
        guard var document = try changingTexts(part, change) else { return nil }
        document.notices.removeAll { $0.title.hasPrefix(Self.redacted) }
        document.notices.insert(
            Notice(
                .note, title: "\(Self.redacted) \(number)",
                text: "Words were taken out of this paper on \(day.words); there it says \(PackGuard.removed)."),
            at: 0)
        return document
    }

    /// What the notice begins with that tells of words taken out.
    private static let redacted = "Redacted"

    /// The same, telling what it means where words that it would print were taken out before it was made.
    var explainingRemovals: PackDocument {
        guard let json = try? json, Self.texts(in: json).contains(where: { $0.contains(PackGuard.removed) }) else {
            return self
        }
        var document = self
        document.notices.insert(
            Notice(
                .note, title: Self.redacted,
                text: "Where it says \(PackGuard.removed), words were taken out of the record."), at: 0)
        return document
    }

    /// Whether it says the same as another, whatever either replaced and whatever was taken out of it, and wherever
    /// the journal stood.
    public func saysTheSame(as other: PackDocument) -> Bool { bare == other.bare }

    /// What it says of the meeting, and not of itself as a paper.
    private var bare: PackDocument {
        var document = self
        document.notices.removeAll {
            [PackCorrection.title, PackDifference.title].contains($0.title) || $0.title.hasPrefix(Self.redacted)
        }
        document.sections.removeAll { $0.id == "record" }
        return document
    }
}
