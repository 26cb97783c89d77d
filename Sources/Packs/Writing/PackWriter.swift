import Foundation
import Partnership

/// Makes packs, and keeps only those whose written bytes hold nothing that their audience may not see.
public struct PackWriter: Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case html, pdf
        /// A PDF of large letters.
        case largePrint = "large-print.pdf"
        case docx
        case markdown = "md"
        case json
        /// Of what tells of days to come alone.
        case calendar = "ics"

        /// What it is called; in file names it may have more behind a point.
        public var name: String { self == .largePrint ? "large-print" : rawValue }
        var isPDF: Bool { self == .pdf || self == .largePrint }
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
    let data: String
    let environment: [String: String]

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
    ///   - papers: the files that go out with it; what a format can hold of them it holds.
    ///   - record: is given the files, and what they were set from, when all were searched and before anybody
    ///     has them; when it throws, nobody gets them.
    /// - Throws: `PackProblem`, and what `record` throws.
    public func write(
        _ pack: Pack, edition: Edition, stage: PackStage = .issued, correction: PackCorrection? = nil,
        difference: PackDifference? = nil, formats: [Format], papers: [PackPaper] = [], to folder: String,
        guarding: PackGuard, record: ([ReadyFile], _ model: Data) throws -> Void = { _, _ in }
    ) async throws -> WrittenPack {
        let document = try document(
            of: pack, for: edition, stage: stage, correction: correction, difference: difference)
        let ways = try ways(to: formats, of: document, laying: papers)
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        let (written, leaks, suspects) = try await searched(
            pack, document, edition: edition, stage: stage, correction: correction, by: ways, with: papers,
            in: working.path, guarding)
        let name = pack.fileName(for: edition, stage: stage, correction: correction)
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

    /// What is found in the bytes of the files that a pack would be, which are kept nowhere.
    ///
    /// - Returns: what stops it, and what somebody has to look at before it is issued.
    public func findings(
        in pack: Pack, edition: Edition, formats: [Format], papers: [PackPaper] = [], guarding: PackGuard
    ) async throws -> (stops: [PersonalFinding], suspects: [PersonalFinding]) {
        let document = try document(of: pack, for: edition, stage: .issued, correction: nil)
        let ways = try ways(to: formats, of: document, laying: papers)
        let working = try workingFolder(in: FileManager.default.temporaryDirectory.path)
        defer { working.remove() }
        let (_, stops, suspects) = try await searched(
            pack, document, edition: edition, stage: .issued, correction: nil, by: ways, with: papers,
            in: working.path, guarding)
        return (stops, suspects)
    }

    /// Sets a pack in a folder to work in, and searches what was written.
    private func searched(
        _ pack: Pack, _ document: PackDocument, edition: Edition, stage: PackStage, correction: PackCorrection?,
        by ways: [(format: Format, way: any PackFormat)], with papers: [PackPaper], in folder: String,
        _ guarding: PackGuard
    ) async throws -> (
        files: [(format: Format, path: String)], leaks: [PersonalFinding], suspects: [PersonalFinding]
    ) {
        // The HTML is searched whether or not it is kept: it has every word without page breaks between.
        let html = HTMLFormat(templates: templates)
        let (written, read) = try await set(document, by: ways, with: papers, in: folder)
        let texts =
            try await texts(of: papers, in: folder) + HTMLText.texts(html.html(of: document.saying(papers))) + read
        let search = PackSearch(pack: pack, edition: edition, knowledge: guarding)
        let blank = search.blank.document(
            for: edition, acronyms: try templates.acronyms(), stage: stage, correction: correction)
        let own = HTMLText.texts(try html.html(of: blank))
        let (leaks, suspects) = try search.findings(in: texts, own: own)
        return (written, leaks, suspects)
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
    ///   - papers: the files that go out with it; what a format can hold of them it holds.
    ///   - record: is given what was set, before anybody has it; when it throws, nobody gets anything.
    /// - Throws: `PackProblem`, and what `record` throws.
    public func give(
        _ files: [ReadyFile], setting formats: [Format] = [], of document: PackDocument? = nil, name: String,
        title: String, edition: Edition?, papers: [PackPaper] = [], to folder: String, guarding: PackGuard? = nil,
        record: ([ReadyFile]) throws -> Void = { _ in }
    ) async throws -> [WrittenFile] {
        let ways = try ways(to: formats, of: document, laying: papers)
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        var ready = files
        if let document, let guarding, !formats.isEmpty {
            let html = try HTMLFormat(templates: templates).html(of: document.saying(papers))
            let (written, read) = try await set(document, by: ways, with: papers, in: working.path)
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

    /// Throws where a text that goes out with a paper holds a detail that the paper does not.
    public func mustSayNoMore(
        _ text: String, than document: PackDocument, title: String, guarding: PackGuard
    ) throws(PackProblem) {
        let own = HTMLText.texts(try HTMLFormat(templates: templates).html(of: document))
        let added = guarding.additions(in: [WrittenText("the message", text)], to: own)
        guard added.isEmpty else { throw .found(pack: title, paper: nil, added) }
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
        _ document: PackDocument, by ways: [(format: Format, way: any PackFormat)], with papers: [PackPaper] = [],
        in aside: String
    ) async throws -> (files: [(format: Format, path: String)], texts: [WrittenText]) {
        var texts: [WrittenText] = []
        var written: [(format: Format, path: String)] = []
        let said = document.saying(papers)
        for (format, way) in ways {
            let path = "\(aside)/pack.\(format.rawValue)"
            do {
                // As data a pack is what the others are set from.
                texts += try await way.set(format == .json ? document : said, to: path, in: aside)
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
        to formats: [Format], of document: PackDocument?, laying papers: [PackPaper] = []
    ) throws(PackProblem) -> [(format: Format, way: any PackFormat)] {
        if let document, formats.contains(.calendar), document.calendar == nil {
            throw .noCalendar(paper: document.title)
        }
        var ways: [(Format, any PackFormat)] = []
        for format in Format.allCases where formats.contains(format) {
            let way: any PackFormat =
                switch format {
                case .html: HTMLFormat(templates: templates)
                case .pdf, .largePrint:
                    try PDFFormat(
                        templates: templates, fonts: "\(data)/fonts", others: ScriptFonts(environment: environment),
                        typst: Typst.find(data: data, environment: environment),
                        reader: PDFText(environment: environment),
                        layer: papers.contains(where: \.isPDF)
                            ? PaperLayer.find(data: data, environment: environment) : nil,
                        papers: papers, isLarge: format == .largePrint)
                case .docx: DOCXFormat(templates: templates)
                case .markdown: MarkdownFormat()
                case .json: JSONFormat()
                case .calendar: ICSFormat()
                }
            ways.append((format, way))
        }
        return ways
    }

    func workingFolder(in folder: String) throws(PackProblem) -> WorkingFolder {
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

    func output(_ path: String, _ work: () throws -> Void) throws(PackProblem) {
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
