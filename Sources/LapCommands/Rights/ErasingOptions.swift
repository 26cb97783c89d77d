import ArgumentParser
import UseCases

/// What every command takes that erases on a request, and how it does.
struct ErasingOptions: ParsableArguments {
    @Argument(help: "The request, R-1.") var request: String
    @Flag(help: "Do it.") var yes = false

    func run(_ context: Context, _ common: CommonOptions) async throws {
        let session = try Session(context, common)
        let (erasure, _) = try session.perform(EraseOnRequest(request), rehearsing: !yes)
        try await context.answer(ErasureTelling.answer(erasure, isDone: yes), common)
    }
}
