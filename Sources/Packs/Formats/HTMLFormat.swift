import Foundation
import Mustache

/// One HTML file: no scripts, no network, its style inside.
struct HTMLFormat: PackFormat {
    let templates: Templates

    /// What the templates see.
    private struct Page {
        let document: PackDocument
        /// What its contents are of; nil where it has none.
        let contents: PackDocument?
        let css: String
    }

    func write(_ document: PackDocument, to path: String, in folder: String) throws {
        try Data(html(of: document).utf8).write(to: URL(filePath: path))
    }

    func texts(of path: String) throws -> [WrittenText] {
        HTMLText.texts(String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
    }

    func html(of document: PackDocument) throws(PackProblem) -> String {
        HTMLEscaping.register()
        let css = try templates.read("pack.css")
        // A style that closes its own element or asks for anything from elsewhere would not be one file any more.
        for word in ["</", "@import", "url("] where css.lowercased().contains(word) {
            throw .template(name: "pack.css", reason: "it holds \(word)")
        }
        var library = MustacheLibrary()
        for name in templates.names(endingIn: ".mustache") {
            let text = try templates.read(name)
            guard text.hasPrefix(HTMLEscaping.pragma) else {
                throw .template(name: name, reason: "its first line is not \(HTMLEscaping.pragma)")
            }
            do {
                try library.register(text, named: String(name.dropLast(".mustache".count)))
            } catch {
                throw .template(name: name, reason: "\(error)")
            }
        }
        let name = document.kind == .letter ? "letter" : "pack"
        guard
            let html = library.render(
                Page(document: document.labelled, contents: document.hasContents ? document : nil, css: css),
                withTemplate: name)
        else {
            throw .template(name: "\(name).mustache", reason: "it is in none of the folders of templates")
        }
        let lines = html.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        return Self.marking(lines.joined(separator: "\n") + "\n")
    }

    /// With the language and direction of every stretch of text in another script, and with places where words break that no
    /// line has room for; whatever template they stand in.
    private static func marking(_ html: String) -> String {
        guard let body = html.range(of: "<body") else { return html }
        var out = String(html[..<body.lowerBound])
        var rest = html[body.lowerBound...]
        while let open = rest.firstIndex(of: "<") {
            out += marked(rest[..<open])
            let end = rest[open...].firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
            out += rest[open..<end]
            rest = rest[end...]
        }
        return out + marked(rest)
    }

    private static func marked(_ text: Substring) -> String {
        guard text.contains(longWord) || text.unicodeScalars.contains(where: { WritingSystem.of($0) != nil }) else {
            return String(text)
        }
        return WritingSystem.runs(of: text).map { run in
            guard let system = run.system, let language = run.language else { return breaking(run.text) }
            let direction = system.isRightToLeft ? " dir=\"rtl\"" : ""
            return "<span lang=\"\(language)\"\(direction)>\(run.text)</span>"
        }.joined()
    }

    /// Behind a hyphen a line breaks by itself.
    private static var longWord: Regex<Substring> { /[^\s&;\-]{31,}/ }

    private static func breaking(_ text: String) -> String {
        text.replacing(longWord) { match in
            var word = match.0[...]
            var parts: [Substring] = []
            while !word.isEmpty {
                parts.append(word.prefix(20))
                word = word.dropFirst(20)
            }
            return parts.joined(separator: "<wbr>")
        }
    }
}

extension PackDocument {
    /// The same with labels at the cells of its tables.
    fileprivate var labelled: PackDocument {
        func labelled(_ section: PackSection) -> PackSection {
            var section = section
            section.blocks = section.blocks.map {
                if case .table(let table) = $0 { .table(table.labelled) } else { $0 }
            }
            section.sections = section.sections.map(labelled)
            return section
        }
        var document = self
        document.sections = sections.map(labelled)
        return document
    }
}
