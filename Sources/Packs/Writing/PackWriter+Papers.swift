import Foundation

/// Files that go out with packs: what they say, and which of them a pack can hold.
extension PackWriter {
    /// What papers say that are PDFs, as far as the programs are here that read them.
    func texts(of papers: [PackPaper], in folder: String) async throws -> [WrittenText] {
        guard let reader = try? PDFText(environment: environment) else { return [] }
        var texts: [WrittenText] = []
        for paper in papers where paper.isPDF {
            let path = "\(folder)/read.pdf"
            try output(path) { try paper.contents.write(to: URL(filePath: path)) }
            texts += (try? await reader.pages(path, as: paper.name))?.map(\.others) ?? []
        }
        return texts
    }

    /// Files that go out with a pack, each with what it is where it is laid in.
    public func papers(
        _ files: [(name: String, contents: Data)], as formats: [Format]
    ) async throws -> [PackPaper] {
        let papers = files.map { PackPaper(name: $0.name, contents: $0.contents, look: nil) }
        let laid = formats.contains(where: \.isPDF) ? papers.filter(\.isPDF) : []
        guard !laid.isEmpty else { return papers }
        let looks = try await look(at: laid.map(\.contents))
        let told = Dictionary(zip(laid.map(\.name), looks)) { $1 }
        return papers.map { PackPaper(name: $0.name, contents: $0.contents, look: told[$0.name]) }
    }

    /// Why the pages of PDFs would be set in no pack, in their order. Where nothing is here that could tell, none is refused.
    public func unfit(_ papers: [Data]) async throws -> [UnfitPaper?] {
        do {
            return try await look(at: papers).map(\.refused)
        } catch PackProblem.missingTool {
            return papers.map { _ in nil }
        }
    }

    private func look(at papers: [Data]) async throws -> [PaperLook] {
        let layer = try PaperLayer.find(data: data, environment: environment)
        let working = try workingFolder(in: FileManager.default.temporaryDirectory.path)
        defer { working.remove() }
        let paths = papers.indices.map { "\(working.path)/paper-\($0).pdf" }
        for (paper, path) in zip(papers, paths) { try output(path) { try paper.write(to: URL(filePath: path)) } }
        return try await layer.look(paths)
    }

    /// Which of some files are PDFs that a screen reader finds no order in: without tags, or closed to programs.
    public func untagged(_ files: [(name: String, contents: Data)]) async throws -> [String] {
        let papers = files.filter { $0.name.hasSuffix(".pdf") }
        guard !papers.isEmpty else { return [] }
        let reader = try PDFText(environment: environment)
        let working = try workingFolder(in: FileManager.default.temporaryDirectory.path)
        defer { working.remove() }
        var found: [String] = []
        for paper in papers {
            let path = "\(working.path)/paper.pdf"
            try output(path) { try paper.contents.write(to: URL(filePath: path)) }
            if try await !reader.isTagged(path) { found.append(paper.name) }
        }
        return found
    }
}
