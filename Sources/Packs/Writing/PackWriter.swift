import Foundation
import Partnership

/// Makes packs, and keeps only those whose written bytes hold nothing that their audience may not see.
public struct PackWriter: Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case html, pdf, docx
        case markdown = "md"
        case json
        /// Of what tells of days to come alone.
        case calendar = "ics"
    }

    /// A file that was written, searched and kept.
    public struct WrittenFile: Hashable, Sendable {
        public let path: String
        public let format: Format
        /// In bytes.
        public let size: Int
    }

    /// A file that was written and searched, and that nobody has yet.
    public struct ReadyFile: Sendable {
        /// The name it is going to have, without a folder.
        public let name: String
        public let format: Format
        public let contents: Data

        public init(name: String, format: Format, contents: Data) {
            self.name = name
            self.format = format
            self.contents = contents
        }
    }

    /// What was kept, and the words in it that somebody has still to look at: a draft may have some.
    public struct WrittenPack: Sendable {
        public let files: [WrittenFile]
        public let suspects: [PersonalFinding]
    }

    private let templates: Templates
    private let data: String
    private let environment: [String: String]

    /// - Parameters:
    ///   - data: the folder that holds `templates` and `fonts`.
    ///   - overrides: folders of templates that come before it, a register's `.lap/templates`; they need not exist.
    ///   - environment: where `PATH` and `LAP_TYPST` are looked up.
    public init(
        data: String, overrides: [String] = [], environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.data = data
        self.environment = environment
        templates = Templates(folders: overrides + ["\(data)/templates"])
    }

    /// A document as one page of HTML, searched for nothing: what is given to those whom it is about.
    public static func page(_ document: PackDocument, templates: Templates) throws(PackProblem) -> String {
        try HTMLFormat(templates: templates).html(of: document)
    }

    /// Writes a pack into a folder, which is made when it is not there. One that replaces what was recalled takes the
    /// place of its own draft.
    ///
    /// Everything is first written aside, where nobody else can read. Only when the last file has been searched are they
    /// moved to their names; on any error nothing new is left, and what was there before stays as it was.
    ///
    /// - Parameters:
    ///   - guarding: what this edition must not hold; what it leaves out of the papers is searched for as well. The papers'
    ///     own access contact may be published, and so may the postcodes and numbers of a venue and of how to join.
    ///   - correction: what it replaces; nil for a pack that replaces none that was recalled.
    ///   - difference: what it says otherwise than the paper before it; nil where none went out.
    ///   - record: is given the files, and what they were set from, when all were searched and before anybody
    ///     has them; when it throws, nobody gets them.
    /// - Throws: `PackProblem`, and what `record` throws.
    public func write(
        _ pack: Pack, edition: Edition, stage: PackStage = .issued, correction: PackCorrection? = nil,
        difference: PackDifference? = nil, formats: [Format], to folder: String, guarding: PackGuard,
        record: ([ReadyFile], _ model: Data) throws -> Void = { _, _ in }
    ) async throws -> WrittenPack {
        let document = try document(
            of: pack, for: edition, stage: stage, correction: correction, difference: difference)
        let ways = try ways(to: formats, of: document)
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        // The HTML is searched whether or not it is kept: it has every word without page breaks between.
        let html = HTMLFormat(templates: templates)
        let (written, read) = try await set(document, by: ways, in: working.path)
        let texts = try HTMLText.texts(html.html(of: document)) + read
        let name = pack.fileName(for: edition, stage: stage, correction: correction)
        let search = PackSearch(pack: pack, edition: edition, knowledge: guarding)
        let blank = search.blank.document(
            for: edition, acronyms: try templates.acronyms(), stage: stage, correction: correction)
        let own = HTMLText.texts(try html.html(of: blank))
        let (leaks, suspects) = try search.findings(in: texts, own: own)
        let found = stage == .draft ? leaks : leaks + suspects
        guard found.isEmpty else {
            throw PackProblem.found(pack: pack.title, paper: pack.subject, found, isFinal: pack.isFinal)
        }
        let ready = try written.map { format, path in
            ReadyFile(name: "\(name).\(format.rawValue)", format: format, contents: try data(path))
        }
        try record(ready, try document.json)
        let files = try written.map { format, path in
            let final = "\(folder)/\(name).\(format.rawValue)"
            let size = try move(path, to: final, isPublic: edition == .public && pack.hasEditions)
            return WrittenFile(path: final, format: format, size: size)
        }
        if stage == .issued, correction != nil {
            // What goes out takes the place of the draft that was made with the recall.
            let draft = pack.fileName(for: edition, stage: .draft, correction: correction)
            for format in Format.allCases {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(draft).\(format.rawValue)")
            }
        }
        return WrittenPack(files: files, suspects: suspects)
    }

    /// The short forms that packs explain.
    func acronyms() throws(PackProblem) -> Acronyms { try templates.acronyms() }

    /// A pack as it would be set.
    public func document(
        of pack: Pack, for edition: Edition, stage: PackStage = .issued, correction: PackCorrection? = nil,
        difference: PackDifference? = nil
    ) throws(PackProblem) -> PackDocument {
        pack.document(
            for: edition, acronyms: try templates.acronyms(), stage: stage, correction: correction,
            difference: difference)
    }

    /// Writes files as they are into a folder, which is made when it is not there, and others that are set from a document
    /// beside them. What is set is searched for whatever the document itself does not say: that was searched when it was
    /// made.
    ///
    /// - Parameters:
    ///   - formats: those to be set.
    ///   - name: theirs, without an extension.
    ///   - title: what the paper is called in messages.
    ///   - edition: whom it is for; nil for a letter.
    ///   - record: is given what was set, before anybody has it; when it throws, nobody gets anything.
    /// - Throws: `PackProblem`, and what `record` throws.
    public func give(
        _ files: [ReadyFile], setting formats: [Format] = [], of document: PackDocument? = nil, name: String,
        title: String, edition: Edition?, to folder: String, guarding: PackGuard? = nil,
        record: ([ReadyFile]) throws -> Void = { _ in }
    ) async throws -> [WrittenFile] {
        let ways = try ways(to: formats, of: document)
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        var ready = files
        if let document, let guarding, !formats.isEmpty {
            let html = try HTMLFormat(templates: templates).html(of: document)
            let (written, read) = try await set(document, by: ways, in: working.path)
            let added = guarding.additions(in: read, to: HTMLText.texts(html))
            guard added.isEmpty else { throw PackProblem.found(pack: title, paper: nil, added) }
            let set = try written.map { format, path in
                ReadyFile(name: "\(name).\(format.rawValue)", format: format, contents: try data(path))
            }
            try record(set)
            ready += set
        }
        return try ready.map { file in
            let path = "\(working.path)/given.\(file.format.rawValue)"
            try output(path) { try file.contents.write(to: URL(filePath: path)) }
            let final = "\(folder)/\(file.name)"
            return WrittenFile(
                path: final, format: file.format, size: try move(path, to: final, isPublic: edition == .public))
        }
    }

    /// Puts files beside a pack, as they are.
    ///
    /// - Returns: their paths.
    public func put(_ files: [(name: String, contents: Data)], in folder: String, isPublic: Bool) throws -> [String] {
        guard !files.isEmpty else { return [] }
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        return try files.map { file in
            let path = "\(working.path)/attached"
            try output(path) { try file.contents.write(to: URL(filePath: path)) }
            _ = try move(path, to: "\(folder)/\(file.name)", isPublic: isPublic)
            return "\(folder)/\(file.name)"
        }
    }

    /// Sets a document in a folder to work in.
    ///
    /// - Returns: the files, in the order of all formats, and what is read back from their bytes.
    private func set(
        _ document: PackDocument, by ways: [(format: Format, way: any PackFormat)], in aside: String
    ) async throws -> (files: [(format: Format, path: String)], texts: [WrittenText]) {
        var texts: [WrittenText] = []
        var written: [(format: Format, path: String)] = []
        for (format, way) in ways {
            let path = "\(aside)/pack.\(format.rawValue)"
            do {
                texts += try await way.set(document, to: path, in: aside)
            } catch let error as CocoaError {
                throw Self.failed(path, error)
            }
            written.append((format, path))
        }
        return (written, texts)
    }

    /// What is read back of a document that is set in a format, and kept nowhere.
    func read(_ document: PackDocument, as format: Format, in folder: String) async throws -> [WrittenText] {
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        return try await set(document, by: ways(to: [format], of: document), in: working.path).texts
    }

    /// How some formats are written, in the order of all formats. Throws where one needs a program that is not there, or what the
    /// document does not have.
    private func ways(
        to formats: [Format], of document: PackDocument?
    ) throws(PackProblem) -> [(format: Format, way: any PackFormat)] {
        if let document, formats.contains(.calendar), document.calendar == nil {
            throw .noCalendar(paper: document.title)
        }
        var ways: [(Format, any PackFormat)] = []
        for format in Format.allCases where formats.contains(format) {
            let way: any PackFormat =
                switch format {
                case .html: HTMLFormat(templates: templates)
                case .pdf:
                    PDFFormat(
                        templates: templates, fonts: "\(data)/fonts", others: ScriptFonts(environment: environment),
                        typst: try Typst.find(data: data, environment: environment),
                        reader: try PDFText(environment: environment))
                case .docx: DOCXFormat(templates: templates)
                case .markdown: MarkdownFormat()
                case .json: JSONFormat()
                case .calendar: ICSFormat()
                }
            ways.append((format, way))
        }
        return ways
    }

    private func workingFolder(in folder: String) throws(PackProblem) -> WorkingFolder {
        do {
            return try WorkingFolder(in: folder)
        } catch {
            throw .output(path: error.folder, reason: error.reason)
        }
    }

    /// What is not for the public is for nobody else on the machine either.
    private func move(_ path: String, to final: String, isPublic: Bool) throws(PackProblem) -> Int {
        guard isPublic || chmod(path, 0o600) == 0, rename(path, final) == 0 else {
            throw .output(path: final, reason: String(cString: strerror(errno)).uncapitalisedFirst)
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: final)
        return (attributes?[.size] as? Int) ?? 0
    }

    private func data(_ path: String) throws(PackProblem) -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .output(path: path, reason: "it cannot be read back")
        }
        return data
    }

    private func output(_ path: String, _ work: () throws -> Void) throws(PackProblem) {
        do {
            try work()
        } catch {
            throw Self.failed(path, error)
        }
    }

    private static func failed(_ path: String, _ error: any Error) -> PackProblem {
        let isRight = (error as? CocoaError)?.code == .fileWriteNoPermission
        return .output(path: path, reason: isRight ? "permission denied" : "the disk refused")
    }
}
