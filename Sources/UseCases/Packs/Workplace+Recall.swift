import Foundation
import Packs
import Partnership
import Register
import Workflow

extension Workplace {
    /// Recalls a paper that was issued: marks it on record, takes its files away, and makes the paper that replaces it.
    /// When that cannot be made, the recall stands, and the outcome says why.
    ///
    /// - Parameters:
    ///   - file: the paper, known by what it holds, or else by its name; it need not be there.
    ///   - words: what got out, as it stands in the paper; nil when that is not told.
    ///   - time: the time of day at which it became known; nil for now, when it is recalled on the day it is.
    ///   - environment: where the programs that packs need are looked up.
    public func recall(
        _ file: URL, because reason: String, words: String? = nil, at time: String?, environment: [String: String],
        for request: Request
    ) async throws -> RecallOutcome {
        let digest = (try? Data(contentsOf: file)).map(NewPaper.digest)
        let isNow = request.on == nil || request.on == present
        let done = try perform(
            RecallPack(
                digest: digest, fileName: file.lastPathComponent, because: reason, words: words,
                time: time ?? (isNow ? ClockTime(inEnglandAt: now())?.words : nil)), for: request)
        var outcome = RecallOutcome(recalled: done.answer, operation: done.operation)
        let home = file.deletingLastPathComponent()
        var names = done.answer.files + done.answer.attached.map(\.name)
        if !names.contains(file.lastPathComponent) { names.append(file.lastPathComponent) }
        for name in names {
            let path = home.appending(path: name).path
            // What went out since under the same name stays where it is.
            guard let contents = try? Data(contentsOf: home.appending(path: name)) else { continue }
            guard done.answer.digests.contains(NewPaper.digest(of: contents)) else {
                outcome.kept.append(name)
                continue
            }
            do {
                // What it holds is kept in the register, for those who read recalled papers.
                try FileManager.default.removeItem(atPath: path)
                outcome.takenAway.append(name)
            } catch {
                outcome.leftBehind.append(name)
            }
        }
        guard done.answer.replacedBefore == nil else { return outcome }
        do {
            outcome.corrected = try await correct(done.answer, in: home, environment: environment, for: request)
        } catch {
            outcome.refusal = error
        }
        return outcome
    }

    private func correct(
        _ recalled: RecalledPack, in folder: URL, environment: [String: String], for request: Request
    ) async throws -> [PackFile] {
        let formats = recalled.formats.compactMap(PackWriter.Format.init)
        func make(_ question: some PackQuestion) async throws -> [PackFile] {
            try await self.make(question, as: formats, in: folder, environment: environment, for: request).files
        }
        let edition = recalled.edition ?? .public
        return switch recalled.kind {
        case .agenda: try await make(MakeAgendaPack(of: recalled.item, for: edition))
        case .minutes: try await make(MakeMinutesPack(of: recalled.item, for: edition, item: recalled.part))
        case .board: try await make(MakeBoardPack(of: recalled.item, for: edition))
        case .letter: try await make(MakeLetter(about: recalled.item))
        case .notice: try await make(MakeNotice(of: recalled.item))
        case .briefing: try await make(MakeBriefing(on: recalled.item))
        case .page: try await make(MakePage(of: recalled.item))
        case .log: try await make(MakeLog(of: recalled.item, lead: recalled.part, for: edition))
        case .news:
            try await make(MakeNews(on: recalled.item, from: recalled.part.flatMap { Day(iso: $0) }))
        }
    }
}

/// What came of a recall.
public struct RecallOutcome: Codable, Sendable {
    public let recalled: RecalledPack
    /// The number of the operation, to undo it by.
    public let operation: Int
    /// The names of the files that were taken away.
    public internal(set) var takenAway: [String] = []
    /// The names of files that are still where they were, because they could not be taken away.
    public internal(set) var leftBehind: [String] = []
    /// The names of files that hold something else, and stay where they are.
    public internal(set) var kept: [String] = []
    /// What replaces it: a draft, while nothing that it is about was changed since it was issued.
    public internal(set) var corrected: [PackFile] = []
    /// Why there is nothing yet that replaces it; each door words it, so it is in no JSON.
    public internal(set) var refusal: (any Error)?

    private enum CodingKeys: CodingKey { case recalled, operation, takenAway, leftBehind, kept, corrected }
}
