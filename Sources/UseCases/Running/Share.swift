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
    /// What was read of these files before; nil where nothing is kept.
    let kept: KeptReadings?

    /// Nil when the folder does not hold what comes with lap.
    public init?(root: URL, own: URL? = nil) { self.init(root: root, own: own, kept: own.map(KeptReadings.init)) }

    private init?(root: URL, own: URL?, kept: KeptReadings?) {
        let needed = ["Workflows/issue.yaml", "Data/calendars"]
        guard
            needed.allSatisfy({ FileManager.default.fileExists(atPath: root.appending(path: $0).path) })
        else { return nil }
        self.root = root
        self.own = own
        self.kept = kept
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

    /// The same files with those of a register's own before them, of which nothing is kept: it is only being made.
    func with(own: URL) -> Share { Share(root: root, own: own, kept: nil) ?? self }

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
        let sources = try calendarTexts()
        let read = { try CalendarFile.read(sources).get() }
        guard let kept else { return try read() }
        return try kept.value("calendars", of: sources.flatMap { [$0.name, $0.text] }, read)
    }

    /// The same, read from the texts themselves in place of what is kept of them.
    public func calendarsProved() throws -> Calendars {
        kept?.drop("calendars", of: try calendarTexts().flatMap { [$0.name, $0.text] })
        return try calendars()
    }

    private func calendarTexts() throws -> [SourceText] {
        try texts(in: root.appending(path: "Data/calendars"))
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
    func definition(_ text: String, _ name: String) throws -> Definition {
        let memory = Share.memory
        if let known = memory[text] { return known }
        let read = {
            memory.noteRead(text)
            return try Share.definitionAnew(text, name)
        }
        let definition = try kept?.value("workflow \(name)", of: [text], read) ?? read()
        memory[text] = definition
        return definition
    }

    /// The same, read from the text itself in place of what is kept of it, unless this process has read that.
    func definitionProved(_ text: String, _ name: String) throws -> Definition {
        let memory = Share.memory
        if memory.hasRead(text), let known = memory[text] { return known }
        kept?.drop("workflow \(name)", of: [text])
        memory[text] = nil
        return try definition(text, name)
    }

    static func definitionAnew(_ text: String, _ name: String) throws -> Definition {
        try WorkflowFile.read(text, name: "\(name).yaml", host: host).get()
    }

    /// The definition of a workflow that comes with lap, whatever a register has of its own.
    public func shippedDefinition(_ name: String) throws -> Definition {
        try (Share(root: root, own: nil, kept: kept) ?? self).rulebook().definition(name)
    }

    /// What this process has read already; a task can have a memory of its own.
    @TaskLocal static var memory = ReadMemory()

    /// What is kept of these files, and of other texts, that is not what they say: each a sentence. It is taken away.
    func keptFaults(_ pinned: [(workflow: String, text: String)]) throws -> [String] {
        guard let kept else { return [] }
        var wrong: [String] = []
        let current = try workflowNames().map { name in
            (workflow: name, text: try String(contentsOf: workflowFile(name), encoding: .utf8))
        }
        for (name, text) in pinned + current {
            guard let definition = try? Share.definitionAnew(text, name) else { continue }
            if kept.removes("workflow \(name)", of: [text], unless: definition) { wrong.append("the workflow \(name)") }
        }
        let calendars = try calendarTexts()
        if let read = try? CalendarFile.read(calendars).get(),
            kept.removes("calendars", of: calendars.flatMap { [$0.name, $0.text] }, unless: read)
        {
            wrong.append("the calendars")
        }
        return wrong.map { "What was kept of \($0) was not what the text says. It is taken away, and made anew." }
    }

    /// The workflow of a name as its file says, for what others have to know of it; nil when there is none that can be read.
    public func workflow(_ name: String) -> Definition? {
        guard let text = try? String(contentsOf: workflowFile(name), encoding: .utf8) else { return nil }
        return try? definition(text, name)
    }

    /// Verified, and nothing found.
    private static let sound = Mutex<Set<String>>([])

    public func rulebook() -> Rulebook {
        var prove: (@Sendable () throws -> Calendars)?
        if kept != nil { prove = { try calendarsProved() } }
        return Rulebook(
            source: { name in
                let file = workflowFile(name)
                guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                    throw ConfigurationProblem(
                        "The workflow \(name) has no readable file.",
                        remedies: [.say("It should be UTF-8 text in \(file.lastPathComponent).")])
                }
                return text
            },
            read: definition, readAnew: Share.definitionAnew, prove: definitionProved,
            calendars: { try calendars() }, proveCalendars: prove,
            verify: { if hasOwn($0.name) { try verify($0) } },
            tellsOf: { text, matters, view in
                let told = try KnownDetails(telling: matters, from: view).guarding(ordinaryWords()) { _ in [:] }
                    .told(in: text)
                return told.map { $0.section == "title" ? $0.ref : "\($0.ref), \($0.section)" }
            })
    }

    /// Refuses workflows of the register's own that cannot be used.
    func verifyOwn() throws {
        let rulebook = rulebook()
        for name in try workflowNames() where hasOwn(name) { try verify(rulebook.definition(name)) }
    }

    /// Refuses a workflow of the register's own in which something is found that its file does not explain.
    private func verify(_ definition: Definition) throws {
        // What a file promises and explains is no part of what it means.
        let form = definition.canonicalForm + "\(definition.promises)\(definition.waivers)"
        let astray = Share.host.findings(on: definition, beside: workflow)
        if astray.isEmpty, Share.sound.withLock({ $0.contains(form) }) { return }
        let found =
            astray
            + definition.verify(calendars: try calendars(), by: Self.host.acts(on: definition)).unexplained
        guard !found.isEmpty else {
            Share.sound.withLock { _ = $0.insert(form) }
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
