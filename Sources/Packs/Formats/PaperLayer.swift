import Foundation

/// The program that looks at papers which are PDFs and lays their pages into a pack: a Python module behind a launcher of ours.
struct PaperLayer {
    private let tool: Tool

    static let missing = PackProblem.missingTool(
        name: "pikepdf",
        install:
            "Papers that are PDFs are laid in with it. Run script/bootstrap, or set LAP_TYPST to a Python that has it "
            + "(pip install pikepdf==10.18.0).")

    static func find(data: String, environment: [String: String]) throws(PackProblem) -> PaperLayer {
        guard let python = Typst.python(data: data, environment: environment) else { throw missing }
        return PaperLayer(
            tool: Tool(name: "pikepdf", path: python, prefix: ["\(data)/templates/lay-papers.py"]))
    }

    /// What papers are, in their order.
    func look(_ paths: [String]) async throws -> [PaperLook] {
        do {
            let told = try await run(["look"] + paths)
            return try JSONDecoder().decode([PaperLook].self, from: Data(told))
        } catch PackProblem.toolFailed where paths.count == 1 {
            // It was ended for what it asked for: room or time.
            return [PaperLook(refused: .large)]
        } catch PackProblem.toolFailed {
            var looks: [PaperLook] = []
            for path in paths { looks += try await look([path]) }
            return looks
        }
    }

    /// Lays papers on the pages that a pack keeps for them.
    ///
    /// - Parameter looks: what each of them is; what the pack says of itself stays as far as all of them say it.
    func lay(_ papers: [String], being looks: [PaperLook], into pack: String, to output: String) async throws {
        var claims: [String] = []
        if looks.allSatisfy({ $0.isAccessible ?? false }) { claims.append("accessible") }
        if looks.allSatisfy({ $0.isArchival ?? false }) { claims.append("archival") }
        _ = try await run(["lay", pack, output, claims.isEmpty ? "none" : claims.joined(separator: ",")] + papers)
    }

    private func run(_ arguments: [String]) async throws -> [UInt8] {
        do {
            return try await tool.run(arguments)
        } catch PackProblem.toolFailed(_, let said) where said.contains("No module named") {
            throw PaperLayer.missing
        }
    }
}
