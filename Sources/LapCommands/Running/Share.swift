import Foundation
import Partnership
import ProfileFile
import Register
import StrictYAML
import Synchronization
import Workflow
import WorkflowFile

/// The files that come with lap: workflows, profiles, calendars and templates. Found by this one type:
/// `LAP_SHARE`, then `share/lap` beside the program's folder, then the checkout it was built in.
struct Share: Sendable {
    let root: URL
    /// The register's own `.lap`, whose files go first.
    let own: URL?

    init(_ context: Context, own: URL? = nil) throws {
        self.own = own
        if let named = context.environment["LAP_SHARE"], !named.isEmpty {
            root = context.file(named)
            guard Share.isShare(root) else {
                throw Failure(
                    .configuration, "LAP_SHARE names a folder without Workflows and Data.",
                    hint: "Unset it, or point it at an installation's share/lap.")
            }
            return
        }
        let folder = context.executable?.resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [folder?.appending(path: "../share/lap").standardizedFileURL].compactMap { $0 }
        // In a checkout the program lies some folders below .build.
        var above = folder
        for _ in 0..<6 {
            above?.deleteLastPathComponent()
            if let above { candidates.append(above) }
        }
        guard let found = candidates.first(where: Share.isShare) else {
            throw Failure(
                .configuration, "The files that come with lap are not where they should be.",
                hint: "Install it with script/install, or set LAP_SHARE to the folder that holds Workflows and Data.")
        }
        root = found
    }

    private static func isShare(_ folder: URL) -> Bool {
        ["Workflows/issue.yaml", "Data/calendars"].allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
        }
    }

    var templates: URL { root.appending(path: "Data/templates") }

    /// The workflows there are, by name.
    func workflowNames() throws -> [String] {
        var names = Set(try yamlNames(in: root.appending(path: "Workflows")))
        if let own { names.formUnion((try? yamlNames(in: own.appending(path: "workflows"))) ?? []) }
        return names.sorted()
    }

    private func yamlNames(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
            .map { String($0.dropLast(5)) }
    }

    /// The register has its own version of a workflow.
    func hasOwn(_ name: String) -> Bool {
        own.map { FileManager.default.fileExists(atPath: $0.appending(path: "workflows/\(name).yaml").path) } ?? false
    }

    func workflowFile(_ name: String) -> URL {
        if let own, hasOwn(name) { return own.appending(path: "workflows/\(name).yaml") }
        return root.appending(path: "Workflows/\(name).yaml")
    }

    func profile(_ name: String) throws -> [SourceText] {
        let folder = root.appending(path: "Data/\(name)")
        let known = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Data").path).filter {
            FileManager.default.fileExists(atPath: root.appending(path: "Data/\($0)/profile.yaml").path)
        }
        guard known.contains(name) else {
            throw Failure(
                .badData, "There is no profile called “\(name)”.",
                hint: NearMiss.hint(for: name, among: known) ?? "Known: \(known.sorted().joined(separator: ", ")).")
        }
        return try texts(in: folder)
    }

    func calendars() throws -> Calendars {
        try CalendarFile.read(texts(in: root.appending(path: "Data/calendars"))).get()
    }

    private func texts(in folder: URL) throws -> [SourceText] {
        try yamlNames(in: folder).sorted().map { name in
            SourceText(
                name: "\(name).yaml",
                text: try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8))
        }
    }

    /// What the register does for a workflow, and so what a workflow file may ask of it.
    static let host = Host.partnership(
        calendars: ["england-and-wales", "scotland", "northern-ireland", "united-kingdom"])

    /// The definition a text holds, read once however often a command line needs it.
    private static func definition(_ text: String, _ name: String) throws -> Definition {
        if let known = known.withLock({ $0[text] }) { return known }
        let definition = try WorkflowFile.read(text, name: "\(name).yaml", host: host).get()
        known.withLock { $0[text] = definition }
        return definition
    }

    private static let known = Mutex<[String: Definition]>([:])

    func rulebook() -> Rulebook {
        Rulebook(
            source: { name in
                let file = workflowFile(name)
                guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                    throw Failure(
                        .configuration, "The workflow \(name) has no readable file.",
                        hint: "It should be UTF-8 text in \(file.lastPathComponent).")
                }
                return text
            },
            read: Share.definition,
            calendars: { try calendars() },
            verify: { if hasOwn($0.name) { try Share.verify($0) } })
    }

    /// Refuses a workflow of the register's own in which something is found that its file does not explain.
    private static func verify(_ definition: Definition) throws {
        let found = definition.verify().unexplained
        guard !found.isEmpty else { return }
        throw Failure(
            .configuration,
            lines: ["This register's own workflow \(definition.name) cannot be used as it is."]
                + found.prefix(10).map(\.sentence),
            hints: ["See where with: lap workflow check \(definition.name)"])
    }
}
