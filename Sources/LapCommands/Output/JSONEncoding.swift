import Ledger
import Register

extension JSON {
    /// An answer as JSON. What has no value is written as null, so that every answer of a kind has the same members.
    init(encoding answer: some Encodable) throws {
        let node = Node()
        try answer.encode(to: NodeEncoder(node: node, codingPath: []))
        self = node.json
    }
}

/// A value while it is being encoded.
private final class Node {
    private enum Content {
        case value(JSON)
        case elements([Node])
        case members([String: Node])
    }

    private var content = Content.value(.null)

    var json: JSON {
        switch content {
        case .value(let json): json
        case .elements(let nodes): .array(nodes.map(\.json))
        case .members(let nodes): .object(nodes.mapValues(\.json))
        }
    }

    func set(_ json: JSON) { content = .value(json) }

    func beginElements() { if case .elements = content {} else { content = .elements([]) } }
    func beginMembers() { if case .members = content {} else { content = .members([:]) } }

    var count: Int {
        if case .elements(let nodes) = content { return nodes.count }
        return 0
    }

    func append() -> Node {
        let node = Node()
        if case .elements(var nodes) = content {
            // Let go of first, so that the array is not copied.
            content = .value(.null)
            nodes.append(node)
            content = .elements(nodes)
        }
        return node
    }

    func member(_ name: String) -> Node {
        let node = Node()
        if case .members(var nodes) = content {
            nodes[name] = node
            content = .members(nodes)
        }
        return node
    }

    func encode(_ value: some Encodable, at path: [any CodingKey]) throws {
        switch value {
        case let json as JSON: set(json)
        case let text as String: set(.string(text))
        case let number as Int: set(.number(number))
        case let flag as Bool: set(.bool(flag))
        default: try value.encode(to: NodeEncoder(node: self, codingPath: path))
        }
    }
}

private struct NodeEncoder: Encoder {
    let node: Node
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.beginMembers()
        return KeyedEncodingContainer(Members(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.beginElements()
        return Elements(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node, codingPath: codingPath) }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    let codingPath: [any CodingKey]

    mutating func encodeNil(forKey key: Key) { node.member(key.stringValue).set(.null) }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        try node.member(key.stringValue).encode(value, at: codingPath + [key])
    }

    // What is optional and empty is null, not left out.
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encodeOrNull(value, key) }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encodeOrNull(value, key) }
    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encodeOrNull(value, key) }
    mutating func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws { try encodeOrNull(value, key) }

    private func encodeOrNull(_ value: (some Encodable)?, _ key: Key) throws {
        let member = node.member(key.stringValue)
        if let value { try member.encode(value, at: codingPath + [key]) }
    }

    mutating func nestedContainer<Nested>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { NodeEncoder(node: node.member("super"), codingPath: codingPath) }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
        NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
    }
}

private struct Elements: UnkeyedEncodingContainer {
    let node: Node
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    mutating func encodeNil() { node.append().set(.null) }
    mutating func encode(_ value: some Encodable) throws { try node.append().encode(value, at: codingPath) }

    mutating func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        NodeEncoder(node: node.append(), codingPath: codingPath).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        NodeEncoder(node: node.append(), codingPath: codingPath).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { NodeEncoder(node: node.append(), codingPath: codingPath) }
}

private struct Single: SingleValueEncodingContainer {
    let node: Node
    let codingPath: [any CodingKey]

    mutating func encodeNil() { node.set(.null) }
    mutating func encode(_ value: some Encodable) throws { try node.encode(value, at: codingPath) }
}
