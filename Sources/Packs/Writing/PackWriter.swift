import Foundation
import Partnership

/// Makes packs, and keeps only those whose written bytes hold nothing that their audience may not see.
public struct PackWriter: Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case html, pdf
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
        try HTMLWriter(templates: templates).write(document)
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
    ///   - record: is given the files, and what they were set from, when all were searched and before anybody has them; when it throws, nobody gets them.
    /// - Throws: `PackProblem`, and what `record` throws.
    public func write(
        _ pack: Pack, edition: Edition, stage: PackStage = .issued, correction: PackCorrection? = nil,
        formats: [Format], to folder: String, guarding: PackGuard,
        record: ([ReadyFile], _ model: Data) throws -> Void = { _, _ in }
    ) async throws -> WrittenPack {
        let tools = try tools(for: formats)
        let document = try document(of: pack, for: edition, stage: stage, correction: correction)
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        // The HTML is searched whether or not it is kept: it has every word without page breaks between.
        let html = try HTMLWriter(templates: templates).write(document)
        let (written, read) = try await set(document, html: html, as: formats, in: working.path, by: tools)
        let texts = HTMLText.texts(html) + read
        let name = pack.fileName(for: edition, stage: stage, correction: correction)
        let search = PackSearch(pack: pack, edition: edition, knowledge: guarding)
        let blank = search.blank.document(
            for: edition, acronyms: try templates.acronyms(), stage: stage, correction: correction)
        let own = HTMLText.texts(try HTMLWriter(templates: templates).write(blank))
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

    /// A pack as it would be set.
    public func document(
        of pack: Pack, for edition: Edition, stage: PackStage, correction: PackCorrection?
    ) throws(PackProblem) -> PackDocument {
        pack.document(for: edition, acronyms: try templates.acronyms(), stage: stage, correction: correction)
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
        let tools = try tools(for: formats)
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        var ready = files
        if let document, let guarding, !formats.isEmpty {
            let html = try HTMLWriter(templates: templates).write(document)
            let (written, read) = try await set(document, html: html, as: formats, in: working.path, by: tools)
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
    /// - Parameter html: the same as HTML.
    /// - Returns: the files, in the order of all formats, and what is read back from their bytes.
    private func set(
        _ document: PackDocument, html: String, as formats: [Format], in aside: String,
        by tools: (typst: Typst, reader: PDFText)?
    ) async throws -> (files: [(format: Format, path: String)], texts: [WrittenText]) {
        var texts: [WrittenText] = []
        var written: [(format: Format, path: String)] = []
        for format in Format.allCases where formats.contains(format) {
            let path = "\(aside)/pack.\(format.rawValue)"
            switch format {
            case .html:
                try output(path) { try Data(html.utf8).write(to: URL(filePath: path)) }
                texts += HTMLText.texts(try text(path))
            case .pdf:
                guard let tools else { throw Typst.missing }
                try await PDFWriter(templates: templates, fonts: "\(data)/fonts", typst: tools.typst)
                    .write(document, in: aside, to: path)
                texts += try await tools.reader.texts(path)
            }
            written.append((format, path))
        }
        return (written, texts)
    }

    /// The programs that some formats need; nil where they need none.
    private func tools(for formats: [Format]) throws(PackProblem) -> (typst: Typst, reader: PDFText)? {
        guard formats.contains(.pdf) else { return nil }
        return (try Typst.find(data: data, environment: environment), try PDFText(environment: environment))
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

    private func text(_ path: String) throws(PackProblem) -> String { String(decoding: try data(path), as: UTF8.self) }

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
            let reason =
                (error as? CocoaError)?.code == .fileWriteNoPermission ? "permission denied" : "the disk refused"
            throw .output(path: path, reason: reason)
        }
    }
}
