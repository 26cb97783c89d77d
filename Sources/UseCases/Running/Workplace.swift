import Foundation
import Register
import Workflow

/// One partnership's register with the files that belong to it: where deeds are done and questions asked.
public struct Workplace: Sendable {
    /// The folder `.lap`.
    public let folder: URL
    public let share: Share
    public let rulebook: Rulebook
    public let register: Register

    /// Opens the register in the folder `.lap`. Throws `RegisterError` when it holds none that this program can use.
    ///
    /// - Parameter now: the moment it is, whenever it is asked.
    public init(folder: URL, share: Share, now: @escaping @Sendable () -> Date) throws {
        self.folder = folder
        self.share = share
        rulebook = share.rulebook()
        register = try Register.open(
            path: folder.appending(path: "register.sqlite").path, rulebook: rulebook, now: now)
    }

    /// Does a deed: the person's standing is found inside the transaction that writes.
    public func perform<D: Deed>(_ deed: D, for request: Request) throws -> Done<D.Answer> {
        try register.write(
            by: request.who, on: request.on, deed: deed.name, asRegister: deed.isTheRegisters
        ) { operation, standing in
            Done(answer: try deed.perform(in: operation, as: standing), operation: operation.id)
        }
    }

    /// Answers a question.
    public func ask<Q: Question>(_ question: Q, for request: Request) throws -> Q.Answer {
        try register.read(by: request.who, on: request.on) { view, standing in
            try question.answer(from: view, as: standing)
        }
    }
}
