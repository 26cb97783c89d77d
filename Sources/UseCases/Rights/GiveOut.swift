import Partnership
import Register
import class Register.Operation

/// Puts on an approved request that what is held was given out.
public struct GiveOut: Deed {
    public let request: String
    public let name: String
    /// The issues that were left out of it because their screen is not clear.
    private let apart: Set<String>

    /// - Parameter name: what it is called where it is asked for.
    public init(_ copy: HeldCopy, as name: String) {
        request = copy.data.request
        apart = copy.apart
        self.name = name
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> Caused {
        let request = try operation.view.item(request, workflow: "request")
        try standing.must(.giveOut, at: operation.view.belonging(of: request))
        let caused = Caused(try operation.giveOut(on: request), on: operation.on)
        try operation.setApart(apart)
        return caused
    }
}
