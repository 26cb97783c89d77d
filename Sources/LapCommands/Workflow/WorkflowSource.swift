import Foundation
import StrictYAML
import UseCases
import Workflow
import WorkflowFile

/// A workflow to look at: a file, standard input, one in force by its name, or a version that the register has used.
struct WorkflowSource {
    /// As problems call it: the path as it was given, or `issue.yaml`.
    let name: String
    let text: String
    /// nil for what lies in no file.
    let file: URL?

    /// More than any workflow file may have; what is larger is not read to its end.
    private static let limit = 1 << 20

    /// What a word on the command line means.
    static func named(_ word: String, _ context: Context, _ options: CommonOptions) throws -> WorkflowSource {
        if word == "-" {
            return WorkflowSource(name: "standard input", text: try context.console.readAll(), file: nil)
        }
        let share = try WorkflowCommand.share(context, options)
        let known = try share.workflowNames()
        if known.contains(word) {
            let file = share.workflowFile(word)
            return WorkflowSource(name: file.lastPathComponent, text: try read(file, as: word), file: file)
        }
        let file = context.file(word)
        if word.contains("/") || word.hasSuffix(".yaml") || FileManager.default.fileExists(atPath: file.path) {
            return WorkflowSource(name: Printed.safe(word, limit: 200), text: try read(file, as: word), file: file)
        }
        if let stored = try stored(word, context, options) { return stored }
        throw Failure(
            .notFound, "There is no workflow or file “\(Printed.safe(word, limit: 40))”.",
            hint: NearMiss.hint(for: word, among: known) ?? "Known: \(known.joined(separator: ", ")).")
    }

    /// The definition; every problem of the text is the input's.
    func definition() throws -> Definition {
        switch WorkflowFile.read(text, name: name, host: Share.host) {
        case .success(let definition): return definition
        case .failure(let problems): throw Failure(problems, code: .badData)
        }
    }

    /// A file's text, at most a mebibyte of it.
    static func read(_ file: URL, as word: String) throws -> String {
        let said = Printed.safe(word, limit: 200)
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: limit) ?? Data()
        else {
            throw Failure(.notFound, "The file “\(said)” cannot be read.", hint: "Check its name and who may read it.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(.badData, "“\(said)” is not UTF-8 text.", hint: "Save it as UTF-8.")
        }
        return text
    }

    /// A version that the register has used, by the beginning of its digest.
    private static func stored(
        _ word: String, _ context: Context, _ options: CommonOptions
    ) throws -> WorkflowSource? {
        guard word.utf8.count >= 6, word.allSatisfy(\.isHexDigit),
            (try? Session.find(context, register: options.register)) != nil
        else { return nil }
        let found = try Session(context, options).ask(FindVersion(word))
        return found.map { found in
            WorkflowSource(
                name: "\(found.version.workflow)@\(found.version.digest)", text: found.source, file: nil)
        }
    }
}

extension Failure {
    /// A name that a workflow does not know, with the one that was probably meant.
    static func unknown(_ what: String, _ word: String, among names: [String]) -> Failure {
        Failure(
            .notFound, "There is no \(what) “\(Printed.safe(word, limit: 40))”.",
            hint: NearMiss.hint(for: word, among: names) ?? "Known: \(names.joined(separator: ", ")).")
    }
}
