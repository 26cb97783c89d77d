import Yams

/// Turns the parser's nodes into strict ones, and notes what strict YAML does not allow.
struct YAMLConversion {
    let log: ProblemLog

    static let noAnchors = "Anchors and aliases (& and *) are not used here: write the value out."

    func node(_ node: Node, depth: Int) -> YAMLNode? {
        let place = self.place(node)
        guard depth <= YAMLDocument.depthLimit + 1 else {
            log.add("This is nested more than \(YAMLDocument.depthLimit) deep.", at: place)
            return nil
        }
        // An alias arrives as a copy of the anchored node, anchor and all: neither is looked into.
        guard !hasAnchor(node) else {
            log.add(Self.noAnchors, at: place)
            return nil
        }
        switch node {
        case .scalar(let scalar):
            guard isUntagged(scalar) else { return tagged(place) }
            return YAMLNode(content: .scalar(scalar.string), place: place)
        case .sequence(let sequence):
            guard sequence.tag.description.isEmpty else { return tagged(place) }
            return YAMLNode(content: .sequence(sequence.compactMap { self.node($0, depth: depth + 1) }), place: place)
        case .mapping(let mapping):
            guard mapping.tag.description.isEmpty else { return tagged(place) }
            return YAMLNode(content: .mapping(entries(mapping, depth: depth)), place: place)
        case .alias:
            log.add(Self.noAnchors, at: place)
            return nil
        }
    }

    private func entries(_ mapping: Node.Mapping, depth: Int) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        entries.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            let place = self.place(key)
            guard case .scalar(let scalar) = key, !hasAnchor(key), isText(scalar.tag) else {
                log.add("A key is a plain word.", at: place)
                continue
            }
            if scalar.string == "<<" {
                log.add("Merge keys (<<) are not used here: write the keys out.", at: place)
                continue
            }
            guard let node = self.node(value, depth: depth + 1) else { continue }
            entries.append(YAMLNode.Entry(key: scalar.string, place: place, value: node))
        }
        return entries
    }

    private func tagged(_ place: Place) -> YAMLNode? {
        log.add("Tags (!) are not used here.", at: place)
        return nil
    }

    /// The parser itself gives quoted and block scalars the tag for text.
    private func isUntagged(_ scalar: Node.Scalar) -> Bool {
        scalar.style == .plain ? scalar.tag.description.isEmpty : isText(scalar.tag)
    }

    /// Keys were compared by the parser, which gave even plain ones the tag for text.
    private func isText(_ tag: Tag) -> Bool {
        tag.description.isEmpty || tag.description == Tag.Name.str.rawValue
    }

    private func hasAnchor(_ node: Node) -> Bool {
        switch node {
        case .scalar(let scalar): scalar.anchor != nil
        case .sequence(let sequence): sequence.anchor != nil
        case .mapping(let mapping): mapping.anchor != nil
        case .alias: true
        }
    }

    private func place(_ node: Node) -> Place {
        Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
