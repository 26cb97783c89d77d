import Foundation
import Testing

/// The text of a workflow that comes with lap, with something in it changed.
enum ShippedWorkflow {
    static func text(_ name: String, replacing old: String = "", with new: String = "") throws -> String {
        let file = Scratch.checkout.appending(path: "Workflows/\(name).yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        guard !old.isEmpty else { return text }
        try #require(text.contains(old), "\(name).yaml no longer says “\(old)”.")
        return text.replacing(old, with: new)
    }
}
