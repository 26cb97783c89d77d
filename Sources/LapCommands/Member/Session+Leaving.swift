import Register
import UseCases
import Workflow

extension Session {
    /// Does a deed that may leave an area to nobody: at a terminal it is asked whether it may.
    ///
    /// - Parameter isVacant: that it may was said already.
    func leaving<T>(vacant isVacant: Bool, _ perform: (_ isVacant: Bool) throws -> T) throws -> T {
        do {
            return try perform(isVacant)
        } catch RegisterError.refused(let reasons)
            where !isVacant && context.console.isInteractive
            && reasons.allSatisfy({ $0.remedies.contains(.give([EndSeat.leavingVacant])) })
        {
            for reason in reasons { context.console.complain(Printed.safe(reason.sentence) + "\n") }
            guard ["y", "yes"].contains(context.console.ask("Leave it so? [y/N] ")?.lowercased() ?? "") else {
                throw RegisterError.refused(reasons)
            }
            return try perform(true)
        }
    }
}
