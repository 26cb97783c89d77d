import ArgumentParser
import Packs

/// What every pack command takes.
struct PackOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to write to; made when it is not there.", valueName: "folder"))
    var to = "packs"

    @Option(help: "html, pdf, large-print, docx, md, json and ics, several with commas.")
    var format = "html,pdf"

    @Flag(help: "Make a draft of what could be issued.")
    var draft = false

    func formats() throws -> [PackWriter.Format] { try Self.formats(format) }

    static func formats(_ list: String) throws -> [PackWriter.Format] {
        try list.split(separator: ",").map(String.init).map { name in
            guard let format = PackWriter.Format.allCases.first(where: { $0.name == name }) else {
                throw Failure(
                    .usage, "There is no format “\(Printed.safe(name, limit: 20))”.",
                    hint: "Known: \(PackWriter.Format.allCases.map(\.name).joined(separator: ", ")).")
            }
            return format
        }
    }
}

extension Edition: ExpressibleByArgument {}

/// What the packs of a meeting take besides.
struct MeetingPackOptions: ParsableArguments {
    @Argument(help: "The meeting, north-2020-01-14.")
    var ref: String

    @Option(help: "Whom it is for: public, members, restricted or chair.")
    var edition: Edition = .public
}
