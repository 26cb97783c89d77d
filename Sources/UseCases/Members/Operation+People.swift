import Register
import class Register.Operation

// To be removed once the register itself renames and erases people.
extension Operation {
    func rename(_ person: Person, name: String?, email: String?) throws {
        throw RegisterError.badInput("People cannot be renamed yet.")
    }

    func erase(_ person: Person) throws {
        throw RegisterError.badInput("People cannot be erased yet.")
    }
}
