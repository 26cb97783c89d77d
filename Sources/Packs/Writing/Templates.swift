import Foundation

/// Where templates are read from: folders in order, a partnership's own first, so that it can replace any by its name.
public struct Templates: Hashable, Sendable {
    public let folders: [String]

    public init(folders: [String]) {
        self.folders = folders
    }

    /// The text of a template, `pack.mustache`, from the first folder that has it.
    func read(_ name: String) throws(PackProblem) -> String {
        for folder in folders {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw .template(name: name, reason: "it is not UTF-8")
            }
            return text
        }
        throw .template(name: name, reason: "it is in none of the folders of templates")
    }

    /// The names of the templates that end in `.mustache` or another extension, over all folders, sorted.
    func names(endingIn suffix: String) -> [String] {
        var names: Set<String> = []
        for folder in folders {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            where name.hasSuffix(suffix) {
                names.insert(name)
            }
        }
        return names.sorted()
    }

    /// The acronyms that packs spell out.
    func acronyms() throws(PackProblem) -> Acronyms {
        let name = "acronyms.json"
        let text = try read(name)
        guard let meanings = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
            throw .template(name: name, reason: "it is not an object of texts")
        }
        return Acronyms(meanings)
    }
}
