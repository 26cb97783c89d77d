import Foundation

/// The short forms that packs spell out where they first appear, and letters everywhere. Read from `acronyms.json` among
/// the templates, an object of short forms and what they stand for.
public struct Acronyms: Hashable, Sendable {
    /// What each stands for; a plural in `s` is understood.
    public let meanings: [String: String]
    /// Names, and what people said: they stay as they are, whatever they look like. The longest first.
    private var spared: [String] = []

    public init(_ meanings: [String: String]) {
        self.meanings = meanings
    }

    /// The same, with names and what people said left alone. A single word is nothing that somebody said.
    func sparing(_ texts: some Sequence<String>) -> Acronyms {
        var acronyms = self
        let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline) }.map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        acronyms.spared = Set(spared + lines).filter { line in
            let words = line.split { !$0.isLetter && !$0.isNumber }
            return words.count > 1 && words.contains { $0.hasPrefix("LAP") || isShort($0) }
        }.sorted { ($1.count, $0) < ($0.count, $1) }
        return acronyms
    }

    private func isShort(_ word: Substring) -> Bool {
        meanings[String(word)] != nil || word.hasSuffix("s") && meanings[String(word.dropLast())] != nil
    }

    /// A change that spells out the first use of each: "occupational therapy (OT)". Where the text itself explains one,
    /// with the short form in brackets, it is left alone.
    func spellingOutFirstUses() -> (String) -> String {
        var seen: Set<String> = []
        return { text in
            var text = text
            if text.contains(/\bLAPs?\b/), !spared.contains(where: { $0.contains("LAP") && text.contains($0) }),
                seen.insert("LAP").inserted
            {
                text = Self.spellingOutLocality(text)
            }
            return self.replacing(in: text) { short, meaning, before in
                seen.insert(short.singular).inserted && before != "(" ? "\(meaning) (\(short.word))" : nil
            }
        }
    }

    /// With the first "North LAP" or "LAP" explained, unless the text does that itself. The long words never stand without
    /// the locality's name, because alone they mean a whole county's leadership.
    private static func spellingOutLocality(_ text: String) -> String {
        guard !text.contains("Local Area Partnership") else { return text }
        if let match = text.firstMatch(of: /\b([A-Z][a-z]+) LAP\b/), match.1 != "The" {
            return text.replacingCharacters(
                in: match.range, with: "\(match.1) Local Area Partnership (\(match.output.0))")
        }
        guard let match = text.firstMatch(of: /\bLAP(s?)\b/) else { return text }
        return text.replacingCharacters(in: match.range, with: "locality meeting\(match.1) (\(match.output.0))")
    }

    /// A change that leaves no short form at all, for readers who do not speak the trade's language. "North LAP" becomes
    /// "North Local Area Partnership"; a bare "LAP" becomes "local meeting", because the long words alone mean more.
    func spellingOutAll() -> (String) -> String {
        { text in
            guard !spared.contains(where: { $0.contains("LAP") && text.contains($0) }) else { return text }
            let named = text.replacing(/\b([A-Z][a-z]+) LAP\b/) { match in
                match.1 == "The" ? "The local meeting" : "\(match.1) Local Area Partnership"
            }
            return self.replacing(in: self.droppingExplained(named).replacing(/\bLAP\b/, with: "local meeting")) {
                _, meaning, _ in meaning
            }
        }
    }

    /// Without the short forms in brackets behind their own meanings.
    private func droppingExplained(_ text: String) -> String {
        var out = text
        for match in text.matches(of: /\s\(([A-Za-z]+)\)/).reversed() {
            guard let meaning = meanings[String(match.1)] else { continue }
            if text[..<match.range.lowerBound].lowercased().hasSuffix(meaning.lowercased()) {
                out.removeSubrange(match.range)
            }
        }
        return out
    }

    private struct Short {
        let word: String
        let singular: String
    }

    private func replacing(
        in text: String, _ replacement: (_ short: Short, _ meaning: String, _ before: Character?) -> String?
    ) -> String {
        guard text.contains(where: \.isUppercase) else { return text }
        var out = ""
        var rest = text[...]
        while let first = rest.first {
            guard first.isLetter || first.isNumber else {
                out.append(first)
                rest = rest.dropFirst()
                continue
            }
            if let name = spared.first(where: { rest.hasPrefix($0) }) {
                out += name
                rest = rest.dropFirst(name.count)
                continue
            }
            let word = rest.prefix { $0.isLetter || $0.isNumber }
            rest = rest[word.endIndex...]
            guard let (short, meaning) = lookUp(word, followedBy: rest),
                let new = replacement(short, meaning, out.last)
            else {
                out += word
                continue
            }
            out += out.isEmpty ? new.capitalisedFirst : new
        }
        return out
    }

    private func lookUp(_ word: Substring, followedBy rest: Substring) -> (Short, String)? {
        let isPlural = meanings[String(word)] == nil && word.hasSuffix("s")
        let singular = String(isPlural ? word.dropLast() : word)
        guard var meaning = meanings[singular] else { return nil }
        if isPlural { meaning = meaning.pluralised }
        // Part of a proper name, "SEND Partnership Board": its words take capitals too.
        let next = rest.prefix(3)
        if next.count == 3, next.first == " ", next.dropFirst().first?.isUppercase == true,
            next.last?.isLowercase == true
        {
            meaning = meaning.titleCased
        }
        return (Short(word: String(word), singular: singular), meaning)
    }
}

extension String {
    /// `plan` → `plans`; good enough for the head nouns of what acronyms stand for.
    fileprivate var pluralised: String {
        if hasSuffix("y"), let before = dropLast().last, !"aeiou".contains(before) { return dropLast() + "ies" }
        return self + "s"
    }

    fileprivate var titleCased: String {
        split(separator: " ").map { word in
            ["and", "in", "of", "or", "the", "to"].contains(word) ? String(word) : String(word).capitalisedFirst
        }.joined(separator: " ")
    }
}
