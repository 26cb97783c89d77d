import ArgumentParser
import UseCases

/// What every command takes that erases on a request, and how it does.
struct ErasingOptions: ParsableArguments {
    @Argument(help: "The request, R-1.") var request: String
    @Flag(help: "Do it.") var yes = false

    /// - Parameter name: the command's, for the log.
    func run(_ context: Context, _ common: CommonOptions, as name: String) async throws {
        let session = try Session(context, common)
        let (erasure, _) = try session.perform(EraseOnRequest(request, as: name), rehearsing: !yes)
        try await context.answer(ErasureTelling.answer(erasure, isDone: yes), common)
    }
}
