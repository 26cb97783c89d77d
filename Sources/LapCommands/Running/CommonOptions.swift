import ArgumentParser
import Ledger

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the register.", valueName: "folder"))
    var register: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("Who acts.", valueName: "person"))
    var actor: String?

    @Option(help: ArgumentHelp("The day it happened, or to look from; today unless told.", valueName: "day"))
    var on: String?

    @Option(help: ArgumentHelp("Do it once, however often it is asked under this key.", valueName: "key"))
    var key: String?

    @Flag(help: "Answer in JSON; --json=FIELD,FIELD for some fields only.")
    var json = false

    @Option(name: .customLong("json-fields"), help: .hidden)
    var jsonFields: String?

    @Flag(name: .customLong("no-pager"), help: "Never page long output.")
    var noPager = false

    @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }
}

/// The options of commands that change something.
struct WriteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Refuse when the item is no longer at this version.", valueName: "version"))
    var expect: Int?

    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false

    @Flag(help: "Never ask.")
    var yes = false
}
