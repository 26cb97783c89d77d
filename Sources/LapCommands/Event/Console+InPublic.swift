import Workflow

extension Reason {
    /// It is refused unless somebody says that it is for the public.
    var mayBeInPublic: Bool { remedies.contains(.give(["in-public"])) }
}

extension Console {
    /// Tells what is refused, and asks whether it is for the public all the same.
    func insistsOnPublic(_ reasons: [Reason], _ question: String) -> Bool {
        for reason in reasons { complain(Printed.safe(reason.sentence) + "\n") }
        return ["y", "yes"].contains(ask("\(question) [y/N] ")?.lowercased() ?? "")
    }
}
