import Workflow

/// An event that a workflow does not let happen, with every reason.
struct Refusal: Error {
    let reasons: [Reason]
    let noun: Noun
    /// The item's; nil for one that has not begun.
    let reference: String?

    var failure: Failure { Failure(reasons, noun: noun, reference: reference) }
}
