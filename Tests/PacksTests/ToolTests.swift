import Workflow
import Foundation
import Partnership
import Testing

@testable import Packs

@Suite struct ToolTests {
    @Test func typstIsThereForTheTests() throws {
        #expect(throws: Never.self, "Run script/bootstrap, which puts typst into .venv.") {
            try Typst.find(data: Samples.data, environment: ProcessInfo.processInfo.environment)
        }
    }

    @Test func aMissingTypstIsNamedWithHowToGetItAndWhatWorksWithoutIt() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = PackWriter(data: Samples.data, environment: ["LAP_TYPST": "/nowhere/typst"])
        await #expect(throws: Typst.missing) {
            try await writer.write(
                .letter(Samples.letter), edition: .public, formats: [.html, .pdf], to: folder,
                guarding: Samples.guarding())
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(Typst.missing.sentence == "typst is not installed, and PDF needs it.")
        #expect(Typst.missing.remedies.last == .deed("make-html"))
        guard case .say(let sentence)? = Typst.missing.remedies.first else { return }
        #expect(sentence.contains("script/bootstrap"))
        let html = try await writer.write(
            .letter(Samples.letter), edition: .public, formats: [.html], to: folder, guarding: Samples.guarding())
        #expect(html.files.map(\.path) == ["\(folder)/n-1-letter.html"])
    }

    @Test func withoutTheProgramsThatSearchAPDFNoneIsWritten_R9() async throws {
        let real = ProcessInfo.processInfo.environment
        let typst = try Typst.find(data: Samples.data, environment: real)
        _ = typst
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = PackWriter(data: Samples.data, environment: ["PATH": "/nowhere"])
        do {
            _ = try await writer.write(
                .letter(Samples.letter), edition: .public, formats: [.pdf], to: folder, guarding: Samples.guarding())
            Issue.record("A PDF was written without being searched.")
        } catch PackProblem.missingTool(let name, let install) {
            #expect(name == "pdftotext" || name == "typst")
            #expect(install.contains("script/bootstrap"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func aFolderThatCannotBeMadeIsAnErrorThatNamesIt() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            _ = try await PackWriter(data: Samples.data).write(
                .letter(Samples.letter), edition: .public, formats: [.html], to: "\(file.path)/packs",
                guarding: Samples.guarding())
            Issue.record("It was written into a file.")
        } catch PackProblem.output(let path, _) {
            #expect(path == "\(file.path)/packs")
        }
    }

    @Test func aFailingToolSaysWhatItSaid() async throws {
        let path = try #require(Tool.onPath("sh", ProcessInfo.processInfo.environment))
        await #expect(throws: PackProblem.toolFailed(name: "sh", said: "so it goes")) {
            try await Tool(name: "sh", path: path).run(["-c", "echo 'so it goes' >&2; exit 3"])
        }
    }
}
