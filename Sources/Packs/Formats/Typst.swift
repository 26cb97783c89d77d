import Foundation

/// The program that sets PDFs: a `typst` command, or the Python module of that name behind a launcher of ours.
public struct Typst: Sendable {
    private enum Form: Sendable {
        case command(String)
        case module(python: String, launcher: String)
    }

    private let form: Form

    public static let missing = PackProblem.missingTool(
        name: "typst",
        install: "Run script/bootstrap, or set LAP_TYPST to a typst command, or to a Python that has the "
            + "module (pip install typst==0.15.2).")

    /// Looks at `LAP_TYPST`, then for a command on the `PATH`, then for the virtual environment that `script/bootstrap`
    /// makes: beside the folder of data, or in it.
    ///
    /// - Parameter data: the folder that holds `templates` and `fonts`.
    public static func find(data: String, environment: [String: String]) throws(PackProblem) -> Typst {
        let launcher = "\(data)/templates/typst-compile.py"
        if let named = environment["LAP_TYPST"], !named.isEmpty {
            guard Tool.isProgram(named) else { throw missing }
            return Typst(form: isPython(named) ? .module(python: named, launcher: launcher) : .command(named))
        }
        if let command = Tool.onPath("typst", environment) { return Typst(form: .command(command)) }
        guard let python = ownPython(of: data) else { throw missing }
        return Typst(form: .module(python: python, launcher: launcher))
    }

    /// The Python that has the modules which packs need: what `LAP_TYPST` names, where that is one, or else the virtual
    /// environment's.
    static func python(data: String, environment: [String: String]) -> String? {
        if let named = environment["LAP_TYPST"], isPython(named), Tool.isProgram(named) { return named }
        return ownPython(of: data)
    }

    private static func isPython(_ path: String) -> Bool { (path.split(separator: "/").last ?? "").hasPrefix("python") }

    private static func ownPython(of data: String) -> String? {
        // Without symbolic links and "..", which Python would read otherwise than the file system does.
        let folder = URL(filePath: data).resolvingSymlinksInPath()
        return [folder.deletingLastPathComponent(), folder].map { $0.appending(path: ".venv/bin/python").path }
            .first(where: Tool.isProgram)
    }

    /// Sets a source as PDF, accessible (PDF/UA-1) and archival (PDF/A-2a). The fonts are those of the folder and Typst's
    /// own, never the machine's; the time is the one given; so the same input gives the same bytes.
    func compile(_ source: String, to output: String, root: String, fonts: String, timestamp: Int) async throws {
        switch form {
        case .command(let path):
            _ = try await Tool(name: "typst", path: path).run([
                "compile", "--root", root, "--ignore-system-fonts", "--font-path", fonts, "--creation-timestamp",
                String(timestamp), "--pdf-standard", "a-2a,ua-1", source, output,
            ])
        case .module(let python, let launcher):
            _ = try await Tool(name: "typst", path: python, prefix: [launcher]).run([
                source, output, root, fonts, String(timestamp),
            ])
        }
    }
}
