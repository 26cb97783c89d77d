import Foundation
import Workflow

/// Writes a pack as a tagged PDF. Typst reads the pack as JSON, so nothing in its text can be markup.
struct PDFWriter {
    let templates: Templates
    let fonts: String
    let typst: Typst

    /// Works in a folder of its own, and leaves the PDF at `output`.
    func write(_ document: PackDocument, in folder: String, to output: String) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = Printable.json(String(decoding: try encoder.encode(document), as: UTF8.self))
        try Data(json.utf8).write(to: URL(filePath: "\(folder)/pack.json"))
        for name in templates.names(endingIn: ".typ") {
            try Data(templates.read(name).utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        }
        let source = document.kind == .letter ? "letter.typ" : "pack.typ"
        let day = Day(iso: document.date) ?? Day(number: 0)
        try await typst.compile(
            "\(folder)/\(source)", to: output, root: folder, fonts: fonts, timestamp: day.number * 86_400)
    }
}
