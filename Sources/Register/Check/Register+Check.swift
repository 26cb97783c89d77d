import Foundation
import Ledger
import Partnership
import Workflow

extension Register {
    /// Reads as somebody who may check the register, while nobody writes where that is asked for. Where what is stored of who
    /// may cannot be read, or leaves nobody who may, nobody is asked: a check has to be able to say so, and tells no value.
    public func readChecking<T>(by name: String?, alone: Bool, _ body: (View) throws -> T) throws -> T {
        func checked(_ view: View) throws -> T {
            try view.mustCheck(name)
            return try body(view)
        }
        guard alone else { return try read(on: Day(inEnglandAt: now()), checked) }
        return try readAlone(checked)
    }

    /// Makes the tables anew from the journal, in one transaction; whether somebody may is asked of what they are then. Throws
    /// `LedgerError.unverified` when the journal itself does not verify.
    ///
    /// - Parameters:
    ///   - deed: what the journal calls it.
    ///   - key: as in `write`.
    /// - Returns: what was made anew, and the operation; nil when there was nothing to be done.
    public func rebuild(by name: String?, deed: String, key: WriteKey?) throws -> (RebuildReport, operation: Int?) {
        let moment = now()
        return try confirmed { connection in
            let present = Day(inEnglandAt: moment)
            func view() -> View {
                View(connection: connection, rulebook: rulebook, today: present, present: present)
            }
            func operation(_ actor: Person) throws -> Operation {
                try Operation(
                    view: view(), actor: actor, on: present, recorded: moment.recorded, command: deed)
            }
            // Putting rows back is in the journal already: this one is not written.
            let report = try operation(.system).rebuild()
            let standing = try view().standing(writing: name)
            try standing.must(.check)
            if let key { try view().check(key, deed: deed, actor: standing.person) }
            let done = try operation(standing.person)
            if let key { done.key = (key.keyDigest, key.wordsDigest(deed: deed, actor: standing.person.id)) }
            done.isKept = report.count > 0
            if !done.isEmpty { try done.finish() }
            return ((report, done.isEmpty ? nil : done.id), done)
        }
    }
}

extension View {
    fileprivate func mustCheck(_ name: String?) throws {
        do {
            try standing(named: name).must(.check)
        } catch is DecodingError {
            return
        } catch RegisterError.damaged, LedgerError.damaged {
            return
        } catch {
            guard try people().contains(where: { try standing(of: $0).may(.check) }) else { return }
            throw error
        }
    }
}
