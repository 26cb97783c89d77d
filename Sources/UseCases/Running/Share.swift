import Foundation
import Packs
import Partnership
import ProfileFile
import Register
import StrictYAML
import Synchronization
import Workflow
import WorkflowFile
import WorkflowProof

/// The files that come with lap, and those of the register's own that go before them: workflows, profiles, calendars and
/// templates. Which folder it is, each door finds in its own way.
public struct Share: Sendable {
    /// The folder that holds `Workflows` and `Data`.
    public let root: URL
    /// The register's own `.lap`, whose files go first.
    public let own: URL?

    /// Nil when the folder does not hold what comes with lap.
    public init?(root: URL, own: URL? = nil) {
        let needed = ["Workflows/issue.yaml", "Data/calendars"]
        guard
            needed.allSatisfy({ FileManager.default.fileExists(atPath: root.appending(path: $0).path) })
        else { return nil }
        self.root = root
        self.own = own
    }

    /// The words that are no names by themselves. Throws `PackProblem` when the list is not there.
    public func ordinaryWords() throws -> OrdinaryWords { try OrdinaryWords(data: root.appending(path: "Data").path) }

    public var templates: URL { root.appending(path: "Data/templates") }

    /// The workflows there are, by name.
    public func workflowNames() throws -> [String] {
        var names = Set(try yamlNames(in: root.appending(path: "Workflows")))
        if let own { names.formUnion((try? yamlNames(in: own.appending(path: "workflows"))) ?? []) }
        return names.sorted()
    }

    private func yamlNames(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
            .map { String($0.dropLast(5)) }
    }

    /// The register has its own version of a workflow.
    public func hasOwn(_ name: String) -> Bool {
        own.map { FileManager.default.fileExists(atPath: $0.appending(path: "workflows/\(name).yaml").path) } ?? false
    }

    public func workflowFile(_ name: String) -> URL {
        if let own, hasOwn(name) { return own.appending(path: "workflows/\(name).yaml") }
        return root.appending(path: "Workflows/\(name).yaml")
    }

    /// The same files with those of a register's own before them.
    func with(own: URL) -> Share { Share(root: root, own: own) ?? self }

    public func profile(_ source: ProfileSource) throws -> [SourceText] {
        switch source {
        case .named(let name): return try profile(name)
        case .folder(let folder):
            let names = try? yamlNames(in: folder)
            guard let names, !names.isEmpty else {
                throw RegisterError.notFound(
                    "There is no profile in that folder.",
                    remedies: [.say("A profile is a folder of YAML files, such as the one of Data/lancashire.")])
            }
            return try texts(in: folder)
        }
    }

    private func profile(_ name: String) throws -> [SourceText] {
        let folder = root.appending(path: "Data/\(name)")
        let known = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Data").path).filter {
            FileManager.default.fileExists(atPath: root.appending(path: "Data/\($0)/profile.yaml").path)
        }
        guard known.contains(name) else {
            throw RegisterError.badInput(
                "There is no profile called “\(name)”.",
                remedies: .said(
                    NearMiss.hint(for: name, among: known) ?? "Known: \(known.sorted().joined(separator: ", "))."))
        }
        return try texts(in: folder)
    }

    public func calendars() throws -> Calendars {
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
    public static let host = Host.partnership(
        calendars: ["england-and-wales", "scotland", "northern-ireland", "united-kingdom"])

    /// The definition a text holds, read once however often a command line needs it.
    static func definition(_ text: String, _ name: String) throws -> Definition {
        if let known = known.withLock({ $0[text] }) { return known }
        let definition = try WorkflowFile.read(text, name: "\(name).yaml", host: host).get()
        known.withLock { $0[text] = definition }
        return definition
    }

    private static let known = Mutex<[String: Definition]>([:])
    /// Verified, and nothing found.
    private static let sound = Mutex<Set<String>>([])

    public func rulebook() -> Rulebook {
        Rulebook(
            source: { name in
                let file = workflowFile(name)
                guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                    throw ConfigurationProblem(
                        "The workflow \(name) has no readable file.",
                        remedies: [.say("It should be UTF-8 text in \(file.lastPathComponent).")])
                }
                return text
            },
            read: Share.definition,
            calendars: { try calendars() },
            verify: { if hasOwn($0.name) { try Share.verify($0) } })
    }

    /// Refuses workflows of the register's own that cannot be used.
    func verifyOwn() throws {
        let rulebook = rulebook()
        for name in try workflowNames() where hasOwn(name) { try Share.verify(rulebook.definition(name)) }
    }

    /// Refuses a workflow of the register's own in which something is found that its file does not explain.
    private static func verify(_ definition: Definition) throws {
        // What a file promises and explains is no part of what it means.
        let form = definition.canonicalForm + "\(definition.promises)\(definition.waivers)"
        if sound.withLock({ $0.contains(form) }) { return }
        let found = definition.verify().unexplained
        guard !found.isEmpty else {
            sound.withLock { _ = $0.insert(form) }
            return
        }
        throw ConfigurationProblem(
            lines: ["This register's own workflow \(definition.name) cannot be used as it is."]
                + found.prefix(10).map(\.sentence),
            remedies: [
                .say("Mend it, or explain there what is found."), .deed("check-workflow", on: definition.name),
            ])
    }
}
