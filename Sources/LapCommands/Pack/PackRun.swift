import Foundation
import Ledger
import Packs
import Partnership
import Register
import UseCases

/// Makes one pack, and tells its files.
struct PackRun {
    let options: PackOptions
    let common: CommonOptions
    var papersRead = false

    func run(_ pack: some PackQuestion, _ context: Context) async throws {
        let formats = try options.formats()
        let made: MadePack
        do {
            made = try await Session(context, common).make(
                pack, as: formats, in: context.file(options.to), attachedIsRead: papersRead)
        } catch let problem as PackProblem where common.json && !problem.findings.isEmpty {
            // A program reads what was found as it reads an answer; the exit status says that there is no pack.
            let json = try JSON.object(["files": .array([]), "findings": JSON(encoding: problem.findings)])
            try await context.answer(Answer("", json: json), common)
            throw problem
        }
        let lines = made.files.map { file in
            "\(options.to)/\(URL(filePath: file.path).lastPathComponent)  "
                + "(\((file.size + 1023) / 1024) KB\(PackRun.origin(of: file)))\n"
        }
        let attached = made.attached.map { "\(options.to)/\(URL(filePath: $0).lastPathComponent)  (attached)\n" }
        try await context.answer(Answer((lines + attached).joined(), json: JSON(encoding: made)), common)
        for paper in made.apart where !common.json {
            context.console.complain("\(paper.name) goes out beside the PDF, and not in it: \(paper.why.words).\n")
        }
        for suspect in made.suspects.sentences where !common.json {
            context.console.complain("Look at: \(Printed.safe(suspect))\n")
        }
    }

    /// The command line that makes a paper; in public, which is usual, without its edition.
    static func line(_ kind: String, of subject: String, edition: String?, part: String?) -> String {
        let edition = edition.flatMap { ["public", ""].contains($0) ? nil : " --edition \($0)" } ?? ""
        let part = part.map { " \(kind == "news" ? "--from" : kind == "log" ? "--lead" : "--item") \($0)" } ?? ""
        return "lap pack \(kind) \(subject)\(part)\(edition)"
    }

    /// Whether it was made now, or is what was issued.
    static func origin(of file: PackFile) -> String {
        guard let day = file.issued else { return file.stage == .draft ? ", draft" : "" }
        return file.isSetAnew ? ", set from what was issued on \(day.words)" : ", as issued on \(day.words)"
    }
}

extension Failure {
    init(_ problem: PackProblem) {
        let code: Code =
            switch problem {
            case .found: .refused
            case .noCalendar: .usage
            case .missingTool, .missingFont, .template: .configuration
            case .toolFailed: .failed
            case .output: .cannotWrite
            }
        let said = problem.sentence
        self.init(
            code, lines: [said.prefix(1).uppercased() + said.dropFirst()], hints: problem.remedies.map { $0.text() })
    }
}
