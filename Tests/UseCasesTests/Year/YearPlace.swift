import Foundation
import Packs
import Synchronization
import Testing
import UseCases
import Workflow

/// A register of the shipped profile in a folder of its own, in which time passes, with two doors that write at once.
final class YearPlace: Sendable {
    let folder: URL
    let workplace: Workplace
    /// Another process of the same register, as far as it is concerned.
    let other: Workplace
    private let clock: Clock

    private final class Clock: Sendable {
        let day: Mutex<Day>
        init(_ day: Day) { self.day = Mutex(day) }
        var now: Date { Date(timeIntervalSince1970: Double(day.withLock { $0.number }) * 86_400 + 43_200) }
    }

    var today: Day {
        get { clock.day.withLock { $0 } }
        set { clock.day.withLock { $0 = newValue } }
    }

    init(from first: Day) async throws {
        let clock = Clock(first)
        self.clock = clock
        folder = FileManager.default.temporaryDirectory.appending(path: "lap-year-\(UUID().uuidString)")
        let share = try #require(Share(root: TestPlace.checkout))
        let now: @Sendable () -> Date = { clock.now }
        _ = try await FoundRegister(
            in: folder, profile: .named("lancashire"), person: "\(Cast.registrar) <registrar@example.org>",
            seats: [SeatName(body: "board", role: "viewer")], on: first
        ).perform(with: share, now: now)
        workplace = try Workplace(folder: folder.appending(path: ".lap"), share: share, now: now)
        other = try Workplace(folder: folder.appending(path: ".lap"), share: share, now: now)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func does<D: Deed>(_ deed: D, as who: String, on day: Day? = nil) throws -> Done<D.Answer> {
        try workplace.perform(deed, for: Request(who: who, on: day))
    }

    func asks<Q: Question>(_ question: Q, as who: String, on day: Day? = nil) throws -> Q.Answer {
        try workplace.ask(question, for: Request(who: who, on: day))
    }

    func makes(_ pack: some PackQuestion, as who: String) async throws -> [String] {
        let made = try await workplace.make(
            pack, as: [.html], in: folder.appending(path: "packs"), environment: [:], for: Request(who: who))
        return try made.files.map { try String(contentsOf: URL(filePath: $0.path), encoding: .utf8) }
    }
}
