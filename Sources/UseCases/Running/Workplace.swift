import Foundation
import Ledger
import Partnership
import Register
import class Register.Operation
import Workflow

/// One partnership's register with the files that belong to it: where deeds are done and questions asked.
public struct Workplace: Sendable {
    /// The folder `.lap`.
    public let folder: URL
    public let share: Share
    public let rulebook: Rulebook
    let register: Register
    let now: @Sendable () -> Date
    /// How many texts in an editor were taken away when it was opened, of commands that were killed.
    let swept: Int

    /// Opens the register in the folder `.lap`. Throws `LedgerError` when it holds none that this program can use, and
    /// `ConfigurationProblem` when others can write to it.
    ///
    /// - Parameter now: the moment it is, whenever it is asked.
    public init(folder: URL, share: Share, now: @escaping @Sendable () -> Date) throws {
        self.folder = folder
        self.share = share
        self.now = now
        try FileAccess(folder: folder).mustBeOurs()
        swept = Surroundings(of: folder).sweep()
        rulebook = share.rulebook()
        do {
            register = try Register.open(
                path: folder.appending(path: "register.sqlite").path, rulebook: rulebook, now: now)
        } catch LedgerError.corrupt {
            Soundness(of: folder).tell(damagedAt: now(), head: nil)
            throw LedgerError.corrupt
        }
    }

    /// The day on which the register was found damaged, if that stands: nothing is written to it. ISO 8601.
    public var foundDamaged: String? { Soundness(of: folder).since }

    /// The day it is.
    public var present: Day { Day(inEnglandAt: now()) }

    /// Does a deed: the person's standing is found inside the transaction that writes. Throws
    /// `RegisterError.alreadyDone`, and changes nothing, when the same deed was done under the request's key before, and
    /// `ConfigurationProblem` when the register was found damaged.
    public func perform<D: Deed>(_ deed: D, for request: Request) throws -> Done<D.Answer> {
        let key = request.key.map {
            WriteKey($0, doing: DeedWords.text(of: deed) + (request.on.map { " \($0)" } ?? ""))
        }
        try Soundness(of: folder).mustBeSound()
        let deed = deed.equipped(from: share)
        var hasErased = false
        let then = deed.then?.equipped(from: share)
        var done = try noticing {
            try register.write(
                by: request.who, on: day(of: deed, for: request), deed: deed.name, asRegister: deed.isTheRegisters,
                key: key,
                then: then.map { then in
                    (
                        then.name,
                        { operation, standing in
                            _ = try then.perform(in: operation, as: standing)
                            hasErased = hasErased || operation.hasErased
                        }
                    )
                }
            ) { operation, standing in
                let answer = try deed.perform(in: operation, as: standing)
                hasErased = operation.hasErased
                return Done(answer: answer, operation: operation.id, isStored: !operation.isEmpty)
            }
        }
        if hasErased {
            let surroundings = Surroundings(of: folder)
            surroundings.removeCopies()
            done.leftovers = Leftovers(in: surroundings)
        }
        return done
    }

    /// Marks the register when its file turns out to be damaged, and tells which disk has no room.
    func noticing<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch LedgerError.corrupt {
            let head = try? register.read(by: nil) { view, _ in try view.printedHead() }
            Soundness(of: folder).tell(damagedAt: now(), head: head ?? nil)
            throw LedgerError.corrupt
        } catch {
            throw FullDisk.told(error, folder)
        }
    }

    /// What a deed would come to. Nothing is written, and nobody who writes is held up.
    public func rehearse<D: Rehearsable>(_ deed: D, for request: Request) throws -> D.Answer {
        let deed = deed.equipped(from: share)
        let day = day(of: deed, for: request) ?? present
        try checkDay(day)
        return try register.read(by: request.who, on: day) { view, standing in
            guard request.who != nil else {
                throw RegisterError.notPermitted("Nobody is named as the one who acts.", remedies: [.deed("sign-in")])
            }
            return try deed.judge(from: view, as: standing)
        }
    }

    /// The day that is named, or else the one that the deed itself happened on, unless that is none on which it can have been:
    /// then rules look at it from today.
    private func day(of deed: some Deed, for request: Request) -> Day? {
        request.on ?? deed.happened.flatMap { $0.canHaveBeen(by: present) ? $0 : nil }
    }

    private func checkDay(_ day: Day) throws {
        guard day > present else { return }
        throw RegisterError.badInput(
            "\(day) lies ahead: what has not happened cannot be recorded.",
            remedies: [.say("Name today or an earlier day.")])
    }

    /// Answers a question. What it shows of confidential sections is logged before anybody has the answer.
    public func ask<Q: Question>(_ question: Q, for request: Request) throws -> Q.Answer {
        try answered(for: request) { try question.answer(from: $0, as: $1) }
    }

    func read<Q: InnerQuestion>(_ question: Q, for request: Request) throws -> Q.Answer {
        try answered(for: request) { try question.answer(from: $0, as: $1) }
    }

    private func answered<Answer>(for request: Request, _ answer: (View, Standing) throws -> Answer) throws -> Answer {
        let (answer, opened, person, head) = try noticing {
            try register.read(by: request.who, on: request.on) { view, standing in
                let answer = try answer(view, standing)
                return (
                    answer, view.opened, standing.person.id, view.opened.isEmpty ? nil : try view.printedHead()
                )
            }
        }
        if !opened.isEmpty { try OpeningLog(home: folder).append(opened, by: person, at: now(), head: head) }
        return answer
    }
}
