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
    ///   - record: is given the files when all were searched and before anybody has them; when it throws, nobody gets them.
    /// - Throws: `PackProblem`, and what `record` throws.
    public func write(
        _ pack: Pack, edition: Edition, stage: PackStage = .issued, correction: PackCorrection? = nil,
        formats: [Format], to folder: String, guarding: PackGuard, record: ([ReadyFile]) throws -> Void = { _ in }
    ) async throws -> WrittenPack {
        let typst = formats.contains(.pdf) ? try Typst.find(data: data, environment: environment) : nil
        let reader = formats.contains(.pdf) ? try PDFText(environment: environment) : nil
        let document = pack.document(
            for: edition, acronyms: try templates.acronyms(), stage: stage, correction: correction)
        let working = try workingFolder(in: folder)
        defer { working.remove() }
        let aside = working.path

        // The HTML is searched whether or not it is kept: it has every word without page breaks between.
        let html = try HTMLWriter(templates: templates).write(document)
        var texts = HTMLText.texts(html)
        var written: [(format: Format, path: String)] = []
        for format in Format.allCases where formats.contains(format) {
            let path = "\(aside)/pack.\(format.rawValue)"
            switch format {
            case .html:
                try output(path) { try Data(html.utf8).write(to: URL(filePath: path)) }
                texts += HTMLText.texts(try text(path))
            case .pdf:
                guard let typst, let reader else { throw Typst.missing }
                try await PDFWriter(templates: templates, fonts: "\(data)/fonts", typst: typst)
                    .write(document, in: aside, to: path)
                texts += try await reader.texts(path)
            }
            written.append((format, path))
        }
        let name = pack.fileName(for: edition, stage: stage, correction: correction)
        let search = PackSearch(pack: pack, edition: edition, knowledge: guarding)
        let blank = search.blank.document(
            for: edition, acronyms: try templates.acronyms(), stage: stage, correction: correction)
        let own = HTMLText.texts(try HTMLWriter(templates: templates).write(blank))
        let (leaks, suspects) = try search.findings(in: texts, own: own)
        guard leaks.isEmpty else { throw PackProblem.leak(pack: pack.title, leaks, isFinal: pack.isFinal) }
        guard suspects.isEmpty || stage == .draft else {
            throw PackProblem.suspect(pack: pack.title, paper: pack.subject, suspects, isFinal: pack.isFinal)
        }
        try record(
            written.map { format, path in
                ReadyFile(name: "\(name).\(format.rawValue)", format: format, contents: try data(path))
            })
        // What is not for the public is for nobody else on the machine either.
        let isOpen = edition == .public && pack.hasEditions
        let files = try written.map { format, path in
            guard isOpen || chmod(path, 0o600) == 0 else {
                throw PackProblem.output(path: path, reason: String(cString: strerror(errno)).uncapitalisedFirst)
            }
            let final = "\(folder)/\(name).\(format.rawValue)"
            let size = try move(path, to: final)
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

    private func workingFolder(in folder: String) throws(PackProblem) -> WorkingFolder {
        do {
            return try WorkingFolder(in: folder)
        } catch {
            throw .output(path: error.folder, reason: error.reason)
        }
    }

    private func move(_ path: String, to final: String) throws(PackProblem) -> Int {
        guard rename(path, final) == 0 else {
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
