import Foundation

/// Reads what a written PDF says, with programs that know nothing of how it was made: its pages, its metadata, and every
/// text of its objects (bookmarks, labels, alternative texts, names of attachments).
struct PDFText {
    private let pdftotext: Tool
    private let pdfinfo: Tool
    private let qpdf: Tool

    init(environment: [String: String]) throws(PackProblem) {
        func find(_ name: String, _ package: String) throws(PackProblem) -> Tool {
            guard let path = Tool.onPath(name, environment) else {
                throw .missingTool(
                    name: name,
                    install:
                        "Without it a PDF cannot be searched for personal details: run script/bootstrap, or install "
                        + "\(package) (on Debian: apt-get install \(package)).")
            }
            return Tool(name: name, path: path)
        }
        pdftotext = try find("pdftotext", "poppler-utils")
        pdfinfo = try find("pdfinfo", "poppler-utils")
        qpdf = try find("qpdf", "qpdf")
    }

    /// What its pages say.
    func pages(_ path: String, as place: String) async throws -> [WrittenText] {
        [
            WrittenText(
                place, Self.unturned(try await pdftotext.run(["-q", "-raw", "-enc", "UTF-8", path, "-"])),
                hasPages: true)
        ]
    }

    func texts(_ path: String) async throws -> [WrittenText] {
        // In the order in which the file holds the text, so that what wraps in a table's cell stays together; then in the
        // order in which the page shows it.
        let raw = try await pdftotext.run(["-q", "-raw", "-enc", "UTF-8", path, "-"])
        let shown = try await pdftotext.run(["-q", "-enc", "UTF-8", path, "-"])
        let metadata = try await pdfinfo.run(["-meta", path])
        let information = try await pdfinfo.run(["-enc", "UTF-8", path])
        let attachments = try await qpdf.run(["--list-attachments", path])
        guard !String(decoding: attachments, as: UTF8.self).contains("->") else {
            throw PackProblem.toolFailed(name: "typst", said: "it put an attachment in, which cannot be searched")
        }
        let objects = try await qpdf.run(["--json", "--json-key=qpdf", "--json-stream-data=none", path])
        return [
            WrittenText("the PDF", Self.unturned(raw), hasPages: true),
            WrittenText("the PDF", Self.unturned(shown), hasPages: true),
            WrittenText("the PDF’s metadata", HTMLText.decoded(String(decoding: metadata, as: UTF8.self))),
            WrittenText("the PDF’s metadata", String(decoding: information, as: UTF8.self)),
            WrittenText("the PDF’s bookmarks and labels", try Self.strings(Data(objects))),
        ]
    }

    /// Whether it tells programs what is a heading, a list, a table, and in which order it is read.
    func isTagged(_ path: String) async throws -> Bool {
        guard let told = try? await pdfinfo.run(["-enc", "UTF-8", path]) else { return false }
        return String(decoding: told, as: UTF8.self).contains(/(?m)^Tagged:\s+yes/)
    }

    /// Without the marks by which the program tells in which direction something reads.
    private static func unturned(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        return String(String.UnicodeScalarView(text.filter { $0 == "\u{0C}" || !$0.isControl }))
    }

    /// The texts among the objects: qpdf marks them `u:`; other strings are names and numbers of the format.
    private static func strings(_ json: Data) throws -> String {
        var texts: [String] = []
        func collect(_ value: Any) {
            switch value {
            case let text as String where text.hasPrefix("u:"): texts.append(String(text.dropFirst(2)))
            case let list as [Any]: list.forEach(collect)
            case let object as [String: Any]: object.values.forEach(collect)
            default: break
            }
        }
        guard let object = try? JSONSerialization.jsonObject(with: json) else {
            throw PackProblem.toolFailed(name: "qpdf", said: "its answer cannot be read")
        }
        collect(object)
        return texts.joined(separator: "\n")
    }
}
