import Foundation

/// What a pack says, as data: the model that all other formats are set from.
struct JSONFormat: PackFormat {
    func write(_ document: PackDocument, to path: String, in folder: String) throws {
        var document = document
        // Under what an attached file is kept is nobody else's business.
        document.attached = document.attached?.map(\.withoutKey)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        try (encoder.encode(document) + Data("\n".utf8)).write(to: URL(filePath: path))
    }

    func texts(of path: String) throws -> [WrittenText] {
        var texts: [String] = []
        func collect(_ value: Any, _ name: String = "") {
            switch value {
            case let object as [String: Any]: object.sorted { $0.key < $1.key }.forEach { collect($0.value, $0.key) }
            case let list as [Any]: list.forEach { collect($0, name) }
            case let text as String: if !PackDocument.codes.contains(name) { texts.append(text) }
            default: break
            }
        }
        collect(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))))
        return [WrittenText("the JSON", texts.joined(separator: "\n"))]
    }
}
