import ArgumentParser

struct RaiserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raiser", abstract: "Give out or erase what is held about whoever raised an issue.",
        discussion: "Both need a request that a second person approved: lap request receive, lap request approve.",
        subcommands: [RaiserExport.self, RaiserErase.self])
}
