import Mustache

/// Writes a pack as one HTML file: no scripts, no network, its style inside.
struct HTMLWriter {
    let templates: Templates

    /// What the templates see.
    private struct Page {
        let document: PackDocument
        let css: String
    }

    func write(_ document: PackDocument) throws(PackProblem) -> String {
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
        guard let html = library.render(Page(document: document, css: css), withTemplate: name) else {
            throw .template(name: "\(name).mustache", reason: "it is in none of the folders of templates")
        }
        return html.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n") + "\n"
    }
}
