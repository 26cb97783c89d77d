import Foundation

/// Fonts of the machine for what the papers' own lacks: Debian's Noto. Only those that a text needs are looked at, so
/// a paper in English is the same bytes whatever a machine has.
struct ScriptFonts {
    struct Font: Hashable {
        let family: String
        let files: [String]
        /// Debian's.
        let package: String
        /// Whose letters it is for; nil for one that has those of many.
        let system: String?

        init(_ family: String, _ file: String? = nil, package: String = "fonts-noto-core", for system: String? = nil) {
            let file = file ?? family.filter { $0 != " " }
            self.family = family
            self.package = package
            self.system = system
            files = file.contains(".") ? [file] : ["\(file)-Regular.ttf", "\(file)-Bold.ttf"]
        }

        init(cjk family: String) {
            (self.family, package, system) = (family, "fonts-noto-cjk", "CJK")
            files = ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"]
        }
    }

    static let all =
        [Font("Noto Sans"), Font("Noto Naskh Arabic", for: "Arabic")]
        + WritingSystem.all.map(\.name).filter { !["Arabic", "CJK", "Hangul", "Greek", "Tibetan"].contains($0) }.map {
            Font("Noto Sans \($0)", for: $0)
        } + [
            Font("Noto Serif Tibetan", for: "Tibetan"), Font(cjk: "Noto Sans CJK SC"),
            Font("Noto Color Emoji", "NotoColorEmoji.ttf", package: "fonts-noto-color-emoji"),
            Font("Noto Sans Math", "NotoSansMath-Regular.ttf"), Font("Noto Sans Symbols"),
            Font("Noto Sans Symbols 2", "NotoSansSymbols2-Regular.ttf"),
        ]

    /// What a text needs.
    struct Choice {
        var fonts: [Font] = []
        var files: [String] = []
        var covered: Set<Unicode.Scalar> = []
    }

    private let folders: [String]

    /// - Parameter environment: `LAP_FONTS` names folders in place of the machine's, with a colon between.
    init(environment: [String: String]) {
        let home = environment["HOME"].map { ["\($0)/.local/share/fonts"] } ?? []
        folders =
            environment["LAP_FONTS"]?.split(separator: ":").map(String.init)
            ?? ["/usr/share/fonts", "/usr/local/share/fonts"] + home
    }

    /// The fonts that set some characters. A symbol that none has is told in words; a letter cannot be.
    func choose(for characters: Set<Unicode.Scalar>) throws(PackProblem) -> Choice {
        var choice = Choice()
        guard !characters.isEmpty else { return choice }
        let places = places()
        var rest = characters
        for font in Self.all where !rest.isEmpty {
            let files = font.files.compactMap { places[$0] }
            guard let first = files.first, let map = FontCharacters(file: first) else { continue }
            let covered = rest.filter { map.has($0) }
            guard !covered.isEmpty else { continue }
            choice.fonts.append(font)
            choice.files += files
            choice.covered.formUnion(covered)
            rest.subtract(covered)
        }
        let letters = rest.filter {
            $0.properties.isAlphabetic || [.nonspacingMark, .spacingMark].contains($0.properties.generalCategory)
        }
        if let letter = letters.min() { throw Self.missing(letter) }
        return choice
    }

    private static func missing(_ letter: Unicode.Scalar) -> PackProblem {
        let system = WritingSystem.of(letter)?.name
        let font =
            all.first { $0.system != nil && $0.system == (system == "Hangul" ? "CJK" : system) } ?? all[0]
        let script = system ?? (letter.properties.name ?? "another").split(separator: " ")[0].capitalized
        return .missingFont(script: script, font: font.family, package: font.package)
    }

    /// The paths of all fonts by the names of their files.
    private func places() -> [String: String] {
        let wanted = Set(Self.all.flatMap(\.files))
        var places: [String: String] = [:]
        for folder in folders {
            for name in FileManager.default.subpaths(atPath: folder) ?? [] {
                let file = String(name.split(separator: "/").last ?? "")
                if wanted.contains(file), places[file] == nil { places[file] = "\(folder)/\(name)" }
            }
        }
        return places
    }
}
