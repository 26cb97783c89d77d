import Foundation
import LapCommands

let environment = ProcessInfo.processInfo.environment
let context = Context(
    console: SystemConsole(environment: environment),
    environment: environment,
    directory: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory),
    now: { Date() },
    executable: Bundle.main.executableURL)
exit(await Lap.run(Lap.arguments(CommandLine.unsafeArgv), context))
