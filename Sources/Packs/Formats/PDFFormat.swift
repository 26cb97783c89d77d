import Foundation
import Workflow

/// A tagged PDF. Typst reads the pack as JSON, so nothing in its text can be markup.
struct PDFFormat: PackFormat {
    let templates: Templates
    /// The folder of the papers' own fonts.
    let fonts: String
    let others: ScriptFonts
    let typst: Typst
    let reader: PDFText
    let layer: PaperLayer?
    /// The papers that are PDFs.
    let papers: [PackPaper]
    /// Of large letters, whatever its reader asked for.
    let isLarge: Bool

    func write(_ document: PackDocument, to path: String, in folder: String) async throws {
        var document = document
        document.isLargePrint = document.isLargePrint || isLarge
        let plain = Printable.plain(json: String(decoding: try document.json, as: UTF8.self))
        let choice = try others.choose(for: Printable.others(in: plain))
        try write(Printable.text(plain, covered: choice.covered), as: "pack.json", in: folder)
        let scripts = Scripts(of: plain, choice)
        try write(String(decoding: JSONEncoder().encode(scripts), as: UTF8.self), as: "scripts.json", in: folder)
        let laid = LaidPapers(of: document, papers)
        try write(String(decoding: JSONEncoder().encode(laid.told), as: UTF8.self), as: "papers.json", in: folder)
        for name in templates.names(endingIn: ".typ") { try write(templates.read(name), as: name, in: folder) }
        let source = document.kind == .letter ? "letter.typ" : "pack.typ"
        let day = Day(iso: document.date) ?? Day(number: 0)
        let own = laid.papers.isEmpty ? path : Self.own(path)
        try await typst.compile(
            "\(folder)/\(source)", to: own, root: folder, fonts: try fontFolder(choice, in: folder),
            timestamp: day.number * 86_400)
        guard let layer, own != path else { return }
        let files = laid.papers.indices.map { "\(folder)/paper-\($0).pdf" }
        for (paper, file) in zip(laid.papers, files) { try paper.contents.write(to: URL(filePath: file)) }
        try await layer.lay(files, being: laid.papers.compactMap(\.look), into: own, to: path)
    }

    /// What the pack says itself, and what it says with the papers that were laid in.
    func texts(of path: String) async throws -> [WrittenText] {
        guard FileManager.default.fileExists(atPath: Self.own(path)) else { return try await reader.texts(path) }
        return try await reader.texts(Self.own(path)) + reader.texts(path).map(\.others)
    }

    /// A pack before papers are laid in.
    private static func own(_ path: String) -> String { "\(path).own" }

    /// What the templates are told of scripts other than the papers' own.
    private struct Scripts: Encodable {
        struct System: Encodable {
            let pattern: String
            let language: String
            let isRightToLeft: Bool
        }

        /// The fonts that set them, in order.
        let families: [String]
        let systems: [System]

        init(of text: String, _ choice: ScriptFonts.Choice) {
            families = choice.fonts.map(\.family)
            let runs = Dictionary(grouping: WritingSystem.runs(of: text)) { $0.system }
            systems = WritingSystem.all.compactMap { system in
                guard let runs = runs[system] else { return nil }
                return System(
                    pattern: system.pattern, language: system.language(of: runs.map(\.text).joined()),
                    isRightToLeft: system.isRightToLeft)
            }
        }
    }

    /// The folder that Typst takes fonts from: none but the papers' own and those that were chosen.
    private func fontFolder(_ choice: ScriptFonts.Choice, in folder: String) throws -> String {
        guard !choice.files.isEmpty else { return fonts }
        let files = FileManager.default
        let chosen = "\(folder)/fonts"
        try files.createDirectory(atPath: chosen, withIntermediateDirectories: true)
        let own = try files.contentsOfDirectory(atPath: fonts).map { URL(filePath: "\(fonts)/\($0)").path }
        for file in own + choice.files {
            let link = "\(chosen)/\((file as NSString).lastPathComponent)"
            try? files.removeItem(atPath: link)
            try files.createSymbolicLink(atPath: link, withDestinationPath: file)
        }
        return chosen
    }

    private func write(_ text: String, as name: String, in folder: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
}
