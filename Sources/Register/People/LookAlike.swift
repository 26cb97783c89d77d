import Foundation

/// Names and addresses that a reader takes for one another.
enum LookAlike {
    /// What is left of a text to the eye: without accents, case, spaces and invisible characters, and with the Latin letter in
    /// place of the Greek or Cyrillic one that looks like it, and of the digit.
    static func skeleton(_ text: String) -> String {
        var seen = ""
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control, .spaceSeparator, .dashPunctuation: continue
            default: seen.append(letters[scalar] ?? String(scalar))
            }
        }
        return seen.replacing("rn", with: "m").replacing("vv", with: "w")
    }

    /// A name that could be taken for the register itself.
    static func isTheRegister(_ name: String) -> Bool {
        [Person.system.id, Person.system.name, "register"].map(skeleton).contains(skeleton(name))
    }

    private static let letters: [Unicode.Scalar: String] = [
        "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "i", "м": "m",
        "н": "h", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t", "ц": "u", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y",
        "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
        "υ": "u", "χ": "x", "ω": "w", "ς": "s", "ı": "i", "ɡ": "g", "0": "o", "1": "i", "l": "i", "5": "s", "3": "e",
        "|": "i", "!": "i",
    ]
}

extension View {
    /// The people on record whom somebody of this name or address could be taken for, though they are others.
    public func lookAlikes(of person: Person) throws -> [Person] {
        let name = LookAlike.skeleton(person.name)
        let email = person.email.map(LookAlike.skeleton)
        return try people().filter { other in
            guard other.id != person.id else { return false }
            return LookAlike.skeleton(other.name) == name
                || (email != nil && other.email.map(LookAlike.skeleton) == email)
        }
    }
}
